"""The options of `system global` for traffic, protocols and processes.

Source: fortios-cli.md 9.1 (ANS, HFX). Inferred: 0 is good besides a stated range where it is the default.
"""

from fauxgate.schema.shared import PORT, SWITCH, WEEKDAYS
from fauxgate.schema.types import Choice, Choices, Integer, Ipv4Interface, Option, String, Value

SECONDS = Integer(1, 86400)

PERCENT = Integer(70, 97)

HIGH_PORT = Integer(1024, 49150)

STRICTNESS = (Value("loose", "A little."), Value("strict", "Strictly."))

CONGESTION = Choice(tuple(Value(name, f"{name.upper()}.") for name in ("cubic", "bbr", "bbr2", "reno")))

TRIM = Choice(
    (
        Value("never", "Never."),
        Value("hourly", "Every hour."),
        Value("daily", "Every day."),
        Value("weekly", "Every week."),
        Value("monthly", "Every month."),
    )
)

KEEP_ALIVE = Choice(
    (
        Value("session", "With the session."),
        Value("traffic", "With traffic."),
        Value("re-authentication", "After a time."),
    )
)

FAIL_OPEN = Choice(
    (
        Value("pass", "Pass it."),
        Value("off", "Stop it."),
        Value("one-shot", "Pass it until the unit is told otherwise."),
    )
)

SUBSCRIPTIONS = Choices(
    (
        Value("advisory", "Advice."),
        Value("latest-threat", "Threats."),
        Value("latest-virus", "Viruses."),
        Value("latest-attack", "Attacks."),
        Value("new-antivirus-db", "Databases of viruses."),
        Value("new-attack-db", "Databases of attacks."),
    )
)

SERVICES = Choice(
    (
        Value("mini", "A few."),
        Value("standard", "The usual ones."),
        Value("full", "All."),
        Value("on-demand", "Those that are used.", since=(7, 2, 4)),
    )
)

DH = Choice(tuple(Value(bits, f"{bits} bits.") for bits in ("1024", "1536", "2048", "3072", "4096", "6144", "8192")))

NETWORK = (
    Option("allow-traffic-redirect", SWITCH, "disable", "Let traffic out where it came in."),
    Option("anti-replay", Choice((Value("disable", "Not at all."), *STRICTNESS)), "strict", "Check for repetitions."),
    Option("arp-max-entry", Integer(131072, 2147483647), "131072", "Most entries of ARP."),
    Option("block-session-timer", Integer(1, 300), "30", "Seconds that a session stays blocked."),
    Option("br-fdb-max-entry", Integer(8192, 2147483647), "8192", "Most entries of a bridge."),
    Option("check-protocol-header", Choice(STRICTNESS), "loose", "How headers are checked."),
    Option(
        "check-reset-range",
        Choice((Value("strict", "Strictly."), Value("disable", "Not at all."))),
        "disable",
        "How the end of a session is checked.",
    ),
    Option("default-service-source-port", String(63), "1-65535", "Source ports of services."),
    Option("honor-df", SWITCH, "enable", "Do not fragment what must not be."),
    Option("igmp-state-limit", Integer(96, 64000), "3200", "Most memberships of IGMP."),
    Option("ip-conflict-detection", SWITCH, "disable", "Log addresses in use twice.", since=(7, 6, 0)),
    Option("ip-fragment-mem-thresholds", Integer(32, 2047), "32", "Megabytes for fragments.", since=(7, 0, 8)),
    Option("ip-fragment-timeout", Integer(3, 30), "30", "Seconds that fragments wait.", since=(7, 6, 0)),
    Option("ip-src-port-range", String(11), "1024-25000", "Ports that own traffic comes from."),
    Option("ipv6-accept-dad", Integer(0, 2), "1", "What a doubled IPv6 address does."),
    Option("ipv6-allow-anycast-probe", SWITCH, "disable", "Answer probes of anycast addresses."),
    Option("ipv6-allow-local-in-silent-drop", SWITCH, "enable", "Drop without an answer.", since=(7, 4, 4)),
    Option("ipv6-allow-multicast-probe", SWITCH, "disable", "Answer probes of multicast.", since=(7, 0, 6)),
    Option("ipv6-allow-traffic-redirect", SWITCH, "disable", "The same for IPv6.", since=(7, 0, 0)),
    Option("ipv6-fragment-timeout", Integer(5, 60), "60", "Seconds that they wait.", since=(7, 6, 0)),
    Option("lldp-reception", SWITCH, "disable", "Receive LLDP."),
    Option("lldp-transmission", SWITCH, "disable", "Send LLDP."),
    Option("max-route-cache-size", Integer(0, 2147483647), "0", "Most routes that are held."),
    Option("ndp-max-entry", Integer(0, 2147483647), "0", "Most entries of NDP."),
    Option("pmtu-discovery", SWITCH, "disable", "Find out the MTU of a path.", since=(7, 0, 1)),
    Option("reset-sessionless-tcp", SWITCH, "disable", "Answer packets of no session."),
    Option("send-pmtu-icmp", SWITCH, "enable", "Tell others the MTU."),
    Option("snat-route-change", SWITCH, "disable", "Move translated sessions to new routes."),
    Option("strict-dirty-session-check", SWITCH, "enable", "Check changed sessions strictly."),
    Option("tcp-halfclose-timer", SECONDS, "120", "Seconds that a half closed session stays."),
    Option("tcp-halfopen-timer", SECONDS, "10", "Seconds that a half open session stays."),
    Option("tcp-option", SWITCH, "enable", "Use options of TCP."),
    Option("tcp-rst-timer", Integer(5, 300), "5", "Seconds after a reset.", since=(7, 0, 0)),
    Option("tcp-timewait-timer", Integer(0, 300), "1", "Seconds after the end of a session."),
    Option("tftp", SWITCH, "enable", "Use TFTP."),
    Option(
        "traffic-priority",
        Choice((Value("tos", "By type of service."), Value("dscp", "By DSCP."))),
        "tos",
        "How traffic is ranked.",
    ),
    Option(
        "traffic-priority-level",
        Choice((Value("low", "Low."), Value("medium", "Middling."), Value("high", "High."))),
        "medium",
        "Usual rank.",
    ),
    Option("udp-idle-timer", SECONDS, "180", "Seconds that an idle UDP session stays."),
    Option(
        "vip-arp-range",
        Choice((Value("unlimited", "All addresses."), Value("restricted", "The first ones of a range."))),
        "restricted",
        "Which virtual addresses answer ARP.",
    ),
)

