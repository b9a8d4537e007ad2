"""`lab verify` finds what is wrong with a lab; each of these would let a person down."""

from pathlib import Path

import pytest

from fauxgate.app.lab_bench import make_bench, make_unseeded_bench
from fauxgate.lab.verification import altered, mutants, verify

LAB, SOLUTION, PAGE = "lab.toml", "solution.conf", "1-name.md"

FOUND = [
    (LAB, 'equals = "{{host}}"', "exists = true", "step 1 is done before anything was done in it"),
    (LAB, 'line = "get system status"', 'line = "end"', "step 2"),
    (LAB, 'line = "abort"', 'line = "abandon"', "check at-the-top: `abandon` is no command"),
    (LAB, 'equals = "{{host}}"', 'lacks = "x"\nbonus = true', "the step has no required check"),
    (SOLUTION, "get system status", "", "the solution ends in step 2: `get system status` was used 0 times."),
    (SOLUTION, "set hostname {{host}}", "set hostnames {{host}}", "'set hostnames "),
    (SOLUTION, "set hostname {{host}}\nend", "set hostname x\nend", "the solution ends in step 1"),
    (SOLUTION, "# for looked", "# for lookd", "the solution names a check lookd that there is not"),
    (SOLUTION, "# for looked", "", "no line of the solution is for the check looked"),
    (SOLUTION, "# step 2\n", "# step 1\n", "'get system status' of step 1 comes in step 2"),
    (SOLUTION, "end\n", "end\n:undo\n:redo\n", "named turns true 2 times"),
    (PAGE, "`config system global`", "`config system globe`", "Name the unit: `config system globe` is no command"),
    (PAGE, "Nothing is saved", "Nothing [here](3-none.md) is saved", "Name the unit: the link 3-none.md leads nowhere"),
]


def told(folder: Path) -> list[str]:
    return [problem.text for problem in verify(folder, (1,), make_bench)]


def test_the_lab_that_is_made_is_sound(folder: Path) -> None:
    assert list(verify(folder, (1, 2, 3), make_bench)) == []
    assert list(mutants(folder, (1,), make_unseeded_bench)) == []


@pytest.mark.parametrize(("file", "right", "wrong", "text"), FOUND)
def test_what_is_wrong_is_found(folder: Path, file: str, right: str, wrong: str, text: str) -> None:
    content = (folder / file).read_text()
    assert right in content
    (folder / file).write_text(content.replace(right, wrong))

    assert any(text in each for each in told(folder)), told(folder)


def test_a_line_of_the_start_that_is_refused_is_found(folder: Path) -> None:
    (folder / "start.conf").write_text("config system globe\n")

    assert "'config system globe' of the start is refused" in told(folder)[0]


def test_settings_that_are_none_are_found(folder: Path) -> None:
    described = folder / LAB
    described.write_text(described.read_text().replace("minutes = 5", '[authority]\nfault = "weather"'))

    assert "there is no fault 'weather'" in told(folder)[0]


def test_a_line_that_nothing_depends_on_is_found_by_removing_it(folder: Path) -> None:
    solution = folder / SOLUTION
    solution.write_text(solution.read_text().replace("end\n", "end\nget system performance status\n", 1))

    assert told(folder) != [] or [
        problem.text for problem in mutants(folder, (1,), make_unseeded_bench) if "performance" in problem.text
    ]


def test_a_check_that_a_line_is_not_said_to_be_for_is_found(folder: Path) -> None:
    solution = folder / SOLUTION
    solution.write_text(solution.read_text().replace("# for named\n", "# for named looked\n"))

    assert next(mutants(folder, (1,), make_unseeded_bench)).text.endswith("fails named, and is for looked, named")


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("end", "endx"),
        ("set a 9", "set a 10"),
        ('set a "b"', 'set a "bx"'),
        ("edit x", "edit xx"),
        ('set a ""', "set a x"),
    ],
)
def test_a_line_is_altered_in_its_last_word(line: str, other: str) -> None:
    assert altered(line) == other
