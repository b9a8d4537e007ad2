"""When something is due for a local certificate: decided from what is configured, what was done, and the time.

Source: scep-enrollment-article.txt (its end) and fortios-certificates.md section 6. Inferred: each moment is exactly so
many days before the certificate ends; an attempt that failed is repeated a day later, as something that looks at
certificates once a day would; a certificate that is replaced is not warned of again, and its successor anew.
"""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta
from enum import Enum

RETRY = timedelta(days=1)
# X.509 has whole seconds, and `not_after` is the last one.
LAST_SECOND = timedelta(seconds=1)
_ALWAYS = datetime(MINYEAR, 1, 1, tzinfo=UTC)


class Action(Enum):
    """What can be due; of one moment they are done in this order."""

    # `auto-regenerate-days-warning`
    WARN = "warn"
    # `cert-expire-warning`
    GIVE_NOTICE = "give notice"
    # `auto-regenerate-days`
    REQUEST = "request"
    EXPIRE = "expire"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What decides about one certificate; 0 days mean never, `done` is what this certificate needs no more.

    `attempted` is when a successor, of whatever certificate was there then, was last asked for.
    """

    not_after: datetime
    warning_days: int = 0
    notice_days: int = 0
    request_days: int = 0
    done: frozenset[Action] = frozenset()
    attempted: datetime | None = None


def is_expired(not_after: datetime, now: datetime) -> bool:
    """Whether a certificate that is valid until `not_after` no longer is."""
    return now > not_after


def due(facts: Facts, now: datetime) -> tuple[datetime, Action] | None:
    """What comes next, and when; what should have been done before is due now. None if there is nothing to wait for."""
    order = list(Action)
    open_ones = [(moment, action) for action in order if (moment := _moment(facts, action, now)) is not None]
    if not open_ones:
        return None
    moment, action = min(open_ones, key=lambda each: (each[0], order.index(each[1])))
    return max(moment, now), action


def _moment(facts: Facts, action: Action, now: datetime) -> datetime | None:
    if action in facts.done:
        return None
    match action:
        case Action.WARN:
            return None if is_expired(facts.not_after, now) else _before(facts.not_after, facts.warning_days)
        case Action.GIVE_NOTICE:
            return None if is_expired(facts.not_after, now) else _before(facts.not_after, facts.notice_days)
        case Action.REQUEST:
            return _request(facts, now)
        case Action.EXPIRE:
            # A certificate of the last second that there is never ends.
            return None if facts.not_after.year == MAXYEAR else facts.not_after + LAST_SECOND


def _request(facts: Facts, now: datetime) -> datetime | None:
    """Also of a successor that is so short-lived that it should be renewed at once: never more often than retried."""
    moment = _before(facts.not_after, facts.request_days)
    # A clock that was put back makes an attempt one that was never made.
    if moment is None or facts.attempted is None or facts.attempted > now:
        return moment
    return max(moment, facts.attempted + RETRY)


def _before(not_after: datetime, days: int) -> datetime | None:
    if not days:
        return None
    # The largest number of days that can be configured is more than there are.
    return _ALWAYS if days > (not_after - _ALWAYS).days else not_after - timedelta(days=days)
