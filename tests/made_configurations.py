"""Makes small configurations of all kinds, right and wrong ones, and damages them line by line."""

from collections.abc import Callable, Sequence
from random import Random

KEYS = (
    *('"a"', '"b"', '"c d"', "1", "2", "0", "007", '"all"', '"x\\"y"', '""', "port1", '"port1"', "-1", '"n<e>"', "a"),
    '"1"',
)
VALUES = (
    *KEYS,
    *("enable", "disable", "10.0.0.0 255.0.0.0", "10.0.0.1/24", "10.1.2.3 255.255.255.0", "1.2.3.4", '"two" "words"'),
    *("ENC " + "A" * 24, '"lines\nend\nnext\n# c\n"', "80", "1-1023 443", "root", '"root"', "physical", "loopback"),
    *("fqdn", "iprange", "TCP/UDP/SCTP", "ping https", "https ping", '"x"y', '"e\\\\sc\\q"', "2001:db8::1/64", "'q'"),
    *("multi-vdom", "sunday monday", "00000000-0000-0000-0000-000000000001", '"\xe9\udc80"', "default", "x x x"),
    *("a\\ b", '"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"', "#x", "\\\n z", '"never closed'),
    *("''", "end"),
)
OBJECTS = ("system settings", "system global", "system dns", "log ", "system ntp", "system replacemsg", "vpn ssl")
SECTIONS = {
    "firewall address": "subnet comment type fqdn start-ip end-ip uuid color associated-interface nosuch",
    "firewall addrgrp": "member comment uuid nosuch",
    "firewall policy": "name srcintf dstintf srcaddr dstaddr action schedule service nat logtraffic uuid status nosuch",
    "firewall schedule recurring": "day start end",
    "firewall service custom": "tcp-portrange udp-portrange protocol category comment nosuch",
    "firewall ssl-ssh-profile": "comment server-cert nosuch",
    "log syslogd setting": "status server nosuch",
    "no such thing": "a b",
    "router static": "dst gateway device nosuch",
    "system": "a",
    "system admin": "password accprofile vdom trusthost1",
    "system dhcp server": "interface default-gateway netmask nosuch",
    "system dns": "primary secondary nosuch",
    "system global": "hostname admintimeout vdom-mode timezone alias nosuch",
    "system interface": "vdom ip type allowaccess snmp-index description alias status nosuch",
    "system ntp": "ntpsync type",
    'system replacemsg http "cert"': "buffer header format",
    "system replacemsg mail bad": "buffer header",
    "system settings": "opmode allow-subnet-overlap gui-dns nosuch",
    "user group": "member nosuch",
    "user local": "type passwd status nosuch",
    "vpn certificate ca": "ca range source scep-url",
    "vpn ipsec phase1-interface": "interface psksecret proposal remote-gw type nosuch",
    "vpn ssl settings": "port servercert",
    "webfilter profile": "comment options x",
}
NESTED = ("ipv6", "ip-range", "filters", "ftgd-wf", "https", "ntpserver", "rules", "secondaryip", "exclude-range")
NESTED_OPTIONS = (
    "start-ip",
    "end-ip",
    "ip6-address",
    "category",
    "action",
    "ports",
    "status",
    "server",
    "x",
    "ip",
    "id",
)
OTHER_LINES = (
    *("append {} {}", "select {} {}", "clear {} {}", "delete {} {}", "rename {} to {}", "abort", "#c", "", "get"),
)

# What an entry needs to be saved.
NEEDED: dict[str, Callable[[Random], Sequence[str]]] = {
    "firewall policy": lambda _random: (
        'set srcintf "port1"',
        'set dstintf "port2"',
        'set srcaddr "a"',
        'set dstaddr "b" "c d"',
        'set schedule "always"',
        'set service "ALL"',
    ),
    "firewall service custom": lambda _random: ("set tcp-portrange 80",),
    "system dhcp server": lambda _random: ('set interface "port1"', "set netmask 255.255.255.0"),
    "system interface": lambda random: (
        'set vdom "root"',
        f"set ip 10.{random.randrange(3)}.{random.randrange(3)}.1 255.255.{random.choice((0, 255))}.0",
        "set type loopback",
    ),
}


