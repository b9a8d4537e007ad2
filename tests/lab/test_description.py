"""A lab as it is written: what is wrong is told, with its place, and nothing else happens."""

import contextlib
import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.lab.description import load
from fauxgate.lab.errors import LabInvalid

WRONG = {
    'title = "Name the unit"': ('title = ""', "lab.toml: title is missing"),
    "minutes = 5": ('minutes = "long"', "lab.toml: minutes cannot be 'long'"),
    "[variables]": ("[variables", "lab.toml: Expected"),
    "number = { from = 10, to = 99 }": ("number = { from = 99, to = 10 }", "variable number is no list"),
    'host = "fw-{{city}}-{{number}}"': ('host = "{{nobody}}"', "{{nobody}} is no variable of this lab"),
    'page = "1-name.md"': ('page = "9-name.md"', "9-name.md: No such file or directory"),
    'kind = "config"': ('kind = "weather"', "a check needs an id and a kind"),
    'id = "looked"': ('id = "named"', "two checks have the same id"),
    'path = "system global"': ("path = 3", "check named: a check of kind config has no field path = 3"),
    'option = "hostname"': ('color = "red"', "check named: a check of kind config has no field color = 'red'"),
    'equals = "{{host}}"': ('equals = "a"\nlacks = "b"', "one condition at a time, not equals and lacks"),
    "weight = 2": ("weight = 0", "check named: weight cannot be 0"),
    "bonus = true": ('bonus = "yes"', "bonus cannot be 'yes'"),
    'pass = "No change was thrown away."': ("", "check at-the-top: pass is missing"),
    'line = "get system status"': ('line = "a"\nmatches = "("', "'(' is no regular expression"),
}


@pytest.mark.parametrize("right", WRONG)
def test_what_is_wrong_is_told_with_its_place(folder: Path, right: str) -> None:
    wrong, told = WRONG[right]
    described = folder / "lab.toml"
    described.write_text(described.read_text().replace(right, wrong))

    with pytest.raises(LabInvalid, match=re.escape(told)):
        load(folder, 1)


@pytest.mark.parametrize("page", ["../1-name.md", "/etc/hostname", "a/b.md"])
def test_a_page_from_outside_the_folder_is_not_read(folder: Path, page: str) -> None:
    described = folder / "lab.toml"
    described.write_text(described.read_text().replace("1-name.md", page))

    with pytest.raises(LabInvalid, match="no name of a file in the lab's folder"):
        load(folder, 1)


def test_the_same_seed_draws_the_same(folder: Path) -> None:
    assert load(folder, 5).values == load(folder, 5).values
    assert load(folder, 5).values != load(folder, 6).values


VALUES = (
    "3",
    "-1",
    "true",
    '""',
    '"x"',
    "[]",
    "{}",
    '["a"]',
    "1.5",
    "2027-01-01",
    '"{{x}}"',
    "9999999999999999999",
    "nan",
)


@given(seed=st.integers(0, 10**9))
def test_whatever_a_description_says_it_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - it chooses what is changed
    new = Path(load.__code__.co_filename).parent / "new"
    folder = tmp_path_factory.mktemp("lab")
    for path in new.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    lines = (new / "lab.toml").read_text().split("\n")
    for _ in range(random.randint(1, 3)):
        number = random.randrange(len(lines))
        name, equals, _ = lines[number].partition(" = ")
        lines[number] = random.choice(("", f"{name}{equals}{random.choice(VALUES)}", f"{lines[number]}\nonly = 3"))
    (folder / "lab.toml").write_text("\n".join(lines))
    with contextlib.suppress(LabInvalid):
        load(folder, 1)
