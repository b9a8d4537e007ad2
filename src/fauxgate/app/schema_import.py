"""`fauxgate schema import`, and how the imported schema comes to the appliance."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fauxgate.schema.stored import StoredSchema

FILE = "schema.jsonl"
"""The imported schema in the state directory."""

DONE, USAGE = 0, 2


def run(options: argparse.Namespace) -> int:
    """Read the source and write the file; gives the exit code."""
    from fauxgate.app import schema_sources  # noqa: PLC0415 - other commands do not need it

    target = Path(options.state) / FILE
    try:
        gathered = schema_sources.gather(Path(options.source))
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(".part")
        part.write_text("".join(schema_sources.lines(gathered)), "utf-8")
        # A reader sees the old file or the new one, never half of it.
        part.replace(target)
    except schema_sources.NoSchema as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"cannot write {target}: {error.strerror}")
    for name in gathered.unread:
        print(f"fauxgate: no schema in {name}", file=sys.stderr)
    print(
        f"{len(gathered.sections)} tables and objects ({gathered.source}) are now known with --state {options.state}."
    )
    return DONE


def imported(options: argparse.Namespace) -> "StoredSchema | None":
    """The schema that the options name, or that the state directory has. Ends the program if it cannot be read."""
    source = _source(options)
    if source is None:
        return None
    from fauxgate.app import schema_sources  # noqa: PLC0415 - most sessions have no imported schema

    try:
        return schema_sources.load(source)
    except schema_sources.NoSchema as error:
        raise SystemExit(_refuse(str(error))) from error


def _source(options: argparse.Namespace) -> Path | None:
    if options.schema is not None:
        return Path(options.schema)
    if options.state is None:
        return None
    kept = Path(options.state) / FILE
    return kept if kept.exists() else None


def _refuse(reason: str) -> int:
    print(f"fauxgate: {reason}", file=sys.stderr)
    return USAGE
