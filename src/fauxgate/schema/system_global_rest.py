"""The options of `system global` that few people set.

Source: fortios-cli.md 9.1 (ANS, HFX). What only some models have is left out: the unit is a virtual one.
"""

from fauxgate.schema.shared import BUILT_IN_PROFILES, PORT, SWITCH
from fauxgate.schema.types import Choice, Choices, Integer, Ipv4Interface, Names, Option, String, TimeOfDay, Value, When

PURDUE = Choice(
    tuple(Value(level, f"Level {level}.") for level in ("1", "1.5", "2", "2.5", "3", "3.5", "4", "5", "5.5"))
)

WAD_RESTART = Choice(
    (
        Value("none", "Never."),
        Value("time", "At a time."),
        Value("memory", "When memory is short."),
    )
)

BACKUP_INTERVAL = Choice(
    (
        Value("1min", "Every minute."),
        Value("5min", "Every 5 minutes."),
        Value("15min", "Every 15 minutes."),
        Value("30min", "Every 30 minutes."),
        Value("1hr", "Every hour."),
    )
)

REAUTHENTICATION = Choice(
    (
        Value("session", "With the session."),
        Value("traffic", "With traffic."),
        Value("absolute", "After a time."),
    )
)

AFFINITY = String(79)

WAD_TIME = When("wad-restart-mode", ("time",))


def _algorithms(*names: str) -> Choices:
    return Choices(tuple(Value(name, f"The algorithm {name}.") for name in names))


