"""The services, their categories and groups that a new unit has.

Source: a published configuration of 7.6, in its order; releases up to 7.2 hide some of them from the GUI besides.
"""

from collections.abc import Iterator
from typing import TypeAlias

from fauxgate.schema.types import Stored

Entry: TypeAlias = tuple[str, tuple[tuple[str, Stored], ...]]

CATEGORIES: tuple[Entry, ...] = (
    ("General", (("comment", "General services."),)),
    ("Web Access", (("comment", "Web access."),)),
    ("File Access", (("comment", "File access."),)),
    ("Email", (("comment", "Email services."),)),
    ("Network Services", (("comment", "Network services."),)),
    ("Authentication", (("comment", "Authentication service."),)),
    ("Remote Access", (("comment", "Remote access."),)),
    ("Tunneling", (("comment", "Tunneling service."),)),
    ("VoIP, Messaging & Other Applications", (("comment", "VoIP, messaging, and other applications."),)),
    ("Web Proxy", (("comment", "Explicit web proxy."),)),
)

GENERAL, WEB, FILE, EMAIL, NETWORK, AUTHENTICATION, REMOTE, TUNNELING, VOIP, PROXY = (name for name, _ in CATEGORIES)

# Name, category, ports of TCP, ports of UDP.
PORTS = (
    ("AOL", "", "5190-5194", ""),
    ("BGP", NETWORK, "179", ""),
    ("DHCP", NETWORK, "", "67-68"),
    ("DNS", NETWORK, "53", "53"),
    ("FINGER", "", "79", ""),
    ("FTP", FILE, "21", ""),
    ("FTP_GET", FILE, "21", ""),
    ("FTP_PUT", FILE, "21", ""),
    ("GOPHER", "", "70", ""),
    ("H323", VOIP, "1720 1503", "1719"),
    ("HTTP", WEB, "80", ""),
    ("HTTPS", WEB, "443", ""),
    ("IKE", TUNNELING, "", "500 4500"),
    ("IMAP", EMAIL, "143", ""),
    ("IMAPS", EMAIL, "993", ""),
    ("Internet-Locator-Service", "", "389", ""),
    ("IRC", VOIP, "6660-6669", ""),
    ("L2TP", TUNNELING, "1701", "1701"),
    ("LDAP", AUTHENTICATION, "389", ""),
    ("NetMeeting", "", "1720", ""),
    ("NFS", FILE, "111 2049", "111 2049"),
    ("NNTP", "", "119", ""),
    ("NTP", NETWORK, "123", "123"),
    ("OSPF", NETWORK, "", ""),
    ("PC-Anywhere", REMOTE, "5631", "5632"),
    ("PING", NETWORK, "", ""),
    ("TIMESTAMP", "", "", ""),
    ("INFO_REQUEST", "", "", ""),
    ("INFO_ADDRESS", "", "", ""),
    ("ONC-RPC", REMOTE, "111", "111"),
    ("DCE-RPC", REMOTE, "135", "135"),
    ("POP3", EMAIL, "110", ""),
    ("POP3S", EMAIL, "995", ""),
    ("PPTP", TUNNELING, "1723", ""),
    ("QUAKE", "", "", "26000 27000 27910 27960"),
    ("RAUDIO", "", "", "7070"),
    ("REXEC", "", "512", ""),
    ("RIP", NETWORK, "", "520"),
    ("RLOGIN", "", "513:512-1023", ""),
    ("RSH", "", "514:512-1023", ""),
    ("SCCP", VOIP, "2000", ""),
    ("SIP", VOIP, "5060", "5060"),
    ("SIP-MSNmessenger", VOIP, "1863", ""),
    ("SAMBA", FILE, "139", ""),
    ("SMTP", EMAIL, "25", ""),
    ("SMTPS", EMAIL, "465", ""),
    ("SNMP", NETWORK, "161-162", "161-162"),
    ("SSH", REMOTE, "22", ""),
    ("SYSLOG", NETWORK, "", "514"),
    ("TALK", "", "", "517-518"),
    ("TELNET", REMOTE, "23", ""),
    ("TFTP", FILE, "", "69"),
    ("MGCP", VOIP, "2428", "2427 2727"),
    ("UUCP", "", "540", ""),
    ("VDOLIVE", "", "7000-7010", ""),
    ("WAIS", "", "210", ""),
    ("WINFRAME", "", "1494 2598", ""),
    ("X-WINDOWS", REMOTE, "6000-6063", ""),
    ("PING6", "", "", ""),
    ("MS-SQL", VOIP, "1433 1434", ""),
    ("MYSQL", VOIP, "3306", ""),
    ("RDP", REMOTE, "3389", ""),
    ("VNC", REMOTE, "5900", ""),
    ("DHCP6", NETWORK, "", "546 547"),
    ("SQUID", TUNNELING, "3128", ""),
    ("SOCKS", TUNNELING, "1080", "1080"),
    ("WINS", REMOTE, "1512", "1512"),
    ("RADIUS", AUTHENTICATION, "", "1812 1813"),
    ("RADIUS-OLD", "", "", "1645 1646"),
    ("CVSPSERVER", "", "2401", "2401"),
    ("AFS3", FILE, "7000-7009", "7000-7009"),
    ("TRACEROUTE", NETWORK, "", "33434-33535"),
    ("RTSP", VOIP, "554 7070 8554", "554"),
    ("MMS", "", "1755", "1024-5000"),
    ("KERBEROS", AUTHENTICATION, "88 464", "88 464"),
    ("LDAP_UDP", AUTHENTICATION, "", "389"),
    ("SMB", FILE, "445", ""),
    ("NONE", "", "0", ""),
)

