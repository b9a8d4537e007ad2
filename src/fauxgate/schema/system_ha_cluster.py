"""The part of `system ha` that each virtual cluster has for itself.

Source: fortios-cli.md 9.1 (ANS, HFX).
"""

from fauxgate.schema.shared import INTERFACES, SWITCH
from fauxgate.schema.types import Integer, Names, Object, Option, Release, Table, Value, When


def _election(since: Release | None = None) -> tuple[Option, ...]:
    """Which unit is the first; `since` is when the section came."""
    return (
        Option("override", SWITCH, "disable", "Let the unit with the highest priority take over again."),
        Option("priority", Integer(0, 255), "128", "Priority of this unit."),
        Option("override-wait-time", Integer(0, 3600), "0", "Seconds before it takes over again."),
        Option(
            "monitor", Names(15), (), "Interfaces whose failure makes another unit take over.", refers_to=INTERFACES
        ),
        Option(
            "pingserver-monitor-interface",
            Names(15),
            (),
            "Interfaces through which servers must answer.",
            refers_to=INTERFACES,
        ),
        Option("pingserver-failover-threshold", Integer(0, 50), "0", "Lost servers that make another unit take over."),
        Option(
            "pingserver-secondary-force-reset",
            SWITCH,
            "enable",
            "Choose the first unit again after servers were lost.",
            since=since or (6, 4, 4),
        ),
        Option("pingserver-slave-force-reset", SWITCH, "enable", "The same.", until=(6, 4, 3)),
    )


VCLUSTER = (
    *_election(),
    Option("pingserver-flip-timeout", Integer(6, 2147483647), "60", "Minutes before units change again for servers."),
)

# Until 7.0 there were two virtual clusters at most.
VCLUSTERS_OLD = (
    Option("vdom", Names(31), (), "Virtual domains of the first virtual cluster.", until=(7, 0, 99)),
    Option("vcluster2", SWITCH, "disable", "Form a second virtual cluster.", until=(7, 0, 99)),
)

SECONDARY_VCLUSTER = Object(
    path=("secondary-vcluster",),
    help="The second virtual cluster.",
    options=(
        *_election(),
        Option("vdom", Names(31), (), "Its virtual domains."),
        Option("vcluster-id", Integer(), "1", "Its number."),
    ),
    until=(7, 0, 99),
    when=When("vcluster2", ("enable",)),
)

VCLUSTERS = Table(
    path=("vcluster",),
    help="Clusters of virtual domains.",
    key=Option("vcluster-id", Integer(1, 30), help="Number of the virtual cluster."),
    options=(
        *VCLUSTER,
        Option("vdom", Names(31), (), "Virtual domains of the virtual cluster."),
    ),
    since=(7, 2, 0),
    when=When("vcluster-status", ("enable",)),
)

CIPHERS = ("aes128", "aes192", "aes256")

HASHES = {"sha1": "SHA-1", "sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512"}


def proposal() -> tuple[Value, ...]:
    """The algorithms that units may use between them."""
    pairs = tuple(
        Value(f"{cipher}-{name}", f"{cipher.upper()} with {spoken}.")
        for cipher in CIPHERS
        for name, spoken in HASHES.items()
    )
    return (
        *pairs,
        Value("aes128gcm", "AES128 in GCM."),
        Value("aes256gcm", "AES256 in GCM."),
        Value("chacha20poly1305", "ChaCha20 with Poly1305."),
    )
