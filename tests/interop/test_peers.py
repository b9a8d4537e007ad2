"""A peer that is missing is told, and fails a run that may not do without."""

import pytest
from interop.peers import REQUIRED, found


def test_without_a_peer_a_test_is_skipped_and_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRED, raising=False)

    with pytest.raises(pytest.skip.Exception, match=r"no-such-peer is not installed \(Debian: apt-get install peers\)"):
        found("no-such-peer", "peers")


def test_where_peers_are_required_a_missing_one_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REQUIRED, "1")

    with pytest.raises(pytest.fail.Exception, match=r"no-such-peer is not installed"):
        found("no-such-peer", "peers")
