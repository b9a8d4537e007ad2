"""`system ha`: clusters of several units.

Source: fortios-cli.md 9.1 (ANS, HFX); print order: schema order. Inferred: most options apply to a cluster only, but a
unit that stands alone prints the ones that are set too, so they have no condition.
"""

from fauxgate.schema.shared import INTERFACES, NO_ADDRESS, SWITCH
from fauxgate.schema.system_ha_cluster import SECONDARY_VCLUSTER, VCLUSTER, VCLUSTERS, VCLUSTERS_OLD, proposal
from fauxgate.schema.types import (
    Choice,
    Choices,
    Integer,
    Ipv4Address,
    Ipv4Netmask,
    Ipv4Network,
    Ipv6Address,
    Ipv6Prefix,
    Names,
    Object,
    Option,
    Password,
    Ranked,
    String,
    Table,
    Text,
    Value,
    When,
)

MODE = Choice(
    (
        Value("standalone", "One unit."),
        Value("a-a", "All units handle traffic."),
        Value("a-p", "One unit handles traffic, the others wait."),
    )
)

SCHEDULE = Choice(
    (
        Value("none", "No balancing."),
        Value("leastconnection", "To the unit with the fewest connections."),
        Value("round-robin", "To one unit after the other."),
        Value("weight-round-robin", "To one unit after the other, by weight."),
        Value("random", "To any unit."),
        Value("ip", "By the addresses."),
        Value("ipport", "By the addresses and ports."),
        Value("hub", "For units behind a hub.", until=(7, 2, 0)),
    )
)

UPGRADE_MODE = Choice(
    (
        Value("simultaneous", "All units at once."),
        Value("uninterruptible", "One unit after the other."),
        Value("local-only", "This unit only."),
        Value("secondary-only", "The other units only."),
    )
)

UNICAST = When("unicast-hb", ("enable",))

MANAGED = When("ha-mgmt-status", ("enable",))

MANAGEMENT_INTERFACES = Table(
    path=("ha-mgmt-interfaces",),
    help="Interfaces through which this unit alone is reached.",
    key=Option("id", Integer(), help="Number of the entry."),
    options=(
        Option("interface", String(15), help="Interface of this unit.", required=True, refers_to=INTERFACES),
        Option("dst", Ipv4Network(), "0.0.0.0 0.0.0.0", "Network that is reached through it."),
        Option("gateway", Ipv4Address(), NO_ADDRESS, "Address of the gateway."),
        Option("dst6", Ipv6Prefix(), "::/0", "IPv6 network that is reached through it.", since=(7, 6, 3)),
        Option("gateway6", Ipv6Address(), "::", "IPv6 address of the gateway."),
    ),
    when=MANAGED,
)

UNICAST_PEERS = Table(
    path=("unicast-peers",),
    help="The other units.",
    key=Option("id", Integer(), help="Number of the unit."),
    options=(Option("peer-ip", Ipv4Address(), NO_ADDRESS, "Address of the unit."),),
    since=(7, 0, 0),
    when=When("unicast-status", ("enable",)),
)

THRESHOLDS = (
    Option("cpu-threshold", Text(), help="Weight and limits by load of the CPU."),
    Option("memory-threshold", Text(), help="Weight and limits by use of memory."),
    Option("http-proxy-threshold", Text(), help="Weight and limits by HTTP sessions."),
    Option("ftp-proxy-threshold", Text(), help="Weight and limits by FTP sessions."),
    Option("imap-proxy-threshold", Text(), help="Weight and limits by IMAP sessions."),
    Option("nntp-proxy-threshold", Text(), help="Weight and limits by NNTP sessions."),
    Option("pop3-proxy-threshold", Text(), help="Weight and limits by POP3 sessions."),
    Option("smtp-proxy-threshold", Text(), help="Weight and limits by SMTP sessions."),
)

