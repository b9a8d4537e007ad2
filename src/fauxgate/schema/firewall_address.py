"""`firewall address`.

Source: fortios-cli.md 9.2 for the print order; limits, ranges and releases as public API clients state them.
"""

from fauxgate.schema.firewall_shared import NO_UUID, ZONES
from fauxgate.schema.shared import COUNT, INTERFACES, NO_ADDRESS, SWITCH
from fauxgate.schema.types import (
    Choice,
    Fqdn,
    Integer,
    Ipv4Any,
    Ipv4Network,
    Ipv4Wildcard,
    MacAddress,
    Name,
    Names,
    Option,
    String,
    Table,
    Uuid,
    Value,
    When,
)

TYPE_DYNAMIC = When("type", ("dynamic",))

TYPE_MAC = When("type", ("mac",))

TYPE_IPRANGE = When("type", ("iprange",))

TYPE_FQDN = When("type", ("fqdn",))

SUB_TYPE_SDN = When("sub-type", ("sdn",))

SUB_TYPE_DEVICE_IDENTIFICATION = When("sub-type", ("device-identification",))

ADDRESS = Table(
    path=("firewall", "address"),
    help="Addresses, networks and names of hosts.",
    key=Option("name", Name(79), help="Name of the address."),
    options=(
        Option("uuid", Uuid(), NO_UUID, "Identifier that does not change."),
        Option(
            "type",
            Choice(
                (
                    Value("ipmask", "A network."),
                    Value("iprange", "A range of addresses."),
                    Value("fqdn", "The name of a host."),
                    Value("geography", "The addresses of a country."),
                    Value("wildcard", "An address with a mask that may have gaps."),
                    Value("dynamic", "Addresses that another system tells."),
                    Value("interface-subnet", "The network of an interface."),
                    Value("mac", "MAC addresses."),
                    Value("route-tag", "Routes with a tag.", since=(7, 4, 0)),
                )
            ),
            "ipmask",
            "Kind of address.",
        ),
        Option(
            "sub-type",
            Choice(
                (
                    Value("sdn", "A connector to a cloud or controller."),
                    Value("clearpass-spt", "ClearPass, by the posture of the client."),
                    Value("fsso", "Logged in users of FSSO."),
                    Value("rsso", "Logged in users of RADIUS.", since=(7, 6, 1)),
                    Value("ems-tag", "Tags of FortiClient EMS."),
                    Value("fortivoice-tag", "Tags of FortiVoice.", since=(7, 0, 4)),
                    Value("fortinac-tag", "Tags of FortiNAC.", since=(7, 0, 4)),
                    Value("swc-tag", "Tags of a switch controller.", since=(7, 0, 1)),
                    Value("device-identification", "Devices that were identified.", since=(7, 4, 0)),
                    Value("external-resource", "A list that is fetched.", since=(7, 6, 1)),
                    Value("obsolete", "No longer in use.", since=(7, 6, 3)),
                    Value("telemetry", "Telemetry agents.", since=(7, 6, 4)),
                    Value("fortipolicy-tag", "Tags of FortiPolicy.", since=(7, 2, 4), until=(7, 6, 2)),
                )
            ),
            "sdn",
            "Which system tells the addresses.",
            when=TYPE_DYNAMIC,
        ),
        Option(
            "dirty",
            Choice((Value("dirty", "They must be fetched again."), Value("clean", "They are up to date."))),
            "dirty",
            "Whether the addresses must be fetched again.",
            when=When("sub-type", ("ems-tag",)),
        ),
        Option("comment", String(255), help="Remarks about this address."),
        Option(
            "associated-interface", String(35), help="Interface or zone where the address may be used.", refers_to=ZONES
        ),
        Option("color", Integer(0, 32), "0", "Color of the icon in the GUI (0 = default)."),
        Table(
            path=("tagging",),
            help="Tags of the address.",
            key=Option("name", Name(63), help="Name of the entry."),
            options=(
                Option("category", String(63), help="Category of the tags."),
                Option("tags", Names(79), (), "Tags."),
            ),
        ),
        Option("allow-routing", SWITCH, "disable", "Allow the address in routes."),
        Option("fabric-object", SWITCH, "disable", "Share the address in the Security Fabric.", since=(6, 4, 4)),
        Option(
            "subnet",
            Ipv4Network(),
            "0.0.0.0 0.0.0.0",
            "Network and mask.",
            when=When("type", ("ipmask", "interface-subnet")),
        ),
        Option("route-tag", COUNT, "0", "Tag of the routes.", since=(7, 4, 0), when=When("type", ("route-tag",))),
        Option(
            "clearpass-spt",
            Choice(
                (
                    Value("unknown", "Not known."),
                    Value("healthy", "Healthy."),
                    Value("quarantine", "In quarantine."),
                    Value("checkup", "To be checked."),
                    Value("transient", "Between two states."),
                    Value("infected", "Infected."),
                )
            ),
            "unknown",
            "Posture of the client.",
            when=When("sub-type", ("clearpass-spt",)),
        ),
        Option("macaddr", Names(127), (), "MAC addresses and ranges of them.", since=(7, 0, 0), when=TYPE_MAC),
        Option("start-ip", Ipv4Any(), NO_ADDRESS, "First address.", when=TYPE_IPRANGE),
        Option("end-ip", Ipv4Any(), NO_ADDRESS, "Last address.", when=TYPE_IPRANGE),
        Option("fqdn", Fqdn(255), help="Name of the host.", when=TYPE_FQDN),
        Option("country", String(2), help="Two letters of the country.", when=When("type", ("geography",))),
        Option(
            "cache-ttl",
            Integer(0, 86400),
            "0",
            "Least number of seconds that an answer of DNS is used.",
            when=TYPE_FQDN,
        ),
        Option(
            "wildcard",
            Ipv4Wildcard(),
            "0.0.0.0 0.0.0.0",
            "Address and mask with gaps.",
            when=When("type", ("wildcard",)),
        ),
        Option("sdn", String(35), help="Connector.", when=SUB_TYPE_SDN),
        Option("fsso-group", Names(511), (), "Groups of FSSO.", when=When("sub-type", ("fsso",))),
        Option(
            "sso-attribute-value",
            Names(511),
            (),
            "Attributes of RADIUS.",
            since=(7, 6, 1),
            when=When("sub-type", ("rsso",)),
        ),
        Option(
            "interface",
            String(35),
            help="Interface whose network is meant.",
            when=When("type", ("interface-subnet",)),
            required=True,
            refers_to=INTERFACES,
        ),
        Option("tenant", String(35), help="Tenant.", when=TYPE_DYNAMIC),
        Option("organization", String(35), help="Organization and domain.", when=TYPE_DYNAMIC),
        Option("epg-name", String(255), help="Endpoint group.", when=TYPE_DYNAMIC),
        Option("subnet-name", String(255), help="Name of the network.", when=TYPE_DYNAMIC),
        Option("sdn-tag", String(15), help="Tag of the connector.", when=TYPE_DYNAMIC),
        Option("policy-group", String(15), help="Policy group.", when=TYPE_DYNAMIC),
        Option("obj-tag", String(255), help="Tag of the object.", when=TYPE_DYNAMIC),
        Option(
            "obj-type",
            Choice((Value("ip", "IP addresses."), Value("mac", "MAC addresses."))),
            "ip",
            "Kind of addresses in the object.",
            when=TYPE_DYNAMIC,
        ),
        Option(
            "tag-detection-level",
            String(15),
            help="Level at which the tag is detected.",
            since=(7, 0, 4),
            when=TYPE_DYNAMIC,
        ),
        Option("tag-type", String(63), help="Kind of tag.", since=(7, 0, 4), when=TYPE_DYNAMIC),
        Option(
            "hw-vendor", String(35), help="Maker of the device.", since=(7, 4, 0), when=SUB_TYPE_DEVICE_IDENTIFICATION
        ),
        Option(
            "hw-model", String(35), help="Model of the device.", since=(7, 4, 0), when=SUB_TYPE_DEVICE_IDENTIFICATION
        ),
        Option(
            "os",
            String(35),
            help="Operating system of the device.",
            since=(7, 4, 0),
            when=SUB_TYPE_DEVICE_IDENTIFICATION,
        ),
        Option(
            "sw-version",
            String(35),
            help="Version of the device's software.",
            since=(7, 4, 0),
            when=SUB_TYPE_DEVICE_IDENTIFICATION,
        ),
        Option("filter", String(2047), help="Condition that the connector matches.", when=TYPE_DYNAMIC),
        Option(
            "sdn-addr-type",
            Choice(
                (
                    Value("private", "Private addresses."),
                    Value("public", "Public addresses."),
                    Value("all", "All addresses."),
                )
            ),
            "private",
            "Which addresses are taken.",
            when=SUB_TYPE_SDN,
        ),
        Option(
            "node-ip-only", SWITCH, "disable", "Take the addresses of nodes only.", since=(7, 0, 0), when=SUB_TYPE_SDN
        ),
        Option("obj-id", String(255), help="Identifier of the object.", when=TYPE_DYNAMIC),
        Table(
            path=("list",),
            help="Addresses that were learnt.",
            key=Option("ip", Name(35), help="Name of the entry."),
            options=(Option("ip", String(35), help="Address."),),
            when=TYPE_DYNAMIC,
        ),
        Option(
            "passive-fqdn-learning",
            SWITCH,
            "enable",
            "Learn addresses from the answers that clients get.",
            since=(7, 6, 5),
            when=TYPE_FQDN,
        ),
        Option(
            "agent-id", String(255), help="Telemetry agent.", since=(7, 6, 4), when=When("sub-type", ("telemetry",))
        ),
        Option("start-mac", MacAddress(), help="First MAC address.", until=(6, 4, 99), when=TYPE_MAC),
        Option("end-mac", MacAddress(), help="Last MAC address.", until=(6, 4, 99), when=TYPE_MAC),
    ),
    factory=(
        ("none", (("subnet", "0.0.0.0 255.255.255.255"),)),
        ("all", ()),
        ("FIREWALL_AUTH_PORTAL_ADDRESS", ()),
        ("FABRIC_DEVICE", (("comment", "IPv4 addresses of Fabric Devices."),)),
        (
            "SSLVPN_TUNNEL_ADDR1",
            (("type", "iprange"), ("start-ip", "10.212.134.200"), ("end-ip", "10.212.134.210")),
        ),
    ),
    unlike=(("firewall", "addrgrp"),),
    noun="address",
)
