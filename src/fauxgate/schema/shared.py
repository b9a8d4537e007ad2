"""Types and values that options of several tables have in common."""

from fauxgate.schema.types import Choice, Integer, Pem, Value

ENABLE = Value("enable", "Turn it on.")
DISABLE = Value("disable", "Turn it off.")

SWITCH = Choice((ENABLE, DISABLE))

RANGE = Choice(
    (
        Value("global", "For all virtual domains."),
        Value("vdom", "For this virtual domain only."),
    )
)

SOURCE = Choice(
    (
        Value("factory", "Built in at the factory."),
        Value("user", "Made or imported by an administrator."),
        Value("bundle", "Part of a bundle of certificates."),
    )
)

INTERFACE_SELECT_METHOD = Choice(
    (
        Value("auto", "Follow the routing table."),
        Value("sdwan", "Follow the SD-WAN rules."),
        Value("specify", "Use the interface that is set."),
    )
)

CERTIFICATE = Pem(("CERTIFICATE",))

COUNT = Integer(0, 4294967295)

NO_ADDRESS = "0.0.0.0"  # noqa: S104 - a value that says "none"; nothing listens there.