# The defaults of these four are unknown; inferred: all that are not weak, which an empty list stands for here.
SSH = (
    Option(
        "ssh-enc-algo",
        _algorithms(
            *("chacha20-poly1305@openssh.com", "aes128-ctr", "aes192-ctr", "aes256-ctr", "arcfour256", "arcfour128"),
            *("aes128-cbc", "3des-cbc", "blowfish-cbc", "cast128-cbc", "aes192-cbc", "aes256-cbc", "arcfour"),
            *("rijndael-cbc@lysator.liu.se", "aes128-gcm@openssh.com", "aes256-gcm@openssh.com"),
        ),
        (),
        "Ciphers of SSH.",
        since=(7, 0, 2),
        until=(7, 4, 3),
    ),
    Option(
        "ssh-hostkey-algo",
        _algorithms(
            *("ssh-rsa", "ecdsa-sha2-nistp521", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp256"),
            *("rsa-sha2-256", "rsa-sha2-512", "ssh-ed25519"),
        ),
        (),
        "Keys of SSH.",
        since=(7, 4, 0),
        until=(7, 4, 3),
    ),
    Option(
        "ssh-kex-algo",
        _algorithms(
            *("diffie-hellman-group1-sha1", "diffie-hellman-group14-sha1", "diffie-hellman-group14-sha256"),
            *("diffie-hellman-group16-sha512", "diffie-hellman-group18-sha512"),
            *("diffie-hellman-group-exchange-sha1", "diffie-hellman-group-exchange-sha256"),
            *("curve25519-sha256@libssh.org", "ecdh-sha2-nistp256", "ecdh-sha2-nistp384", "ecdh-sha2-nistp521"),
        ),
        (),
        "Key exchanges of SSH.",
        since=(7, 0, 2),
        until=(7, 4, 3),
    ),
    Option(
        "ssh-mac-algo",
        _algorithms(
            *("hmac-md5", "hmac-md5-etm@openssh.com", "hmac-md5-96", "hmac-md5-96-etm@openssh.com", "hmac-sha1"),
            *("hmac-sha1-etm@openssh.com", "hmac-sha2-256", "hmac-sha2-256-etm@openssh.com", "hmac-sha2-512"),
            *("hmac-sha2-512-etm@openssh.com", "hmac-ripemd160", "hmac-ripemd160@openssh.com"),
            *("hmac-ripemd160-etm@openssh.com", "umac-64@openssh.com", "umac-128@openssh.com"),
            *("umac-64-etm@openssh.com", "umac-128-etm@openssh.com"),
        ),
        (),
        "Check sums of SSH.",
        since=(7, 0, 2),
        until=(7, 4, 3),
    ),
    Option("ssh-cbc-cipher", SWITCH, "disable", "Allow CBC ciphers by SSH.", until=(7, 0, 1)),
    Option("ssh-hmac-md5", SWITCH, "disable", "Allow MD5 by SSH.", until=(7, 0, 1)),
    Option("ssh-kex-sha1", SWITCH, "disable", "Allow key exchanges with SHA-1 by SSH.", until=(7, 0, 1)),
    Option("ssh-mac-weak", SWITCH, "disable", "Allow weak check sums by SSH.", until=(7, 0, 1)),
)

CPUS = (
    Option("bfd-affinity", AFFINITY, "1", "CPUs of BFD.", since=(7, 4, 2)),
    Option("cmdbsvr-affinity", AFFINITY, "1", "CPUs of the configuration.", since=(7, 0, 1)),
    Option("ha-affinity", AFFINITY, "1", "CPUs of clusters.", since=(7, 0, 1)),
    Option("ips-affinity", AFFINITY, "0", "CPUs of intrusion prevention."),
    Option("router-affinity", AFFINITY, "0", "CPUs of routing.", since=(7, 6, 4)),
    Option("sslvpn-affinity", AFFINITY, "0", "CPUs of SSL VPN.", since=(7, 6, 3)),
    Option("syslog-affinity", AFFINITY, "0", "CPUs of syslog.", since=(7, 2, 4)),
)

CLOUD = (
    Option(
        "admin-forticloud-sso-default-profile",
        String(35),
        help="What accounts of FortiCloud may do.",
        since=(7, 2, 4),
        refers_to=(("system", "accprofile"),),
        also=BUILT_IN_PROFILES,
    ),
    Option("cloud-communication", SWITCH, "enable", "Talk to the cloud at all."),
    Option(
        "forticonverter-config-upload",
        Choice((Value("once", "Once."), Value("disable", "Never."))),
        "disable",
        "Upload the configuration.",
        since=(7, 4, 0),
    ),
    Option("forticonverter-integration", SWITCH, "disable", "Use FortiConverter.", since=(7, 4, 0)),
    Option("fortigslb-integration", SWITCH, "disable", "Use FortiGSLB.", since=(7, 4, 2)),
    Option("fortiipam-integration", SWITCH, "disable", "Use FortiIPAM.", since=(6, 4, 4), until=(7, 0, 1)),
    Option("fortitoken-cloud-push-status", SWITCH, "enable", "Ask on telephones.", since=(7, 4, 1)),
    Option("fortitoken-cloud-region", String(63), help="Region of FortiToken Cloud.", since=(7, 6, 4)),
    Option("fortitoken-cloud-sync-interval", Integer(0, 336), "24", "Hours between cleanings.", since=(7, 4, 1)),
    Option("security-rating-result-submission", SWITCH, "enable", "Send ratings.", until=(7, 4, 3)),
    Option("security-rating-run-on-schedule", SWITCH, "enable", "Rate security regularly.", until=(7, 6, 0)),
    Option("speedtest-server", SWITCH, "disable", "Be a server of speed tests.", since=(7, 0, 1)),
    Option("speedtestd-ctrl-port", PORT, "5200", "Port to control speed tests.", since=(7, 4, 2)),
    Option("speedtestd-server-port", PORT, "5201", "Port of speed tests.", since=(7, 4, 2)),
    Option("telemetry-controller", SWITCH, "enable", "Control telemetry.", since=(7, 6, 3)),
    Option("telemetry-data-port", Integer(1024, 49150), "25246", "Port of telemetry.", since=(7, 6, 3)),
)

SYSTEM = (
    Option("application-bandwidth-tracking", SWITCH, "disable", "Measure applications.", since=(7, 6, 1)),
    Option("auth-session-auto-backup-interval", BACKUP_INTERVAL, "15min", "How often.", since=(7, 6, 0)),
    Option("autorun-log-fsck", SWITCH, "disable", "Check the log disk after a crash."),
    Option("batch-cmdb", SWITCH, "enable", "Save changes together."),
    Option("dhcp-lease-backup-interval", Integer(10, 3600), "60", "Seconds between copies.", since=(7, 4, 4)),
    Option("dst", SWITCH, "enable", "Use daylight saving time.", until=(7, 2, 0)),
    Option(
        "extender-controller-reserved-network",
        Ipv4Interface(),
        "10.252.0.1 255.255.0.0",
        "Addresses for extenders.",
        since=(7, 0, 2),
    ),
    Option("failtime", Integer(), "5", "Seconds until a gateway is lost."),
    Option("fortiextender-provision-on-authorization", SWITCH, "disable", "Set up at once.", since=(7, 2, 1)),
    Option("gui-allow-incompatible-fabric-fgt", SWITCH, "disable", "Show older units.", since=(7, 0, 12)),
    Option("gui-fortiguard-resource-fetch", SWITCH, "enable", "Load pages.", since=(7, 0, 6), until=(7, 0, 99)),
    Option("internet-service-download-list", Names(10), (), "Services to load.", since=(7, 4, 0)),
    Option("interval", Integer(), "5", "Seconds between looks at gateways."),
    Option(
        "irq-time-accounting",
        Choice((Value("auto", "If it costs little."), Value("force", "Always."))),
        "auto",
        "How time of interrupts is counted.",
    ),
    Option(
        "multi-factor-authentication",
        Choice((Value("optional", "May be used."), Value("mandatory", "Must be used."))),
        "optional",
        "More than a password.",
    ),
    Option("per-user-bwl", SWITCH, "disable", "Lists for each user.", until=(6, 4, 99)),
    Option("proxy-hardware-acceleration", SWITCH, "enable", "Use hardware for proxies."),
    Option("proxy-re-authentication-mode", REAUTHENTICATION, "session", "How logins last.", until=(7, 2, 3)),
    Option("purdue-level", PURDUE, "3", "Purdue level of the unit.", since=(7, 4, 2)),
    Option("refresh", Integer(), "0", "Seconds between new pages."),
    Option("rest-api-key-url-query", SWITCH, "disable", "Allow keys in addresses.", since=(7, 6, 1)),
    Option("scim-http-port", Integer(0, 65535), "44558", "Port of SCIM.", since=(7, 6, 0)),
    Option("scim-https-port", Integer(0, 65535), "44559", "Secure port of SCIM.", since=(7, 6, 0)),
    Option("sflowd-max-children-num", Integer(0, 128), "1", "Processes of sFlow.", since=(7, 2, 4)),
    Option("split-port", Names(15), (), "Ports that are split."),
    Option("upgrade-report", SWITCH, "enable", "Report upgrades.", since=(7, 6, 1)),
    Option("user-device-store-max-device-mem", Integer(1, 5), "2", "Percent.", since=(7, 6, 3)),
    Option("user-device-store-max-unified-mem", Integer(), "312621670", "Bytes.", since=(7, 0, 2)),
    Option("user-history-password-threshold", Integer(3, 15), "3", "Passwords kept.", since=(7, 6, 0)),
    Option("wad-csvc-cs-count", Integer(1, 128), "1", "Processes of the object cache."),
    Option("wad-csvc-db-count", Integer(0, 128), "0", "Processes of the byte cache."),
    Option("wad-p2s-max-body-size", Integer(1, 32), "4", "Megabytes of a body.", since=(7, 6, 3)),
    Option("wad-restart-end-time", TimeOfDay(), "00:00", "Last time.", since=(7, 2, 4), when=WAD_TIME),
    Option("wad-restart-mode", WAD_RESTART, "none", "When proxies restart.", since=(7, 2, 4)),
    Option("wad-restart-start-time", TimeOfDay(), "00:00", "First time.", since=(7, 2, 4), when=WAD_TIME),
    Option("wimax-4g-usb", SWITCH, "disable", "Use WiMAX modems."),
)

TUNNELS = (
    Option("delay-tcp-npu-session", SWITCH, "disable", "Wait for the handshake.", since=(7, 6, 0)),
    Option("early-tcp-npu-session", SWITCH, "disable", "Do not wait for it.", since=(7, 0, 6)),
    Option("fec-port", Integer(49152, 65535), "50000", "Port of error correction.", until=(7, 0, 1)),
    Option("interface-subnet-usage", SWITCH, "enable", "Allow addresses of interfaces.", since=(7, 2, 4)),
    Option("ipsec-asic-offload", SWITCH, "enable", "Use hardware for IPsec."),
    Option("ipsec-hmac-offload", SWITCH, "enable", "Use hardware for check sums."),
    Option("ipsec-qat-offload", SWITCH, "enable", "Use QuickAssist for IPsec."),
    Option("ipsec-round-robin", SWITCH, "disable", "Spread over CPUs.", since=(7, 0, 6), until=(7, 6, 0)),
    Option("ipsec-soft-dec-async", SWITCH, "disable", "Decrypt in turn.", until=(7, 4, 1)),
    # The missing letters are the appliance's.
    Option("ipv6-allow-local-in-slient-drop", SWITCH, "enable", "Drop silently.", since=(7, 0, 6), until=(7, 4, 3)),
    Option("ipv6-snat-route-change", SWITCH, "disable", "Move sessions.", since=(7, 6, 4)),
    Option("npu-neighbor-update", SWITCH, "disable", "Keep neighbors known.", since=(7, 4, 4)),
    Option("single-vdom-npuvlink", SWITCH, "disable", "Use links in one domain.", since=(7, 6, 1)),
    Option("sslvpn-cipher-hardware-acceleration", SWITCH, "enable", "Use hardware.", until=(7, 2, 3)),
    Option("sslvpn-ems-sn-check", SWITCH, "disable", "Check serial numbers.", until=(7, 2, 4)),
    Option("sslvpn-kxp-hardware-acceleration", SWITCH, "enable", "Use hardware.", until=(7, 2, 3)),
    Option("sslvpn-plugin-version-check", SWITCH, "enable", "Check plugins.", until=(7, 2, 3)),
    Option("sslvpn-web-mode", SWITCH, "enable", "Allow the web mode.", since=(7, 4, 1), until=(7, 4, 99)),
    Option("sslvpn-web-mode", SWITCH, "disable", "Allow the web mode.", since=(7, 6, 0)),
    Option("tls-session-cache", SWITCH, "enable", "Resume sessions.", since=(7, 6, 3)),
    Option("vpn-ems-sn-check", SWITCH, "disable", "Check serial numbers.", since=(7, 4, 0), until=(7, 6, 2)),
)

REST = (*SSH, *CPUS, *CLOUD, *SYSTEM, *TUNNELS)
