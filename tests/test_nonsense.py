"""Nonsense is answered, not crashed on: whatever is typed, and whatever comes back from an authority."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cached_keys import cached_keys
from fauxgate.language.completion import listing
from fauxgate.language.parser import Context, Parser
from fauxgate.language.printer import print_word
from fauxgate.language.reader import read
from fauxgate.language.words import Bare, Word
from rig import Rig, rig


@pytest.fixture(scope="module", autouse=True)
def _keys() -> Iterator[None]:
    with cached_keys():
        yield


RELEASES = st.sampled_from(["6.4", "7.0", "7.2", "7.4", "7.6"])
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=30)
EXTREMES = st.sampled_from(
    [
        "",
        "0",
        "-1",
        "9" * 10_000,
        "-" + "9" * 10_000,
        "x" * 20_000,
        "\0",
        "a\0b",
        "\ud800",
        "\u0661\u0662",
        "ENC",
        "ENC AAAA",
        "a\nb",
        "\r",
        "'",
        '"',
        "\\",
        "#",
        "?",
        "(" * 5000,
        "10.0.0.1",
        "10.0.0.1/24",
        "255.255.255.0",
        "2026-02-30",
        "9999-12-31",
        "0001-01-01",
        "23:59:60",
        "http://ca.test/app/cert/scep/",
        "http://[",
        "http://ca.test:0/",
        "DNS:\ud800,IP:1,URI:\0,email:@",
        "challenge",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        "-----BEGIN PRIVATE KEY-----\n\n-----END PRIVATE KEY-----",
        "ab:" * 15 + "ab",
        "a", "b",
    ]
)
WORDS = EXTREMES | EXTREMES | ANYTHING


import collections,atexit
COUNT=collections.Counter()
atexit.register(lambda: print(*[f'{n} {k}' for k,n in COUNT.most_common() if n>3],sep='\n',file=open('/tmp/count.txt','w')))

class Person:
    """Types at a rig, answers what it asks, and knows independently of it how deep in the configuration it is."""

    def __init__(self, data: st.DataObject, firmware: str = "7.4") -> None:
        self.rig = rig(firmware=firmware)
        self.data = data
        self.typed = []

    def line(self) -> str:
        return self.data.draw(st.sampled_from([self.grammatical] * 6 + [self.raw]))()

    def raw(self) -> str:
        return self.data.draw(ANYTHING | st.lists(WORDS, max_size=6).map(" ".join))

    def grammatical(self) -> str:
        console = self.rig.command_line._console
        walk = Parser().walk(console.editor.context, __import__("fauxgate.cli.vocabulary",fromlist=["x"]).ConsoleVocabulary(console))
        line = []
        while len(line) < 30:
            options = walk.options()
            words = [(Bare(w)) for w in options.keywords if w not in ("exit", "quit")]
            words += [c.value for c in options.choices.candidates if not c.placeholder]
            if options.terminal and not options.choices.closed:
                words += [None, None]
            if options.may_end and line:
                words += ["", ""] if len(line)<4 else [""]
                words.append("")
            if not words:
                break
            word = self.data.draw(st.sampled_from(words))
            if word == "":
                break
            if word is None:
                word = self.data.draw(WORDS)
            text = print_word(word)
            line.append(text)
            try:
                walk.feed(Word(str(word), 0, 0, not isinstance(word, Bare)))
            except Exception:
                break
        return " ".join(line)

    def act(self):
        line = self.line()
        self.typed.append(line)
        cl = self.rig.command_line
        listing(cl.expect(line))
        listing(cl.expect(line + " "))
        e=cl.run(line)
        COUNT[(' '.join(line.split()[:6] if line.startswith('ex') else line.split()[:1])[:50], type(e).__name__)]+=1
        while cl.question:
            cl.answer(self.data.draw(st.sampled_from("yn")))
        self.rig.appliance.jobs.run_due()
        if self.data.draw(st.integers(0, 20)) == 0:
            while self.rig.appliance.enrollments.names and self.rig.appliance.jobs.jump(): pass
        cl.prompt


def shown(r, *words):
    start = len(r.printed)
    assert r.command_line.run(" ".join(("show", *words))) is None
    return r.printed[start:]


@given(data=st.data(), firmware=RELEASES)
@settings(max_examples=int(__import__('os').environ.get('N','400')))
def test_explore(data, firmware):
    p = Person(data, firmware)
    for _ in range(data.draw(st.integers(1, 25))):
        p.act()
    p.rig.appliance.editor()
    p.rig.command_line._console.editor.reset()
    fresh = rig(firmware=firmware)
    fresh.appliance.configuration.objects.clear()
    text = "\n".join(shown(p.rig))
    for line in read(text):
        err = fresh.command_line.run(line.text)
        assert err is None, (line, err, err.lines())
    assert "\n".join(shown(fresh)) == text
