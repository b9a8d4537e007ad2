from datetime import UTC, datetime, timedelta

from fauxgate.device.clock import ManualClock
from fauxgate.device.events import Event, Journal, ScepStep
from fauxgate.scep.events import Pending

START = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)
FIRST, SECOND = ScepStep("a", Pending(0)), ScepStep("a", Pending(1))


def test_a_journal_keeps_everything_in_order_with_its_moment() -> None:
    clock = ManualClock(START)
    journal = Journal(clock.now)

    journal.record(FIRST)
    clock.set(START + timedelta(seconds=300))
    journal.record(SECOND)

    assert journal.entries == ((START, FIRST), (START + timedelta(seconds=300), SECOND))


def test_watchers_are_told_at_once_until_they_no_longer_want_to_be() -> None:
    journal = Journal(lambda: START)
    told: list[tuple[datetime, Event]] = []
    others: list[Event] = []
    stop = journal.watch(lambda moment, event: told.append((moment, event)))
    journal.watch(lambda _moment, event: others.append(event))

    journal.record(FIRST)
    assert told == [(START, FIRST)]
    stop()
    journal.record(SECOND)

    assert told == [(START, FIRST)]
    assert others == [FIRST, SECOND]


def test_a_watcher_may_end_its_watch_while_it_is_told() -> None:
    journal = Journal(lambda: START)
    told: list[Event] = []
    stops = []
    stops.append(journal.watch(lambda _moment, event: (told.append(event), stops[0]())))
    journal.watch(lambda _moment, event: told.append(event))

    journal.record(FIRST)
    journal.record(SECOND)

    assert told == [FIRST, FIRST, SECOND]
