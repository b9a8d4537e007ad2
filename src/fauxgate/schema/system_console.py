"""`system console`.

Source: fortios-cli.md 9.2; releases: 9.1 (ANS).
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import Choice, Object, Option, Value

BAUDRATE = Choice(
    tuple(Value(rate, f"{rate} bits a second.") for rate in ("9600", "19200", "38400", "57600", "115200"))
)

CONSOLE = Object(
    path=("system", "console"),
    help="The console and how it prints.",
    is_global=True,
    options=(
        Option(
            "mode",
            Choice((Value("batch", "Batch."), Value("line", "Line by line."))),
            "line",
            "How commands are read.",
            until=(7, 4, 0),
        ),
        Option("baudrate", BAUDRATE, "9600", "Speed of the serial console.", until=(7, 4, 1)),
        Option(
            "output",
            Choice(
                (
                    Value("standard", "Without pauses."),
                    Value("more", "With a pause after each page."),
                )
            ),
            "more",
            "How long outputs are printed.",
        ),
        Option("login", SWITCH, "enable", "Allow logins at the serial console."),
        Option("fortiexplorer", SWITCH, "enable", "Allow FortiExplorer."),
    ),
)
