import sys
import threading
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from fauxgate.device.clock import ManualClock
from fauxgate.device.jobs import Jobs
from fauxgate.shell.background import background
from fauxgate.shell.internal_errors import InternalErrorsTold

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What `sys.excepthook` is given."""
    errors: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: errors.append(error))
    return errors


def broken() -> None:
    raise ValueError("broken")


def test_a_job_that_breaks_is_told_and_the_next_ones_still_run(told: list[BaseException]) -> None:
    jobs, ran = Jobs(ManualClock(NOON)), threading.Event()

    with background(lambda: SimpleNamespace(jobs=jobs), SimpleNamespace(warm_up=broken)) as begin:
        begin()
        jobs.at(NOON, broken)
        jobs.at(NOON, ran.set)
        ran.wait(5)

    assert ran.is_set()
    assert [str(error) for error in told] == ["broken", "broken"]


def test_the_worker_ends_with_the_shell() -> None:
    appliance = SimpleNamespace(jobs=Jobs(ManualClock(NOON)))
    with background(lambda: appliance, SimpleNamespace(warm_up=lambda: None)):
        assert "jobs" in {thread.name for thread in threading.enumerate()}

    assert "jobs" not in {thread.name for thread in threading.enumerate()}


def test_an_internal_error_is_told_and_the_program_goes_on(told: list[BaseException]) -> None:
    with InternalErrorsTold():
        broken()

    assert len(told) == 1


def test_leaving_is_no_internal_error() -> None:
    with pytest.raises(KeyboardInterrupt), InternalErrorsTold():
        raise KeyboardInterrupt


def test_nothing_is_run_for_a_command_line_that_runs_what_is_due_itself() -> None:
    warmed_up = threading.Event()
    with background(None, SimpleNamespace(warm_up=warmed_up.set)) as begin:
        begin()

        assert warmed_up.wait(5)
