"""`execute ping`: the appliance's own addresses answer; nothing is ever sent (fortios-cli.md 8.1)."""

from collections.abc import Iterator
from ipaddress import AddressValueError, IPv4Address

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.device.interfaces import own_addresses
from fauxgate.errors import UserError
from fauxgate.language import statements

COUNT = 5
TTL = 64
"""How many hops an answer may take; none are taken here."""
WHAT_IT_IS = "(Fauxgate sends nothing: only the addresses of this appliance's own interfaces answer.)"


class UnknownHost(UserError):
    """A name that is no address: there is nobody to ask. Inferred: no line with a return code follows."""

    def message(self) -> tuple[str, ...]:
        """The appliance's sentence, and why it cannot be otherwise."""
        return ("Unable to resolve hostname.", WHAT_IT_IS)


@handles(statements.ExecutePing)
def execute_ping(console: Console, statement: statements.ExecutePing) -> Answer:
    """Print what comes back from an address. Inferred: the lines where nothing does."""
    try:
        address = IPv4Address(statement.host)
    except AddressValueError as error:
        raise UnknownHost from error
    answers = address in own_addresses(console.appliance.configuration)
    yield f"PING {statement.host} ({address}): 56 data bytes"
    times = [_milliseconds(console) for _ in range(COUNT)] if answers else []
    for number, time in enumerate(times):
        yield f"64 bytes from {address}: icmp_seq={number} ttl={TTL} time={time:.1f} ms"
    yield ""
    yield from _statistics(address, times)
    yield WHAT_IT_IS


def _milliseconds(console: Console) -> float:
    """How long the appliance's clock ran until its own answer was there."""
    sent = console.appliance.clock.now()
    return (console.appliance.clock.now() - sent).total_seconds() * 1000


def _statistics(address: IPv4Address, times: list[float]) -> Iterator[str]:
    lost = 100 - 100 * len(times) // COUNT
    yield f"--- {address} ping statistics ---"
    yield f"{COUNT} packets transmitted, {len(times)} packets received, {lost}% packet loss"
    if times:
        least, middle, most = min(times), sum(times) / len(times), max(times)
        yield f"round-trip min/avg/max = {least:.1f}/{middle:.1f}/{most:.1f} ms"
