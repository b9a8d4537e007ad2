"""`firewall addrgrp`.

Source: limits, ranges and releases as public API clients state them; print orders as in published configurations of
7.2 (`uuid` first) and 7.6 (`allow-routing` before the members, `uuid` behind them). Inferred: it changed with 7.4.
"""

from fauxgate.schema.firewall_shared import ADDRESSES, NO_UUID
from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import Choice, Integer, Name, Names, Option, String, Table, Uuid, Value, When

ADDRESS_GROUP = Table(
    path=("firewall", "addrgrp"),
    help="Groups of addresses.",
    key=Option("name", Name(79), help="Name of the group."),
    options=(
        Option("uuid", Uuid(), NO_UUID, "Identifier that does not change.", until=(7, 2, 99)),
        Option(
            "type",
            Choice(
                (
                    Value("default", "Groups and addresses may be in several groups."),
                    Value("folder", "Each member is in this group only."),
                )
            ),
            "default",
            "Kind of group.",
        ),
        Option(
            "category",
            Choice(
                (
                    Value("default", "Addresses."),
                    Value("ztna-ems-tag", "Tags of FortiClient EMS for ZTNA."),
                    Value("ztna-geo-tag", "Countries for ZTNA."),
                    Value("telemetry", "Telemetry agents.", since=(7, 6, 4)),
                )
            ),
            "default",
            "What the group is for.",
            since=(7, 0, 0),
        ),
        Option("allow-routing", SWITCH, "disable", "Allow the group in routes.", since=(7, 4, 0)),
        Option("member", Names(79), (), "Addresses and groups in the group.", required=True, refers_to=ADDRESSES),
        Option("comment", String(255), help="Remarks about this group."),
        Option("uuid", Uuid(), NO_UUID, "Identifier that does not change.", since=(7, 4, 0)),
        Option("exclude", SWITCH, "disable", "Leave some addresses out."),
        Option("color", Integer(0, 32), "0", "Color of the icon in the GUI (0 = default)."),
        Table(
            path=("tagging",),
            help="Tags of the group.",
            key=Option("name", Name(63), help="Name of the entry."),
            options=(
                Option("category", String(63), help="Category of the tags."),
                Option("tags", Names(79), (), "Tags."),
            ),
        ),
        Option("allow-routing", SWITCH, "disable", "Allow the group in routes.", until=(7, 2, 99)),
        Option("fabric-object", SWITCH, "disable", "Share the group in the Security Fabric.", since=(6, 4, 4)),
        Option(
            "exclude-member",
            Names(79),
            (),
            "Addresses and groups that are left out.",
            when=When("exclude", ("enable",)),
            required=True,
            refers_to=ADDRESSES,
        ),
    ),
    unlike=(("firewall", "address"),),
    noun="address group",
)
