"""Secrets, passwords and additional key exchanges of a gateway.

Source: see `ipsec_phase1`.
"""

from fauxgate.schema.ipsec_proposals import ADDKE
from fauxgate.schema.shared import NO_ADDRESS, SWITCH
from fauxgate.schema.types import (
    AsTyped,
    Choice,
    Integer,
    Ipv4Address,
    Ipv6Address,
    Option,
    Password,
    String,
    Value,
    When,
)

TYPE_DYNAMIC = When("type", ("dynamic",))

DPD_ON_IDLE_ETC = When("dpd", ("on-idle", "on-demand"))

AUTHMETHOD_SIGNATURE = When("authmethod", ("signature",))

IKE_VERSION_2 = When("ike-version", ("2",))

EAP = When("eap", ("enable",))

PPK_ALLOW_ETC = When("ppk", ("allow", "require"))

XAUTHTYPE_CLIENT = When("xauthtype", ("client",))

IDLE_TIMEOUT = When("idle-timeout", ("enable",))

ENCAPSULATION_ADDRESS_IPV4 = When("encapsulation-address", ("ipv4",))

ENCAPSULATION_ADDRESS_IPV6 = When("encapsulation-address", ("ipv6",))

SECRETS = (
    Option("add-route", SWITCH, "enable", "Add routes to the clients' networks.", when=TYPE_DYNAMIC),
    Option(
        "psksecret",
        Password(128),
        help="Secret that both sides know.",
        when=When("authmethod", ("psk",)),
        secret=True,
        required=True,
    ),
    Option(
        "psksecret-remote",
        Password(128),
        help="Secret of the other side.",
        when=When("authmethod-remote", ("psk",)),
        secret=True,
    ),
    Option(
        "keepalive",
        Integer(5, 900),
        "10",
        "Seconds between packets that keep NAT open.",
        when=When("nattraversal", ("enable", "forced")),
    ),
    Option("distance", Integer(1, 255), "15", "Distance of the added routes.", when=TYPE_DYNAMIC),
    Option("priority", Integer(1, 65535), "1", "Priority of the added routes.", when=TYPE_DYNAMIC),
    Option(
        "dpd-retrycount", Integer(1, 10), "3", "Checks without answer until the tunnel is closed.", when=DPD_ON_IDLE_ETC
    ),
    Option("dpd-retryinterval", AsTyped(), "20", "Seconds between checks.", when=DPD_ON_IDLE_ETC),
    Option(
        "send-cert-chain", SWITCH, "enable", "Send the certificates of the authorities too.", when=AUTHMETHOD_SIGNATURE
    ),
    Option("addke1", ADDKE, (), "Additional key exchange 1.", since=(7, 6, 0), when=IKE_VERSION_2),
    Option("addke2", ADDKE, (), "Additional key exchange 2.", since=(7, 6, 0), when=IKE_VERSION_2),
    Option("addke3", ADDKE, (), "Additional key exchange 3.", since=(7, 6, 0), when=IKE_VERSION_2),
    Option("addke4", ADDKE, (), "Additional key exchange 4.", since=(7, 6, 0), when=IKE_VERSION_2),
    Option("addke5", ADDKE, (), "Additional key exchange 5.", since=(7, 6, 0), when=IKE_VERSION_2),
    Option("addke6", ADDKE, (), "Additional key exchange 6.", since=(7, 6, 0), when=IKE_VERSION_2),
    Option("addke7", ADDKE, (), "Additional key exchange 7.", since=(7, 6, 0), when=IKE_VERSION_2),
    Option(
        "eap-exclude-peergrp",
        String(35),
        help="Users with certificates who need no EAP.",
        when=EAP,
        refers_to=(("user", "peergrp"),),
    ),
    Option("eap-cert-auth", SWITCH, "disable", "Ask for certificate and EAP.", since=(7, 4, 2), when=EAP),
    Option("acct-verify", SWITCH, "disable", "Check that accounting begins.", when=EAP),
    Option(
        "ppk",
        Choice((Value("disable", "None."), Value("allow", "It may be used."), Value("require", "It must be used."))),
        "disable",
        "Post-quantum secret.",
        when=IKE_VERSION_2,
    ),
    Option("ppk-secret", Password(128), help="Post-quantum secret.", when=PPK_ALLOW_ETC, secret=True),
    Option("ppk-identity", String(35), help="Name of the secret.", when=PPK_ALLOW_ETC),
    Option("reauth", SWITCH, "disable", "Prove identities again with new keys.", when=IKE_VERSION_2),
    Option("authusr", String(64), help="User name for XAUTH.", when=XAUTHTYPE_CLIENT),
    Option("authpasswd", Password(128), help="Password for XAUTH.", when=XAUTHTYPE_CLIENT, secret=True),
    Option("group-authentication", SWITCH, "disable", "Prove membership of a group.", when=IKE_VERSION_2),
    Option(
        "group-authentication-secret",
        Password(128),
        help="Secret of the group.",
        when=When("group-authentication", ("enable",)),
        secret=True,
    ),
    Option(
        "authusrgrp",
        String(35),
        help="Group of users who may connect.",
        when=When("xauthtype", ("pap", "chap", "auto")),
        refers_to=(("user", "group"),),
    ),
    Option(
        "mesh-selector-type",
        Choice((Value("disable", "No."), Value("subnet", "To the network."), Value("host", "To the host."))),
        "disable",
        "Narrow selectors on the way.",
        when=When("type", ("static", "dynamic")),
    ),
    Option(
        "shared-idle-timeout",
        SWITCH,
        "disable",
        "Count idle time for all phases 2 together.",
        since=(7, 6, 0),
        when=IDLE_TIMEOUT,
    ),
    Option(
        "idle-timeoutinterval", Integer(5, 43200), "15", "Minutes until an idle tunnel is closed.", when=IDLE_TIMEOUT
    ),
    Option("auto-discovery-psk", SWITCH, "disable", "Use secrets for shortcuts.", when=AUTHMETHOD_SIGNATURE),
    Option(
        "encapsulation-address",
        Choice(
            (
                Value("ike", "Those of the tunnel."),
                Value("ipv4", "IPv4 addresses that are set."),
                Value("ipv6", "IPv6 addresses that are set."),
            )
        ),
        "ike",
        "Addresses in these headers.",
        when=When("encapsulation", ("gre", "vxlan")),
    ),
    Option("encap-local-gw4", Ipv4Address(), NO_ADDRESS, "Own address.", when=ENCAPSULATION_ADDRESS_IPV4),
    Option("encap-local-gw6", Ipv6Address(), "::", "Own IPv6 address.", when=ENCAPSULATION_ADDRESS_IPV6),
    Option(
        "encap-remote-gw4", Ipv4Address(), NO_ADDRESS, "Address of the other side.", when=ENCAPSULATION_ADDRESS_IPV4
    ),
    Option("encap-remote-gw6", Ipv6Address(), "::", "IPv6 address of the other side.", when=ENCAPSULATION_ADDRESS_IPV6),
    Option("vni", Integer(0, 16777215), "0", "Number of the VXLAN.", when=When("encapsulation", ("vxlan",))),
    Option(
        "esn",
        Choice(
            (
                Value("require", "They must be used."),
                Value("allow", "They may be used."),
                Value("disable", "They are not used."),
            )
        ),
        "disable",
        "Long sequence numbers.",
        when=IKE_VERSION_2,
    ),
    Option("childless-ike", SWITCH, "disable", "Begin without a phase 2.", when=IKE_VERSION_2),
    Option(
        "azure-ad-autoconnect",
        SWITCH,
        "disable",
        "Connect clients by their Azure AD account.",
        since=(7, 4, 2),
        when=IKE_VERSION_2,
    ),
    Option(
        "client-resume", SWITCH, "disable", "Let clients resume after they slept.", since=(7, 4, 4), when=IKE_VERSION_2
    ),
    Option(
        "client-resume-interval",
        Integer(120, 172800),
        "7200",
        "Seconds that a client may sleep.",
        since=(7, 4, 4),
        when=When("client-resume", ("enable",)),
    ),
)
