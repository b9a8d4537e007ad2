"""What a gateway does with its tunnel: the options that always apply.

Source: see `ipsec_phase1`.
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import Choice, Integer, Option, String, Value, When

TRANSPORT = Choice(
    (
        Value("udp", "UDP."),
        Value("auto", "What works.", since=(7, 6, 0)),
        Value("tcp", "TCP."),
        Value("udp-fallback-tcp", "UDP, or TCP where it does not work.", until=(7, 4, 4)),
    )
)

TUNNEL = (
    Option(
        "wizard-type",
        Choice(
            (
                Value("custom", "None."),
                Value("dialup-forticlient", "FortiClient calls."),
                Value("dialup-ios", "iOS calls."),
                Value("dialup-android", "Android calls."),
                Value("dialup-windows", "Windows calls."),
                Value("dialup-cisco", "Cisco clients call."),
                Value("static-fortigate", "To a FortiGate."),
                Value("dialup-fortigate", "A FortiGate calls."),
                Value("static-cisco", "To a Cisco device."),
                Value("dialup-cisco-fw", "A Cisco firewall calls."),
                Value("simplified-static-fortigate", "To a FortiGate, simplified."),
                Value("hub-fortigate-auto-discovery", "Hub of a network with shortcuts."),
                Value("spoke-fortigate-auto-discovery", "Spoke of a network with shortcuts."),
                Value("fabric-overlay-orchestrator", "Made by the overlay orchestrator.", since=(7, 6, 1)),
            )
        ),
        "custom",
        "Wizard that made the gateway.",
    ),
    Option(
        "xauthtype",
        Choice(
            (
                Value("disable", "No."),
                Value("client", "This unit is asked."),
                Value("pap", "Ask by PAP."),
                Value("chap", "Ask by CHAP."),
                Value("auto", "Ask by what fits."),
            )
        ),
        "disable",
        "Ask for a password by XAUTH.",
        when=When("ike-version", ("1",)),
    ),
    Option("idle-timeout", SWITCH, "disable", "Close the tunnel when it is idle."),
    Option("ha-sync-esp-seqno", SWITCH, "enable", "Share sequence numbers in a cluster."),
    Option("fgsp-sync", SWITCH, "disable", "Share the tunnel among FGSP peers.", since=(7, 0, 8)),
    Option("inbound-dscp-copy", SWITCH, "disable", "Copy DSCP from the outer header.", since=(7, 0, 6)),
    Option("auto-discovery-sender", SWITCH, "disable", "Offer shortcuts."),
    Option("auto-discovery-receiver", SWITCH, "disable", "Accept shortcuts."),
    Option("auto-discovery-forwarder", SWITCH, "disable", "Pass offers of shortcuts on."),
    Option(
        "auto-discovery-shortcuts",
        Choice((Value("independent", "They stay."), Value("dependent", "They close."))),
        "independent",
        "What shortcuts do when the tunnel is down.",
        since=(6, 4, 4),
    ),
    Option(
        "auto-discovery-crossover",
        Choice((Value("allow", "Allowed."), Value("block", "Not allowed."))),
        "allow",
        "Shortcuts over other overlays.",
        since=(7, 4, 0),
    ),
    Option(
        "auto-discovery-offer-interval", Integer(1, 300), "5", "Seconds between offers of shortcuts.", since=(7, 2, 0)
    ),
    Option("auto-discovery-dialup-placeholder", SWITCH, "disable", "Keep a place for each caller.", since=(7, 6, 1)),
    Option(
        "encapsulation",
        Choice(
            (
                Value("none", "None."),
                Value("gre", "GRE."),
                Value("vxlan", "VXLAN."),
                Value("vpn-id-ipip", "IP in IP with the VPN's number.", since=(7, 2, 0)),
            )
        ),
        "none",
        "More headers in the tunnel.",
    ),
    Option(
        "nattraversal",
        Choice((Value("enable", "Where there is NAT."), Value("disable", "Never."), Value("forced", "Always."))),
        "enable",
        "Pass through NAT.",
    ),
    Option("fragmentation-mtu", Integer(500, 16000), "1200", "Longest part of a message of IKE."),
    Option("rekey", SWITCH, "enable", "Make new keys in time."),
    Option(
        "enforce-unique-id",
        Choice(
            (
                Value("disable", "Both stay."),
                Value("keep-new", "The first is closed."),
                Value("keep-old", "The second is refused."),
            )
        ),
        "disable",
        "What a second caller of one identity does.",
    ),
    Option("fec-egress", SWITCH, "disable", "Send with forward error correction."),
    Option("fec-ingress", SWITCH, "disable", "Receive with forward error correction."),
    Option("network-overlay", SWITCH, "disable", "Tell tunnels apart by a number."),
    Option("dev-id-notification", SWITCH, "disable", "Tell the other side who this unit is.", since=(7, 4, 0)),
    Option("loopback-asymroute", SWITCH, "enable", "Accept packets at a loopback from any interface.", since=(7, 0, 0)),
    Option("link-cost", Integer(0, 255), "0", "Cost of the tunnel's link.", since=(7, 2, 1)),
    Option("kms", String(35), help="Server that makes the keys.", since=(7, 4, 0)),
    Option("exchange-fgt-device-id", SWITCH, "disable", "Tell serial numbers to each other.", since=(7, 4, 0)),
    Option("ipv6-auto-linklocal", SWITCH, "disable", "Make a link-local address.", since=(7, 6, 0)),
    Option(
        "qkd",
        Choice((Value("disable", "No."), Value("allow", "They may be used."), Value("require", "They must be used."))),
        "disable",
        "Keys from quantum key distribution.",
        since=(7, 4, 2),
    ),
    Option("transport", TRANSPORT, "udp", "What carries IKE and ESP.", since=(7, 4, 2), until=(7, 4, 99)),
    Option("transport", TRANSPORT, "auto", "What carries IKE and ESP.", since=(7, 6, 0)),
)