HEARTBEAT = (
    Option("hb-interval", Integer(1, 20), "2", "Units of time between heartbeats."),
    Option(
        "hb-interval-in-milliseconds",
        Choice((Value("100ms", "Tenths of a second."), Value("10ms", "Hundredths of a second."))),
        "100ms",
        "Unit of the time between heartbeats.",
        since=(7, 0, 0),
    ),
    Option("hb-lost-threshold", Integer(1, 60), "20", "Lost heartbeats that mean a failure.", since=(7, 0, 0)),
    # Inferred: the number was lower in older releases.
    Option("hb-lost-threshold", Integer(1, 60), "6", "Lost heartbeats that mean a failure.", until=(6, 4, 99)),
    Option("hello-holddown", Integer(5, 300), "20", "Seconds before a unit starts to work."),
)

SESSIONS = (
    Option("session-pickup", SWITCH, "disable", "Keep sessions when another unit takes over."),
    Option("session-pickup-connectionless", SWITCH, "disable", "Keep UDP and ICMP sessions too."),
    Option("session-pickup-expectation", SWITCH, "disable", "Keep expected sessions too."),
    Option("session-pickup-nat", SWITCH, "disable", "Keep sessions with NAT too."),
    Option("session-pickup-delay", SWITCH, "disable", "Keep only sessions longer than 30 seconds."),
)

