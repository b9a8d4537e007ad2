"""The Markdown page of a step: a title, the task, hints in order, and what is explained afterwards."""

import re
from dataclasses import dataclass

_TITLE = re.compile(r"# (.+)\n?")
_PART = re.compile(r"^## (.+)$", re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")

HINT, AFTERWARDS = "hint", "afterwards"


class BadPage(ValueError):
    """A page without a title or a task, or with a part that is neither a hint nor what comes afterwards."""


@dataclass(frozen=True, slots=True)
class Page:
    """One step as a person reads it; `links` are where its links lead."""

    title: str
    task: str
    hints: tuple[str, ...]
    afterwards: str
    links: tuple[str, ...]


def read(text: str) -> Page:
    """A page from its Markdown. Raises BadPage."""
    title = _TITLE.match(text)
    if title is None:
        reason = "it does not begin with `# ` and a title"
        raise BadPage(reason)
    first, *parts = _PART.split(text[title.end() :])
    hints: list[str] = []
    afterwards = ""
    for heading, content in zip(parts[::2], parts[1::2], strict=True):
        match heading.strip().lower():
            case "hint":
                hints.append(content.strip("\n"))
            case "afterwards":
                afterwards = content.strip("\n")
            case _:
                reason = f"the part {heading.strip()!r} is neither `Hint` nor `Afterwards`"
                raise BadPage(reason)
    if not first.strip():
        reason = "it has no task"
        raise BadPage(reason)
    return Page(title[1].strip(), first.strip("\n"), tuple(hints), afterwards, tuple(_LINK.findall(text)))