NUMBERED = {
    "OSPF": (("protocol", "IP"), ("protocol-number", "89")),
    "PING": (("protocol", "ICMP"), ("icmptype", "8")),
    "TIMESTAMP": (("protocol", "ICMP"), ("icmptype", "13")),
    "INFO_REQUEST": (("protocol", "ICMP"), ("icmptype", "15")),
    "INFO_ADDRESS": (("protocol", "ICMP"), ("icmptype", "17")),
    "PING6": (("protocol", "ICMP6"), ("icmptype", "128")),
}


def _with_ports() -> Iterator[Entry]:
    for name, category, tcp, udp in PORTS:
        options = (("category", category), ("tcp-portrange", tcp), ("udp-portrange", udp))
        yield name, (*(it for it in options if it[1]), *NUMBERED.get(name, ()))


SERVICES: tuple[Entry, ...] = (
    ("ALL", (("category", GENERAL), ("protocol", "IP"))),
    ("ALL_TCP", (("category", GENERAL), ("tcp-portrange", "1-65535"))),
    ("ALL_UDP", (("category", GENERAL), ("udp-portrange", "1-65535"))),
    ("ALL_ICMP", (("category", GENERAL), ("protocol", "ICMP"))),
    ("ALL_ICMP6", (("category", GENERAL), ("protocol", "ICMP6"))),
    ("GRE", (("category", TUNNELING), ("protocol", "IP"), ("protocol-number", "47"))),
    ("GTP", (("udp-portrange", "2123 2152 3386"),)),
    ("AH", (("category", TUNNELING), ("protocol", "IP"), ("protocol-number", "51"))),
    ("ESP", (("category", TUNNELING), ("protocol", "IP"), ("protocol-number", "50"))),
    *_with_ports(),
    (
        "webproxy",
        (
            ("proxy", "enable"),
            ("category", PROXY),
            ("protocol", "ALL"),
            ("tcp-portrange", "0-65535:0-65535"),
        ),
    ),
)

GROUPS: tuple[Entry, ...] = (
    ("Email Access", (("member", ("DNS", "IMAP", "IMAPS", "POP3", "POP3S", "SMTP", "SMTPS")),)),
    ("Web Access", (("member", ("DNS", "HTTP", "HTTPS")),)),
    ("Windows AD", (("member", ("DCE-RPC", "DNS", "KERBEROS", "LDAP", "LDAP_UDP", "SAMBA", "SMB")),)),
    ("Exchange Server", (("member", ("DCE-RPC", "DNS", "HTTPS")),)),
)
