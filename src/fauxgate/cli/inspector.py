"""`:scep ...`: what passed between this appliance and authorities, layer by layer."""

import re

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.errors import UserError
from fauxgate.inspector.exchanges import Exchange
from fauxgate.language import statements


class ExchangeMissing(UserError):
    """A number that no exchange has, or that of one that is no longer kept."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word

    def message(self) -> tuple[str, ...]:
        """One line, with the way out."""
        return (f"There is no exchange {self.word}; `:scep list` shows them.",)


@handles(statements.ControlScepList)
def control_scep_list(console: Console, _statement: statements.ControlScepList) -> Answer:
    """Print a line for each exchange that is kept."""
    from fauxgate.inspector.layers import summary  # noqa: PLC0415 - it needs cryptography

    found = console.exchanges.all
    if not found:
        yield "Nothing was sent yet."
        return
    yield f"{'No':<5}{'Time':<21}{'Operation':<14}{'Message':<12}{'Answer':<16}Transaction"
    for exchange in found:
        told = summary(exchange)
        row = f"{exchange.number:<5}{exchange.moment:%Y-%m-%d %H:%M:%S}  {told.operation:<14}{told.message or '-':<12}"
        yield f"{row}{told.answer:<16}{told.transaction_id or '-'}"


@handles(statements.ControlScepLast)
def control_scep_last(console: Console, _statement: statements.ControlScepLast) -> Answer:
    """Show the last exchange."""
    found = console.exchanges.all
    if not found:
        yield "Nothing was sent yet."
        return
    yield from _shown(console, found[-1])


@handles(statements.ControlScep)
def control_scep(console: Console, statement: statements.ControlScep) -> Answer:
    """Show the exchange with a number."""
    is_number = re.fullmatch(r"[0-9]{1,9}", statement.number)
    found = console.exchanges.find(int(statement.number)) if is_number else None
    if found is None:
        raise ExchangeMissing(statement.number)
    yield from _shown(console, found)


def _shown(console: Console, exchange: Exchange) -> Answer:
    from fauxgate.inspector.layer import shown  # noqa: PLC0415 - the same
    from fauxgate.inspector.layers import layers  # noqa: PLC0415 - the same

    keys = [*console.appliance.private_keys(), *console.controls.keys()]
    yield f"Exchange {exchange.number}, {exchange.moment:%Y-%m-%d %H:%M:%S} UTC"
    yield from shown(layers(exchange, keys))
