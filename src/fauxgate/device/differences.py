"""Why the backup of a loaded configuration is not the file that was loaded: each line that differs, and the rule.

A plain backup comes back as it was. Of any other file the appliance makes what it would have printed itself, and a
rule says for each line what that is. A difference that no rule explains is called `unexplained`.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from fauxgate.device.backup import FILE_VERSION
from fauxgate.device.difference_rules import Difference
from fauxgate.device.file_lines import OPTIONS, FileLine, file_lines
from fauxgate.errors import UserError
from fauxgate.model.configuration import Configuration
from fauxgate.model.origin import is_own
from fauxgate.model.values import is_list, read
from fauxgate.schema.catalogue import DOMAINS, WHOLE_UNIT
from fauxgate.schema.types import Option, Password, Section, Table

CLOSING = ("next", "end")
LIST_VERBS = ("append", "select", "unselect")


def differences(
    file_text: str, backup_text: str, configuration: Configuration, refused: Collection[int] = ()
) -> Iterator[Difference]:
    """Every line that differs; `refused` are the numbers of the lines that were refused when the file was loaded."""
    if file_text == backup_text:
        return
    before, after = list(file_lines(file_text, refused)), list(file_lines(backup_text))
    found = list(_Comparison(before, after, configuration, refused).differences())
    yield from found
    ends = list(_line_ends(file_text))
    yield from ends
    if not found and not ends:
        yield Difference("unexplained", 0, "", "")


def _line_ends(text: str) -> Iterator[Difference]:
    """The physical lines with another end."""
    if "\r" not in text:
        return
    for number, line in enumerate(re.findall(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", text), 1):
        if "\r" in line:
            yield Difference("line-ends", number, line, line.rstrip("\r\n"))


class _Comparison:
    """Two files line by line: which line of one has become which of the other."""

    def __init__(
        self,
        before: Sequence[FileLine],
        after: Sequence[FileLine],
        configuration: Configuration,
        refused: Collection[int],
    ) -> None:
        self._before = before
        self._after = after
        self._configuration = configuration
        self._refused = frozenset(refused)
        origin = configuration.storage.origin
        self._is_foreign = origin is not None and not is_own(origin.release, configuration.catalogue.release)
        for line in before:
            self._complete(line)
        self._pairs = dict(_paired(before, after))
        self._said = {(it.place, it.subject) for it in after}
        self._last = {(it.place, it.subject): it for it in before}

    def differences(self) -> Iterator[Difference]:
        """The lines of the file in their order, then those that only the backup has."""
        rank = {id(line): number for number, line in enumerate(self._after)}
        last: dict[int, int] = {}
        for line in self._before:
            other = self._pairs.get(id(line))
            if other is None:
                yield Difference(self._lost(line), line.number, line.text, "")
                continue
            if other.text != line.text:
                yield Difference(self._changed(line, other), line.number, line.text, other.text)
            elif line.verb not in CLOSING and rank[id(other)] < last.get(id(line.opener), 0):
                yield Difference(_reordered(line), line.number, line.text, other.text)
            last[id(line.opener)] = max(last.get(id(line.opener), 0), rank[id(other)])
        yield from self._new()

    def _new(self) -> Iterator[Difference]:
        """The lines that the file has not, each with the line of the file before which it stands."""
        numbers = {id(other): line.number for line in self._before if (other := self._pairs.get(id(line)))}
        found, number = [], self._before[-1].number + 1 if self._before else 1
        for line in reversed(self._after):
            number = numbers.get(id(line), number)
            if id(line) not in numbers:
                found.append(Difference(self._added(line, numbers.keys()), number, "", line.text))
        yield from reversed(found)

    # What has become of one line.

    def _lost(self, line: FileLine) -> str:
        if self._is_refused(line):
            return "firmware" if self._is_foreign else "refused"
        if not line.verb:
            return "firmware" if self._is_foreign and line.text.startswith("#") else "comment-dropped"
        opener = line.opener
        of_opener = self._lost(opener) if opener is not None and id(opener) not in self._pairs else ""
        if line.verb in CLOSING:
            return of_opener or "block-closed"
        if of_opener and of_opener != "empty-dropped":
            return of_opener
        return self._lost_option(line) if line.verb in OPTIONS else self._lost_place(line)

    def _lost_place(self, line: FileLine) -> str:
        if self._is_said_again(line):
            return "repeated-block-merged"
        config = _config(line.opener)
        if line.verb == "edit" and config and (config.place, (*config.words, *line.words[1:2])) in self._said:
            return "key-in-path"
        return {"config": "empty-dropped", "edit": "entry-removed"}.get(line.verb, "carried-out")

    def _lost_option(self, line: FileLine) -> str:
        if self._is_said_again(line):
            return "list-folded" if line.verb in LIST_VERBS else "set-again"
        option = self._option(line)
        if option is None:
            return "unexplained"
        if line.verb in ("unset", "clear"):
            return "unset-dropped"
        if self._names_nothing(option, line.value):
            return "dangling-dropped"
        return "default-dropped" if _is_default(option, line.value) else "unexplained"

    def _changed(self, line: FileLine, other: FileLine) -> str:
        if not line.verb:
            of_header = "file-version" if line.text.startswith(FILE_VERSION) else "header"
            return "firmware" if self._is_foreign else of_header
        if line.written == other.written:
            return "indentation"
        if line.words == other.words:
            return "spacing" if " ".join(line.written.split()) == other.written else "quoting"
        option = self._option(line)
        if option is None or line.verb in LIST_VERBS:
            return "list-folded" if line.verb in LIST_VERBS else "unexplained"
        return self._changed_value(option, line, other)

    def _changed_value(self, option: Option, line: FileLine, other: FileLine) -> str:
        if isinstance(option.type, Password) and line.value[:1] != ("ENC",):
            return "secret-sealed"
        if self._names_nothing(option, line.value):
            return "dangling-dropped"
        is_same = is_list(option.type) and Counter(line.value) == Counter(other.value)
        return "list-reordered" if is_same else "value-normalised"

    def _added(self, line: FileLine, there: Collection[int]) -> str:
        if not line.verb:
            return "firmware" if self._is_foreign else "header"
        if line.verb in CLOSING:
            is_there = line.opener is None or id(line.opener) in there
            return "block-closed" if is_there or line.opener is None else self._added(line.opener, there)
        if line.words[:2] == ("set", "vdom-mode"):
            return "header"
        if self._has_key_in_path(_config(line if line.verb == "config" else line.opener)):
            return "key-in-path"
        return "section-added" if line.verb in ("config", "edit") else "unexplained"

    # What is known of a line.

    def _is_refused(self, line: FileLine | None) -> bool:
        """Whether a line was refused, or what it stands in: that may be when it is to be saved."""
        while line is not None:
            for it in (line, line.closer):
                if it and not self._refused.isdisjoint(range(it.number, it.number + it.text.count("\n") + 1)):
                    return True
            line = line.opener
        return False

    def _has_key_in_path(self, config: FileLine | None) -> bool:
        found = self._configuration.storage.catalogue.resolve(config.words[1:]) if config else None
        return found is not None and isinstance(found[0], Table) and found[0].by_path and bool(found[1])

    def _is_said_again(self, line: FileLine) -> bool:
        """Whether the backup has another line for the same, or a later one of the file was the last word on it."""
        about = line.place, line.subject
        return about in self._said or (line.verb in OPTIONS and self._last[about] is not line)

    def _complete(self, line: FileLine) -> None:
        """Gives what is abbreviated its whole name."""
        if len(line.words) < 2 or line.verb not in ("config", *OPTIONS):
            return
        section = self._section(line.opener)
        if section is not None:
            kind = Section if line.verb == "config" else Option
            names = [it.name for it in section.options if isinstance(it, kind)]
            if not section.keeps(line.words[1]):
                line.words = (line.verb, _whole(line.words[1], names), *line.value)
        elif line.verb == "config" and (line.opener is None or _is_in_domain(line.opener)):
            path: tuple[str, ...] = ()
            for word in line.words[1:]:
                names = [it.word for it in self._configuration.storage.catalogue.next_words(path)]
                path = (*path, _whole(word, names))
            line.words = ("config", *path)

    def _option(self, line: FileLine) -> Option | None:
        section = self._section(line.opener) if line.verb in OPTIONS else None
        return section.option(line.words[1]) if section is not None and len(line.words) > 1 else None

    def _section(self, opener: FileLine | None) -> Section | None:
        """The section that a line inside `opener` stands in, if it is described."""
        config = _config(opener)
        if config is None or _leads_to_domain(config):
            return None
        around = _config(config.opener)
        if around is not None and not _leads_to_domain(around):
            outer = self._section(around)
            return outer.section(" ".join(config.words[1:])) if outer else None
        found = self._configuration.storage.catalogue.resolve(config.words[1:])
        return found[0] if found else None

    def _names_nothing(self, option: Option, words: Sequence[str]) -> bool:
        if not option.refers_to:
            return False
        seen = [self._configuration.seen_from(it) for it in self._configuration.domains]
        names = set(words) - {"", *option.also}
        return any(not any(it.has_one_of(option.refers_to, name) for it in seen) for name in names)


def _config(opener: FileLine | None) -> FileLine | None:
    """The `config` line of what a line stands in."""
    while opener is not None and opener.verb == "edit":
        opener = opener.opener
    return opener


def _leads_to_domain(config: FileLine) -> bool:
    return config.opener is None and config.words[1:] in (DOMAINS, WHOLE_UNIT)


def _is_in_domain(opener: FileLine) -> bool:
    config = _config(opener)
    return config is not None and _leads_to_domain(config)


def _whole(word: str, names: Sequence[str]) -> str:
    """The one name that a word abbreviates; otherwise the word itself."""
    found = [name for name in names if name.startswith(word)]
    return found[0] if len(found) == 1 and word not in names else word


class _NoSecrets:
    """Seals nothing: a secret is no default."""

    def seal(self, text: str) -> str:
        """The text itself."""
        return text


def _is_default(option: Option, words: Sequence[str]) -> bool:
    try:
        return read(option, words, _NoSecrets()) in ((), option.default)
    except UserError:
        return False


def _paired(before: Sequence[FileLine], after: Sequence[FileLine]) -> Iterator[tuple[int, FileLine]]:
    """The lines of one file by their identity, with those of the other that they have become.

    The last line of an option counts; of anything else that stands there several times, the first is the first.
    """
    there: dict[object, list[FileLine]] = {}
    for line in reversed(after):
        there.setdefault((line.place, line.subject), []).append(line)
    left: dict[object, int] = Counter((line.place, line.subject) for line in before)
    for line in before:
        about = line.place, line.subject
        others = there.get(about)
        left[about] -= 1
        if others and (line.verb not in OPTIONS or left[about] < len(others)):
            yield id(line), others.pop()


def _reordered(line: FileLine) -> str:
    if line.verb in OPTIONS:
        return "option-reordered"
    return "section-reordered" if line.verb == "config" else "entry-reordered"
