"""Nonsense is answered, not crashed on: whatever is typed, and whatever comes back from an authority."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import given, settings, note
from hypothesis import strategies as st

from cached_keys import cached_keys
from fauxgate.language.reader import read
from rig import Rig, rig
from typist import Typist


@pytest.fixture(scope="module", autouse=True)
def _keys() -> Iterator[None]:
    with cached_keys():
        yield


RELEASES = st.sampled_from(["6.4", "7.0", "7.2", "7.4", "7.6"])
import collections,atexit
COUNT=collections.Counter()
atexit.register(lambda: print(*[f'{n} {k}' for k,n in COUNT.most_common() if n>1],sep='\n',file=open('/tmp/count.txt','w',errors='replace')))


def shown(r, *words):
    start = len(r.printed)
    assert r.command_line.run(" ".join(("show", *words))) is None
    return "\n".join(r.printed[start:])


@given(random=st.randoms(use_true_random=True), firmware=RELEASES)
@settings(max_examples=int(os.environ.get("N","300")))
def test_explore(random, firmware):
    r = rig(firmware=firmware)
    p = Typist(r, random)
    r.type("diagnose debug application scep -1","diagnose debug enable")
    for _ in range(random.randint(1,40)):
        line = p.line()
        e = p.type(line)
        COUNT[' '.join(line.split()[:6] if line.startswith('ex') else line.split()[:1])[:50]+str([type(x).__name__ for x in e])]+=1
        r.appliance.jobs.run_due()
        if random.random()<.05:
            while r.appliance.enrollments.names and r.appliance.jobs.jump(): pass
        r.command_line.prompt
    r.command_line._console.editor.reset()
    note(p.typed)
    for full in ("", "full-configuration"):
        fresh = rig(firmware=firmware)
        fresh.appliance.configuration.objects.clear()
        text = shown(r, full)
        for line in read(text):
            err = fresh.command_line.run(line.text)
            assert err is None, (line, err, err.lines())
        assert shown(fresh, full) == text
