"""Where the other side is, and how phase 1 is negotiated: the options that always apply.

Source: see `ipsec_phase1`.
"""

from fauxgate.schema.ipsec_proposals import DHGROUPS, GROUPS, OFFERED, OLD_GROUPS, PROPOSALS
from fauxgate.schema.shared import INTERFACES, NO_ADDRESS, SWITCH
from fauxgate.schema.types import Choice, Integer, Ipv4Address, Ipv6Address, Option, String, Value, When

MODE_CFG = When("mode-cfg", ("enable",))

GATEWAY = (
    Option(
        "type",
        Choice((Value("static", "Its address."), Value("dynamic", "Nothing: it calls."), Value("ddns", "Its name."))),
        "static",
        "What is known of the other side.",
    ),
    Option(
        "interface", String(35), help="Interface that the tunnel goes through.", required=True, refers_to=INTERFACES
    ),
    Option("ip-version", Choice((Value("4", "IPv4."), Value("6", "IPv6."))), "4", "Version of IP outside the tunnel."),
    Option("ike-version", Choice((Value("1", "IKEv1."), Value("2", "IKEv2."))), "1", "Version of IKE."),
    Option("local-gw", Ipv4Address(), NO_ADDRESS, "Own address outside the tunnel.", when=When("ip-version", ("4",))),
    Option("local-gw6", Ipv6Address(), "::", "Own IPv6 address outside the tunnel.", when=When("ip-version", ("6",))),
    Option("keylife", Integer(120, 172800), "86400", "Seconds that the keys of phase 1 are good."),
    Option(
        "authmethod",
        Choice((Value("psk", "By a secret that both know."), Value("signature", "By certificates."))),
        "psk",
        "How the sides prove who they are.",
    ),
    Option(
        "mode",
        Choice(
            (
                Value("aggressive", "In three messages, the identity open."),
                Value("main", "In six messages, the identity hidden."),
            )
        ),
        "main",
        "How phase 1 is negotiated.",
        when=When("ike-version", ("1",)),
    ),
    Option(
        "peertype",
        Choice(
            (
                Value("any", "All."),
                Value("one", "One identity."),
                Value("dialup", "Members of a group of users."),
                Value("peer", "One user with a certificate."),
                Value("peergrp", "A group of users with certificates."),
            )
        ),
        "peer",
        "Which other sides may connect.",
    ),
    # Inferred: published configurations up to 7.4 print `disable`, so it cannot be what an unset option means there.
    Option("net-device", SWITCH, "enable", "One interface for each caller.", until=(7, 4, 99)),
    Option("net-device", SWITCH, "disable", "One interface for each caller.", since=(7, 6, 0)),
    Option("passive-mode", SWITCH, "disable", "Wait for the other side to begin."),
    Option("exchange-interface-ip", SWITCH, "disable", "Tell the other side the address of the tunnel's interface."),
    Option("aggregate-member", SWITCH, "disable", "Let the tunnel be part of an aggregate."),
    Option(
        "packet-redistribution",
        SWITCH,
        "disable",
        "Send packets over other members when one is down.",
        since=(7, 4, 2),
        until=(7, 4, 2),
    ),
    Option("peer-egress-shaping", SWITCH, "disable", "Let the other side limit the rate.", since=(7, 6, 4)),
    Option("mode-cfg", SWITCH, "disable", "Give or take addresses by IKE."),
    Option("ipv4-dns-server1", Ipv4Address(), NO_ADDRESS, "DNS server 1 for clients.", when=MODE_CFG),
    Option("ipv4-dns-server2", Ipv4Address(), NO_ADDRESS, "DNS server 2 for clients.", when=MODE_CFG),
    Option("ipv4-dns-server3", Ipv4Address(), NO_ADDRESS, "DNS server 3 for clients.", when=MODE_CFG),
    Option("proposal", PROPOSALS, OFFERED, "Encryption and authentication of phase 1, the best first."),
    Option("add-gw-route", SWITCH, "disable", "Add a route to the other side."),
    Option("localid", String(63), help="Own identity."),
    Option(
        "localid-type",
        Choice(
            (
                Value("auto", "What fits."),
                Value("fqdn", "A host name."),
                Value("user-fqdn", "A name with a domain."),
                Value("keyid", "Any text."),
                Value("address", "An address."),
                Value("asn1dn", "The subject of the certificate."),
            )
        ),
        "auto",
        "Kind of own identity.",
    ),
    Option("auto-negotiate", SWITCH, "enable", "Negotiate without waiting for traffic."),
    Option("negotiate-timeout", Integer(1, 300), "30", "Seconds until a negotiation is given up."),
    Option("fragmentation", SWITCH, "enable", "Send long messages of IKE in parts."),
    Option(
        "ip-fragmentation",
        Choice(
            (
                Value("pre-encapsulation", "Before they go into the tunnel."),
                Value("post-encapsulation", "After they went into the tunnel."),
            )
        ),
        "post-encapsulation",
        "When long packets are split.",
    ),
    Option(
        "dpd",
        Choice(
            (
                Value("disable", "Never."),
                Value("on-idle", "When the tunnel is idle."),
                Value("on-demand", "When there is traffic without answer."),
            )
        ),
        "on-demand",
        "When to check whether the other side is there.",
    ),
    Option("comments", String(255), help="Remarks about this gateway."),
    Option("npu-offload", SWITCH, "enable", "Give the tunnel to the network processor."),
    Option("dhgrp", DHGROUPS, OLD_GROUPS, "Diffie-Hellman groups, the best first.", until=(7, 4, 99)),
    Option("dhgrp", DHGROUPS, GROUPS, "Diffie-Hellman groups, the best first.", since=(7, 6, 0)),
    Option(
        "suite-b",
        Choice(
            (
                Value("disable", "Turn it off."),
                Value("suite-b-gcm-128", "AES-GCM of 128 bits."),
                Value("suite-b-gcm-256", "AES-GCM of 256 bits."),
            )
        ),
        "disable",
        "Suite B.",
    ),
    Option("eap", SWITCH, "disable", "Ask clients for a password by EAP.", when=When("ike-version", ("2",))),
    Option(
        "eap-identity",
        Choice((Value("use-id-payload", "From IKE."), Value("send-request", "From EAP."))),
        "use-id-payload",
        "Where the identity comes from.",
        when=When("eap", ("enable",)),
    ),
)
