"""`vpn ipsec phase1-interface` and `vpn ipsec phase1`.

Source: fortios-cli.md 9.2 and 9.3; limits, ranges and releases as public API clients state them; print order: schema
order, then the dependent options (2.3).
"""

from fauxgate.schema.firewall_shared import ADDRESSES
from fauxgate.schema.ipsec_phase1_clients import CLIENTS
from fauxgate.schema.ipsec_phase1_correction import CORRECTION
from fauxgate.schema.ipsec_phase1_gateway import GATEWAY
from fauxgate.schema.ipsec_phase1_peer import PEER
from fauxgate.schema.ipsec_phase1_secrets import SECRETS
from fauxgate.schema.ipsec_phase1_tunnel import TUNNEL
from fauxgate.schema.shared import NO_ADDRESS, SWITCH
from fauxgate.schema.types import (
    Choice,
    Integer,
    Ipv4Any,
    Ipv4Network,
    Ipv6Address,
    Ipv6Prefix,
    Name,
    Names,
    Option,
    String,
    Table,
    Value,
    When,
)

TYPE_DYNAMIC = When("type", ("dynamic",))

AUTHMETHOD_SIGNATURE = When("authmethod", ("signature",))

QKD_ALLOW_ETC = When("qkd", ("allow", "require"))

REMOTE_GW_MATCH_IPRANGE = When("remote-gw-match", ("iprange",))

REMOTE_GW6_MATCH_IPRANGE = When("remote-gw6-match", ("iprange",))

