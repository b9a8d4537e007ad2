from fauxgate.ca.errors import NotPending, UnknownRequest
from fauxgate.ca.register import State


def test_an_unknown_request_is_named() -> None:
    assert UnknownRequest(7).lines() == ("There is no request 7.",)


def test_a_decided_request_tells_what_it_became() -> None:
    assert NotPending(7, State.ISSUED).lines() == ("Request 7 is not pending but issued.",)
