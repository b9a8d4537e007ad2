"""The scenario that an explanation names leads to that explanation; its trace is in fixtures/transcripts."""

import pytest
from conftest import TRANSCRIPTS

from fauxgate.ca.faults import ALL
from fauxgate.explain.causes import Cause
from fauxgate.explain.diagnosis import CUT_OFF, GRANTED, NO_TRACE, diagnose
from fauxgate.explain.known import KNOWN

CAUSES = [cause for rows in KNOWN.values() for _, cause in rows if cause.fault]
# That transcript ends while the appliance still asks.
ENDLESS = "pending-for-ever"


def trace_of(fault: str) -> str:
    return (TRANSCRIPTS / f"fault_{fault.replace('-', '_')}.txt").read_text("utf-8")


@pytest.mark.parametrize("cause", CAUSES, ids=lambda cause: f"{cause.name}-{cause.fault}")
def test_the_scenario_of_an_explanation_is_explained_by_it(cause: Cause) -> None:
    assert cause.fault in ALL
    assert cause.fault == ENDLESS or diagnose(trace_of(cause.fault)).cause.name == cause.name


@pytest.mark.parametrize("fault", ALL)
def test_the_trace_of_every_scenario_is_explained(fault: str) -> None:
    found = diagnose(trace_of(fault))

    assert found.cause not in (NO_TRACE, CUT_OFF)
    assert (found.cause is GRANTED) == ("certificate written as" in trace_of(fault))