PROXY = (
    Option("per-user-bal", SWITCH, "disable", "Lists for each user.", since=(7, 0, 0)),
    Option("proxy-auth-lifetime", SWITCH, "disable", "End logins after a time."),
    Option("proxy-auth-lifetime-timeout", Integer(5, 65535), "480", "Minutes of a login."),
    Option("proxy-auth-timeout", Integer(1, 10000), "10", "Minutes of an idle login."),
    Option("proxy-cert-use-mgmt-vdom", SWITCH, "disable", "Fetch from the management domain.", since=(7, 0, 4)),
    Option("proxy-keep-alive-mode", KEEP_ALIVE, "session", "How logins last.", since=(7, 2, 4)),
    Option("proxy-re-authentication-time", SECONDS, "30", "Seconds of a login.", since=(7, 2, 4)),
    Option("proxy-resource-mode", SWITCH, "disable", "Save memory.", since=(7, 0, 0)),
    Option("proxy-worker-count", Integer(0, 128), "0", "Processes of the proxy."),
    Option("quic-ack-thresold", Integer(2, 5), "3", "Packets before an answer.", since=(7, 4, 1)),
    Option("quic-congestion-control-algo", CONGESTION, "cubic", "How QUIC adapts.", since=(7, 4, 1)),
    Option("quic-max-datagram-size", Integer(1200, 1500), "1500", "Bytes of a packet.", since=(7, 4, 1)),
    Option("quic-pmtud", SWITCH, "enable", "Find out the MTU of a path.", since=(7, 4, 1)),
    Option("quic-tls-handshake-timeout", Integer(1, 60), "5", "Seconds of a handshake.", since=(7, 4, 1)),
    Option("quic-udp-payload-size-shaping-per-cid", SWITCH, "enable", "Shape packets.", since=(7, 4, 1)),
    Option("wad-memory-change-granularity", Integer(5, 25), "10", "Percent of memory that matter."),
    Option("wad-source-affinity", SWITCH, "enable", "Keep a source with one process."),
    Option("wad-worker-count", Integer(0, 128), "0", "Processes of web proxies."),
)