PHASE1_INTERFACE = Table(
    path=("vpn", "ipsec", "phase1-interface"),
    help="Gateways of tunnels with an interface: IKE, phase 1.",
    key=Option("name", Name(15), help="Name of the tunnel and its interface."),
    options=(
        *GATEWAY,
        *TUNNEL,
        *PEER,
        *CLIENTS,
        *SECRETS,
        *CORRECTION,
        Option("network-id", Integer(0, 255), "0", "Number of the network.", when=When("network-overlay", ("enable",))),
        Option(
            "dev-id", String(63), help="Name to tell.", since=(7, 4, 0), when=When("dev-id-notification", ("enable",))
        ),
        Option(
            "ems-sn-check",
            SWITCH,
            "disable",
            "Check that FortiClient EMS knows the client.",
            since=(7, 4, 1),
            when=TYPE_DYNAMIC,
        ),
        Option(
            "cert-trust-store",
            Choice((Value("local", "Those of the unit."), Value("ems", "Those of FortiClient EMS."))),
            "local",
            "Authorities that are trusted.",
            since=(7, 4, 2),
            when=AUTHMETHOD_SIGNATURE,
        ),
        Option(
            "qkd-hybrid",
            Choice(
                (Value("disable", "No."), Value("allow", "They may be used."), Value("require", "They must be used."))
            ),
            "disable",
            "Both kinds of keys together.",
            since=(7, 6, 3),
            when=QKD_ALLOW_ETC,
        ),
        Option("qkd-profile", String(35), help="Servers of quantum keys.", since=(7, 4, 2), when=QKD_ALLOW_ETC),
        Option(
            "fortinet-esp",
            SWITCH,
            "disable",
            "Format of ESP of Fortinet's own.",
            since=(7, 4, 2),
            when=When("transport", ("tcp", "auto")),
        ),
        Option(
            "auto-transport-threshold",
            Integer(1, 300),
            "15",
            "Seconds until TCP is tried.",
            since=(7, 6, 0),
            when=When("transport", ("auto",)),
        ),
        Option(
            "remote-gw-match",
            Choice(
                (
                    Value("any", "All."),
                    Value("ipmask", "A network."),
                    Value("iprange", "A range."),
                    Value("geography", "A country."),
                    Value("ztna", "Tags of ZTNA.", since=(7, 6, 0)),
                )
            ),
            "any",
            "Which addresses may call.",
            since=(7, 4, 4),
            when=TYPE_DYNAMIC,
        ),
        Option(
            "remote-gw-subnet",
            Ipv4Network(),
            "0.0.0.0 0.0.0.0",
            "Network that may call.",
            since=(7, 4, 4),
            when=When("remote-gw-match", ("ipmask",)),
        ),
        Option(
            "remote-gw-start-ip",
            Ipv4Any(),
            NO_ADDRESS,
            "First address that may call.",
            since=(7, 4, 4),
            when=REMOTE_GW_MATCH_IPRANGE,
        ),
        Option(
            "remote-gw-end-ip",
            Ipv4Any(),
            NO_ADDRESS,
            "Last address that may call.",
            since=(7, 4, 4),
            when=REMOTE_GW_MATCH_IPRANGE,
        ),
        Option(
            "remote-gw-country",
            String(2),
            help="Country that may call.",
            since=(7, 4, 4),
            when=When("remote-gw-match", ("geography",)),
        ),
        Option(
            "remote-gw-ztna-tags",
            Names(79),
            (),
            "Tags that may call.",
            since=(7, 6, 0),
            when=When("remote-gw-match", ("ztna",)),
            refers_to=ADDRESSES,
        ),
        Option(
            "remote-gw6-match",
            Choice(
                (
                    Value("any", "All."),
                    Value("ipprefix", "A network."),
                    Value("iprange", "A range."),
                    Value("geography", "A country."),
                )
            ),
            "any",
            "Which IPv6 addresses may call.",
            since=(7, 4, 4),
            when=TYPE_DYNAMIC,
        ),
        Option(
            "remote-gw6-subnet",
            Ipv6Prefix(),
            "::/0",
            "IPv6 network that may call.",
            since=(7, 4, 4),
            when=When("remote-gw6-match", ("ipprefix",)),
        ),
        Option(
            "remote-gw6-start-ip",
            Ipv6Address(),
            "::",
            "First IPv6 address that may call.",
            since=(7, 4, 4),
            when=REMOTE_GW6_MATCH_IPRANGE,
        ),
        Option(
            "remote-gw6-end-ip",
            Ipv6Address(),
            "::",
            "Last IPv6 address that may call.",
            since=(7, 4, 4),
            when=REMOTE_GW6_MATCH_IPRANGE,
        ),
        Option(
            "remote-gw6-country",
            String(2),
            help="Country that may call over IPv6.",
            since=(7, 4, 4),
            when=When("remote-gw6-match", ("geography",)),
        ),
        Option(
            "cert-peer-username-validation",
            Choice(
                (
                    Value("none", "None."),
                    Value("othername", "Other name."),
                    Value("rfc822name", "E-mail address."),
                    Value("cn", "Common name."),
                )
            ),
            "none",
            "Part of the certificate that must be the user name.",
            since=(7, 4, 4),
            when=AUTHMETHOD_SIGNATURE,
        ),
        Option(
            "cert-peer-username-strip",
            SWITCH,
            "disable",
            "Compare without the domain.",
            since=(7, 4, 4),
            when=AUTHMETHOD_SIGNATURE,
        ),
        Option(
            "fallback-tcp-threshold",
            Integer(1, 300),
            "15",
            "Seconds until TCP is tried.",
            since=(7, 4, 2),
            until=(7, 4, 4),
            when=When("transport", ("udp-fallback-tcp",)),
        ),
        Option(
            "forticlient-enforcement", SWITCH, "disable", "Let FortiClient in only.", until=(7, 4, 0), when=TYPE_DYNAMIC
        ),
        Option(
            "tunnel-search",
            Choice((Value("selectors", "By the selectors."), Value("nexthop", "By the next hop."))),
            help="How the tunnel of a packet is found.",
            until=(6, 4, 99),
            when=TYPE_DYNAMIC,
        ),
    ),
    quiet=True,
)