HA = Object(
    path=("system", "ha"),
    help="Clusters of several units.",
    options=(
        Option("group-id", Integer(0, 1023), "0", "Number of the cluster."),
        Option("group-name", String(32), help="Name of the cluster."),
        Option("mode", MODE, "standalone", "How the units work together."),
        Option("sync-packet-balance", SWITCH, "disable", "Spread packets of the cluster over all CPUs."),
        Option("password", Password(128), help="Password of the cluster.", secret=True),
        Option("key", Password(16), help="Key of the cluster.", secret=True),
        Option("hbdev", Ranked(15), (), "Interfaces for heartbeats, each with its priority."),
        Option("auto-virtual-mac-interface", Names(15), (), "Interfaces with a virtual MAC address.", since=(7, 6, 0)),
        Option("backup-hbdev", Names(15), (), "Heartbeats in reserve.", since=(7, 6, 0), refers_to=INTERFACES),
        Option("unicast-hb", SWITCH, "disable", "Send heartbeats to one address."),
        Option("session-sync-dev", Names(15), (), "Interfaces to exchange sessions over.", refers_to=INTERFACES),
        Option("route-ttl", Integer(5, 3600), "10", "Seconds that routes live after a failure."),
        Option("route-wait", Integer(0, 3600), "0", "Seconds before new routes are sent."),
        Option("route-hold", Integer(0, 3600), "10", "Seconds between changes of the routes."),
        Option("multicast-ttl", Integer(5, 3600), "600", "Seconds that multicast routes live after a failure."),
        Option("evpn-ttl", Integer(5, 3600), "60", "Seconds that addresses of EVPN live.", since=(7, 4, 0)),
        Option("load-balance-all", SWITCH, "disable", "Spread all TCP sessions over the units."),
        Option("sync-config", SWITCH, "enable", "Give the configuration to the other units."),
        Option("encryption", SWITCH, "disable", "Encrypt the heartbeats."),
        Option("authentication", SWITCH, "disable", "Sign the heartbeats."),
        *HEARTBEAT,
        Option("gratuitous-arps", SWITCH, "enable", "Tell neighbors of a new unit by ARP."),
        Option("arps", Integer(1, 60), "5", "How many ARP messages are sent."),
        Option("arps-interval", Integer(1, 20), "8", "Seconds between ARP messages."),
        *SESSIONS,
        Option("link-failed-signal", SWITCH, "disable", "Turn all interfaces off for a second after a failure."),
        Option("uninterruptible-upgrade", SWITCH, "enable", "Upgrade one unit after the other.", until=(7, 4, 0)),
        Option("upgrade-mode", UPGRADE_MODE, "uninterruptible", "How the units are upgraded.", since=(7, 4, 1)),
        Option(
            "uninterruptible-primary-wait",
            Integer(15, 300),
            "30",
            "Minutes that the first unit waits for the others to upgrade.",
            since=(7, 0, 2),
        ),
        Option("standalone-mgmt-vdom", SWITCH, "disable", "Keep the management domain of each unit apart."),
        Option("ha-mgmt-status", SWITCH, "disable", "Reserve interfaces to reach each unit."),
        MANAGEMENT_INTERFACES,
        Option("ha-eth-type", String(4), "8890", "Ethernet type of heartbeats."),
        Option("hc-eth-type", String(4), "8891", "Ethernet type of heartbeats in transparent mode."),
        Option("l2ep-eth-type", String(4), "8893", "Ethernet type of administration between units."),
        Option("ha-uptime-diff-margin", Integer(1, 65535), "300", "Seconds of uptime that make no difference."),
        Option("standalone-config-sync", SWITCH, "disable", "Give the configuration to units outside the cluster."),
        Option("unicast-status", SWITCH, "disable", "Connect the units by unicast.", since=(7, 0, 0)),
        Option("unicast-gateway", Ipv4Address(), NO_ADDRESS, "Gateway for unicast.", since=(7, 0, 0)),
        UNICAST_PEERS,
        Option("schedule", SCHEDULE, "round-robin", "How traffic is spread over the units."),
        Option("weight", Text(), "0 40", "Number of a unit and its weight."),
        *THRESHOLDS,
        *VCLUSTER,
        *VCLUSTERS_OLD,
        SECONDARY_VCLUSTER,
        Option("vcluster-status", SWITCH, "disable", "Form clusters of virtual domains.", since=(7, 2, 0)),
        VCLUSTERS,
        Option("vcluster-id", Integer(), "0", "Number of the virtual cluster.", until=(7, 0, 5)),
        Option("ha-direct", SWITCH, "disable", "Send logs and the like through the reserved interfaces."),
        Option("ssd-failover", SWITCH, "disable", "Take over when a disk fails."),
        Option("logical-sn", SWITCH, "disable", "Use one serial number for all units.", until=(7, 6, 0)),
        Option("memory-compatible-mode", SWITCH, "disable", "Allow units with different memory."),
        Option("memory-based-failover", SWITCH, "disable", "Take over when memory is short.", since=(7, 0, 0)),
        Option("memory-failover-threshold", Integer(0, 95), "0", "Percent of memory that are short.", since=(7, 0, 0)),
        Option(
            "memory-failover-monitor-period", Integer(1, 300), "60", "Seconds that memory is short.", since=(7, 0, 0)
        ),
        Option("memory-failover-sample-rate", Integer(1, 60), "1", "Seconds between looks at memory.", since=(7, 0, 0)),
        Option(
            "memory-failover-flip-timeout",
            Integer(6, 2147483647),
            "6",
            "Minutes before units change again for memory.",
            since=(7, 0, 0),
        ),
        Option("failover-hold-time", Integer(0, 300), "0", "Seconds to wait before taking over.", since=(7, 0, 0)),
        Option("check-secondary-dev-health", SWITCH, "disable", "Watch the other units.", since=(7, 6, 0)),
        Option("ipsec-phase2-proposal", Choices(proposal()), (), "Algorithms between units.", since=(7, 4, 2)),
        Option("bounce-intf-upon-failover", SWITCH, "disable", "Turn interfaces off and on.", since=(7, 6, 4)),
        Option("unicast-hb-peerip", Ipv4Address(), NO_ADDRESS, "Address of the other unit.", when=UNICAST),
        Option("unicast-hb-netmask", Ipv4Netmask(), NO_ADDRESS, "Mask of that address.", when=UNICAST),
    ),
    is_global=True,
)