PROCESSES = (
    Option("av-failopen", FAIL_OPEN, "pass", "What happens to traffic when memory is short."),
    Option("av-failopen-session", SWITCH, "disable", "The same when sessions are short."),
    Option("av-affinity", String(79), "0", "CPUs of the search for viruses."),
    Option("cpu-use-threshold", Integer(50, 99), "90", "Percent of the CPU that are reported."),
    Option("dnsproxy-worker-count", Integer(1, 128), "1", "Processes of DNS."),
    Option("faz-disk-buffer-size", Integer(0, 214748364), "0", "Megabytes that wait for FortiAnalyzer."),
    Option("fds-statistics", SWITCH, "enable", "Send statistics to FortiGuard."),
    Option("fgd-alert-subscription", SUBSCRIPTIONS, (), "Alerts of FortiGuard."),
    Option("httpd-max-worker-count", Integer(0, 128), "0", "Processes of pages.", since=(7, 6, 0)),
    Option("internet-service-database", SERVICES, "full", "Which services are known.", since=(7, 0, 4)),
    Option("ipsec-ha-seqjump-rate", Integer(1, 10), "10", "How far numbers jump.", since=(7, 0, 0)),
    Option("log-single-cpu-high", SWITCH, "disable", "Log a single busy CPU.", since=(7, 2, 4)),
    Option("log-ssl-connection", SWITCH, "disable", "Log TLS connections."),
    Option("log-uuid-address", SWITCH, "disable", "Log the UUID of addresses."),
    Option("memory-use-threshold-extreme", PERCENT, "95", "Percent of memory at which new sessions end."),
    Option("memory-use-threshold-green", PERCENT, "82", "Percent of memory at which all is well again."),
    Option("memory-use-threshold-red", PERCENT, "88", "Percent of memory at which memory is saved."),
    Option("miglog-affinity", String(79), "0", "CPUs of logs."),
    Option("miglogd-children", Integer(0, 15), "0", "Processes of logs."),
    Option("scanunit-count", Integer(0, 128), "0", "Processes of the search for viruses."),
    Option("special-file-23-support", SWITCH, "disable", "Recognize special files."),
    Option("ssd-trim-date", Integer(1, 31), "1", "Day of the month to clean the disk."),
    Option("ssd-trim-freq", TRIM, "weekly", "How often the disk is cleaned."),
    Option("ssd-trim-hour", Integer(0, 23), "1", "Hour to clean the disk."),
    Option("ssd-trim-min", Integer(0, 60), "60", "Minute to clean the disk; 60 is any."),
    Option("ssd-trim-weekday", Choice(WEEKDAYS), "sunday", "Day of the week to clean the disk."),
    Option("sslvpn-max-worker-count", Integer(0, 128), "0", "Processes of SSL VPN."),
    Option("sys-perf-log-interval", Integer(0, 15), "5", "Minutes between logs of the load."),
    Option("url-filter-affinity", String(79), "0", "CPUs of web filters."),
    Option("url-filter-count", Integer(1, 10), "1", "Processes of web filters."),
    Option("wad-affinity", String(79), "0", "CPUs of web proxies."),
)

DEVICES = (
    Option("auto-auth-extension-device", SWITCH, "enable", "Let devices of the maker in."),
    Option("device-idle-timeout", Integer(30, 31536000), "300", "Seconds until an idle device is logged out."),
    Option("fortiextender", SWITCH, "disable", "Control extenders."),
    Option("fortiextender-data-port", HIGH_PORT, "25246", "Port for traffic of extenders."),
    Option("fortiextender-discovery-lockdown", SWITCH, "disable", "Find no extenders.", since=(7, 0, 2)),
    Option("fortiextender-vlan-mode", SWITCH, "disable", "Give extenders VLANs."),
    Option("fortiservice-port", PORT, "8013", "Port for FortiClient."),
    Option("switch-controller", SWITCH, "disable", "Control switches."),
    Option("switch-controller-reserved-network", Ipv4Interface(), "10.255.0.1 255.255.0.0", "Addresses for switches."),
    Option("user-device-store-max-devices", Integer(), "62524", "Most devices.", since=(6, 4, 4)),
    Option("user-device-store-max-users", Integer(), "62524", "Most users.", since=(6, 4, 4)),
    Option("wireless-controller", SWITCH, "enable", "Control access points."),
    Option("wireless-controller-port", HIGH_PORT, "5246", "Port for access points."),
)

CRYPTOGRAPHY = (
    Option("dh-params", DH, "2048", "Size of Diffie-Hellman groups."),
    Option("ssl-static-key-ciphers", SWITCH, "enable", "Allow ciphers with static keys."),
)

TRAFFIC = (*NETWORK, *PROXY, *PROCESSES, *DEVICES, *CRYPTOGRAPHY)