def made_configuration(random: Random) -> str:
    """A configuration of a few sections, in one virtual domain or in two."""
    lines: list[str] = []
    has_domains = random.random() < 0.3
    if random.random() < 0.8:
        lines.append(f"#config-version=FGVM64-7.4.11-FW-build2878-260126:opmode=0:vdom={has_domains:d}:user=admin")
    if not has_domains:
        return "\n".join([*lines, *_sections(random, 6)]) + "\n"
    lines += ["config vdom", "edit root", "next", "edit v2", "next", "end"]
    lines += ["config global", *_sections(random, 2), "end"]
    for domain in ("root", "v2"):
        lines += ["config vdom", f"edit {domain}", *_sections(random, 3), "end"]
    return "\n".join(lines) + "\n"


def damaged(text: str, random: Random, times: int) -> str:
    """The text with lines deleted, doubled, cut, swapped or changed."""
    lines = text.split("\n")
    for _ in range(times):
        if lines:
            random.choice(_WAYS)(lines, random.randrange(len(lines)), random)
    return "\n".join(lines)


def _sections(random: Random, most: int) -> list[str]:
    chosen = random.choices(list(SECTIONS.items()), k=random.randint(1, most))
    return [line for path, options in chosen for line in _section(random, path, options.split())]


def _section(random: Random, path: str, options: Sequence[str]) -> list[str]:
    is_object = path.startswith(OBJECTS)
    inner = _lines(random, options, 0) if is_object else _entries(random, options, 0, NEEDED.get(path))
    return [f"config {path}", *(f"    {line}" for line in inner), "end"]


def _entries(
    random: Random, options: Sequence[str], depth: int, needed: Callable[[Random], Sequence[str]] | None = None
) -> list[str]:
    made = []
    for _ in range(random.randrange(5)):
        first = needed(random) if needed and random.random() < 0.9 else ()
        inner = [*first, *_lines(random, options, depth)]
        made += [f"edit {random.choice(KEYS)}", *(f"    {line}" for line in inner)]
        made += ["next"] if random.random() < 0.97 else []
    return made


def _lines(random: Random, options: Sequence[str], depth: int) -> list[str]:
    made = []
    for _ in range(random.randrange(5)):
        kind, option, value = random.random(), random.choice(options), random.choice(VALUES)
        if kind < 0.72:
            made.append(f"set {option} {value}")
        elif kind < 0.8:
            made.append(f"unset {option}")
        elif kind < 0.83:
            made.append(random.choice(OTHER_LINES).format(option, value))
        elif depth < 3:
            write = random.choice((_entries, _lines))
            inner = write(random, NESTED_OPTIONS, depth + 1)
            made += [f"config {random.choice(NESTED)}", *(f"    {line}" for line in inner), "end"]
    return made


def _delete(lines: list[str], at: int, _random: Random) -> None:
    del lines[at]


def _double(lines: list[str], at: int, random: Random) -> None:
    lines.insert(random.randrange(len(lines)), lines[at])


def _cut(lines: list[str], at: int, random: Random) -> None:
    lines[at] = lines[at][: random.randrange(len(lines[at]) + 1)]


def _swap(lines: list[str], at: int, random: Random) -> None:
    other = random.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _lengthen(lines: list[str], at: int, random: Random) -> None:
    lines[at] += random.choice((" x", '"', " ", "\\", " #", "\r"))


def _space(lines: list[str], at: int, random: Random) -> None:
    lines[at] = lines[at].replace(" ", random.choice(("  ", "\t", "\xa0", "")), 1)


def _unquote(lines: list[str], at: int, _random: Random) -> None:
    lines[at] = lines[at].replace('"', "")


def _say_another(lines: list[str], at: int, random: Random) -> None:
    lines[at] = f"{lines[at].rpartition(' ')[0]} {random.choice(VALUES)}"


_WAYS = (_delete, _double, _cut, _swap, _lengthen, _space, _unquote, _say_another)
