"""Writes docs/scep-matrix.md: what RFC 8894 asks for, which tests prove that we do it, and what other programs do.

Run it: `python tests/matrix.py`. A test proves a cell by its marker `rfc8894(section, feature, side, answer)`: the side
is "client", "server" or "both", the answer "Y" where none is given. The rows, and what others do, are in
docs/scep-peers.toml.
"""

import ast
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
TESTS = ROOT / "tests"
PEERS = ROOT / "docs" / "scep-peers.toml"
MATRIX = ROOT / "docs" / "scep-matrix.md"
SIDES = ("client", "server")
YES = "Y"
INTEROP = TESTS / "interop"

HEAD = """# What of RFC 8894 is done, and who else does it

Written by `python tests/matrix.py` from the tests and from [scep-peers.toml](scep-peers.toml); do not edit. The columns
*client* and *server* are Fauxgate's; every cell there is proven by the tests named below.

`Y` yes, `N` no, `-` that side does not exist, `?` not found out, `c`/`s` client/server. `*` in our columns: proven with
an independent program at the other end or reading along (`tests/interop`); in the others': seen on the wire.

{versions}
"""


class Mistaken(Exception):
    """The markers and the rows do not fit together."""


@dataclass(frozen=True)
class Proof:
    """One marker: which test says what of which cell."""

    row: tuple[str, str]
    sides: tuple[str, ...]
    answer: str
    path: Path
    test: str

    @property
    def is_interop(self) -> bool:
        return self.path.is_relative_to(INTEROP)


@dataclass(frozen=True)
class Row:
    """A feature, with what others do, and what proves that we do it."""

    section: str
    feature: str
    peers: Sequence[str]
    proofs: Sequence[Proof]

    def cell(self, side: str) -> str:
        """Our answer on one side; `-` where nothing is claimed. Raises Mistaken when tests claim different things."""
        proofs = [proof for proof in self.proofs if side in proof.sides]
        if not proofs:
            return "-"
        answers = sorted({proof.answer for proof in proofs} - {YES}) or [YES]
        if len(answers) > 1:
            raise Mistaken(f"{self.section} {self.feature}, {side}: {' or '.join(answers)}?")
        return answers[0] + ("*" if any(proof.is_interop for proof in proofs) else "")


def proofs() -> Iterator[Proof]:
    """Every marker on a test, in the order of files and lines."""
    for path in sorted(TESTS.rglob("test_*.py")):
        for function in ast.parse(path.read_text()).body:
            if isinstance(function, ast.FunctionDef) and function.name.startswith("test_"):
                for decorator in function.decorator_list:
                    if _is_marker(decorator):
                        yield _proof(decorator, path, function.name)


def _is_marker(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr == "rfc8894"


def _proof(decorator: ast.expr, path: Path, test: str) -> Proof:
    assert isinstance(decorator, ast.Call)
    section, feature, side, answer = [*(ast.literal_eval(each) for each in decorator.args), YES][:4]
    if side not in (*SIDES, "both"):
        raise Mistaken(f"{path.name}::{test}: '{side}' is no side")
    return Proof((section, feature), SIDES if side == "both" else (side,), answer, path, test)


def groups() -> Mapping[str, Sequence[Row]]:
    """The rows by the title of their group; raises Mistaken where a row has no proof, or a proof no row."""
    read = tomllib.loads(PEERS.read_text())
    found = list(proofs())
    made = {group["title"]: [_row(row, read["columns"], found) for row in group["rows"]] for group in read["group"]}
    rows = {(row.section, row.feature): row for group in made.values() for row in group}
    without_proof = [" ".join(name) for name, row in rows.items() if not row.proofs]
    without_row = [
        f"{proof.path.name}::{proof.test}: {' '.join(proof.row)}" for proof in found if proof.row not in rows
    ]
    if without_proof or without_row:
        raise Mistaken(f"no test proves: {without_proof}; no row for: {without_row}")
    return made


def _row(row: Sequence[str], columns: Mapping[str, str], found: Sequence[Proof]) -> Row:
    section, feature, cells = row
    given = [cell.strip() for cell in cells.split("|")] if cells else []
    if len(given) > len(columns):
        raise Mistaken(f"{section} {feature}: {len(given)} cells")
    peers = [*given, *["?"] * (len(columns) - len(given))]
    return Row(section, feature, peers, [proof for proof in found if proof.row == (section, feature)])


def text() -> str:
    """The whole document."""
    columns = tomllib.loads(PEERS.read_text())["columns"]
    versions = "; ".join(f"{short}: {name}" for short, name in columns.items())
    made = groups()
    parts = [HEAD.format(versions=versions)]
    for title, rows in made.items():
        cells = [[f"{row.feature} ({row.section})", *map(row.cell, SIDES), *row.peers] for row in rows]
        parts.append(f"## {title}\n\n{_table(['feature (section)', *SIDES, *columns], cells)}")
    parts.append("## The tests\n\n" + "\n".join(_listed(row) for rows in made.values() for row in rows) + "\n")
    return "\n".join(parts)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _listed(row: Row) -> str:
    tests = dict.fromkeys((proof.path.relative_to(TESTS), proof.test) for proof in row.proofs)
    links = "; ".join(f"[{_words(test)}](../tests/{path})" for path, test in tests)
    return f"- **{row.feature}** ({row.section}): {links}"


def _words(test: str) -> str:
    return test.removeprefix("test_").replace("_", " ")


if __name__ == "__main__":
    MATRIX.write_text(text())
