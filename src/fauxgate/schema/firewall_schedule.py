"""`firewall schedule recurring`, `firewall schedule onetime` and `firewall schedule group`.

Source: limits, ranges and releases as public API clients state them; the schedules of a new unit as in published
configurations.
"""

from fauxgate.schema.firewall_shared import NO_UUID, SINGLE_SCHEDULES
from fauxgate.schema.shared import SWITCH, WEEKDAYS
from fauxgate.schema.types import (
    AsTyped,
    Choice,
    Choices,
    Integer,
    Moment,
    Name,
    Names,
    Option,
    Table,
    TimeOfDay,
    Uuid,
    Value,
)

EVERY_DAY = tuple(day.name for day in WEEKDAYS)

RECURRING = Table(
    path=("firewall", "schedule", "recurring"),
    help="Times that come back every week.",
    key=Option("name", Name(31), help="Name of the schedule."),
    options=(
        Option("uuid", Uuid(), NO_UUID, "Identifier that does not change.", since=(7, 6, 0)),
        Option("start", TimeOfDay(), "00:00", "Time of day when it begins."),
        Option("end", TimeOfDay(), "00:00", "Time of day when it ends."),
        Option(
            "day",
            Choices(
                (
                    *WEEKDAYS,
                    Value("none", "No day."),
                )
            ),
            ("none",),
            "Days of the week.",
        ),
        Option(
            "label-day",
            Choice(
                (
                    Value("none", "None."),
                    Value("over-night", "During the night."),
                    Value("early-morning", "Before the morning."),
                    Value("morning", "In the morning."),
                    Value("midday", "At noon."),
                    Value("afternoon", "In the afternoon."),
                    Value("evening", "In the evening."),
                    Value("night", "At night."),
                    Value("late-night", "After midnight."),
                )
            ),
            "none",
            "Part of the day.",
            since=(7, 6, 5),
        ),
        Option("color", Integer(0, 32), "0", "Color of the icon in the GUI (0 = default)."),
        Option("fabric-object", SWITCH, "disable", "Share the schedule in the Security Fabric.", since=(6, 4, 4)),
    ),
    factory=(
        ("always", (("day", EVERY_DAY),)),
        ("none", ()),
        ("default-darrp-optimize", (("start", "01:00"), ("end", "01:30"), ("day", EVERY_DAY))),
    ),
)

ONETIME = Table(
    path=("firewall", "schedule", "onetime"),
    help="Times that come once.",
    key=Option("name", Name(31), help="Name of the schedule."),
    options=(
        Option("uuid", Uuid(), NO_UUID, "Identifier that does not change.", since=(7, 6, 0)),
        Option("start", Moment(), help="Time and date when it begins.", required=True),
        Option("start-utc", AsTyped(), help="Begin, in seconds since 1970.", since=(7, 2, 4)),
        Option("end", Moment(), help="Time and date when it ends.", required=True),
        Option("end-utc", AsTyped(), help="End, in seconds since 1970.", since=(7, 2, 4)),
        Option("color", Integer(0, 32), "0", "Color of the icon in the GUI (0 = default)."),
        Option("expiration-days", Integer(0, 100), "3", "Days before the end to log a warning (0 = never)."),
        Option("fabric-object", SWITCH, "disable", "Share the schedule in the Security Fabric.", since=(6, 4, 4)),
    ),
    quiet=True,
)

SCHEDULE_GROUP = Table(
    path=("firewall", "schedule", "group"),
    help="Groups of schedules.",
    key=Option("name", Name(31), help="Name of the group."),
    options=(
        Option("uuid", Uuid(), NO_UUID, "Identifier that does not change.", since=(7, 6, 0)),
        Option("member", Names(79), (), "Schedules in the group.", required=True, refers_to=SINGLE_SCHEDULES),
        Option("color", Integer(0, 32), "0", "Color of the icon in the GUI (0 = default)."),
        Option("fabric-object", SWITCH, "disable", "Share the group in the Security Fabric.", since=(6, 4, 4)),
    ),
    quiet=True,
)
