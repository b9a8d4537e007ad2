"""Writes realistic configurations of any size, the same ones for the same seed: the matter of the other benchmarks.

Run it: `python tests/benchmarks/generator.py 100000 > large.conf`. What is in them has the proportions of published
backups: two thirds of the lines are `set` lines, half of those have quotes, a third of all lines are distinct, keys and
certificates are PEM over many lines. Most tables are modelled, some are not. Certificates and private keys are real or
look so; they belong to nobody.

There are three families. `REALISTIC` has all of it. `PLAIN` has no escapes, no messages over several lines, nothing
but PEM in them, because most other readers stumble over more; `FLAT` besides has neither PEM nor nested tables.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from random import Random

from generated_pem import Certificates

HEADER = """\
#config-version=FGVMFX-7.4.11-FW-build0000-000000:opmode=0:vdom=0:user=admin
#conf_file_ver=000000000000001
#buildno=0000
#global_vdom=1
"""
REALISTIC, PLAIN, FLAT = "realistic", "plain", "flat"

WORDS = """
mail web proxy branch office server printer camera backup voice guest lab core edge plant store clinic school
hotel bridge radio sensor gate tower harbour depot kitchen archive finance payroll build test stage live
""".split()  # noqa: SIM905 - a list would take forty lines
PORTS = [f"port{number}" for number in range(1, 11)]
SERVICES = ["HTTP", "HTTPS", "SSH", "DNS", "NTP", "SMTP", "IMAPS", "LDAP", "SNMP", "SYSLOG", "PING", "RDP"]


@dataclass
class Writer:
    """What is being written: names that other lines refer to, and the lines of the entry at hand."""

    random: Random
    family: str
    certificates: Certificates
    addresses: list[str] = field(default_factory=lambda: ["all"])
    services: list[str] = field(default_factory=lambda: [*SERVICES])
    interfaces: list[str] = field(default_factory=lambda: [*PORTS])

    def uuid(self) -> str:
        digits = f"{self.random.getrandbits(128):032x}"
        return "-".join((digits[:8], digits[8:12], "51f0", digits[16:20], digits[20:]))

    def word(self) -> str:
        return self.random.choice(WORDS)

    def address(self) -> str:
        return f"10.{self.random.randrange(8)}.{self.random.randrange(32)}.{self.random.randrange(1, 255)}"

    def some(self, names: list[str], most: int = 4) -> str:
        """One to `most` different names, quoted; one is the most frequent number, and a few names are popular."""
        popular = names[:60] if self.random.random() < 0.7 else names
        number = min(most, len(popular), 1 + int(self.random.expovariate(0.7)))
        return " ".join(f'"{name}"' for name in self.random.sample(popular, number))

    def comment(self) -> str:
        """A remark; in the realistic family one in five needs escapes, and some are two lines long."""
        text = f"{self.word()} {self.word()} of site {self.random.randrange(60)}"
        if self.family == REALISTIC:
            kind = self.random.random()
            if kind < 0.1:
                return f'the {self.word()}\\\'s \\"{self.word()}\\", {text}'
            if kind < 0.17:
                return f"C:\\\\{self.word()}\\\\{text}"
            if kind < 0.2:
                return f"{text}\nnext {self.word()}\n\nend"
        return text

    def maybe(self, chance: float, line: str) -> list[str]:
        return [line] if self.random.random() < chance else []


def entry(key: str, lines: list[str]) -> list[str]:
    """`edit`, lines and `next`."""
    return [f"edit {key}", *(f"    {line}" for line in lines), "next"]


def address(writer: Writer, number: int) -> list[str]:
    """An entry of `firewall address`: mostly hosts and networks, some ranges and names."""
    name = f"{writer.word()}-{writer.word()}-{number}"
    writer.addresses.append(name)
    kind = writer.random.random()
    lines = [f"set uuid {writer.uuid()}"]
    if kind < 0.1:
        lines += ["set type iprange"]
    elif kind < 0.2:
        lines += ["set type fqdn"]
    lines += writer.maybe(0.5, f'set comment "{writer.comment()}"')
    lines += writer.maybe(0.4, f'set associated-interface "{writer.random.choice(writer.interfaces)}"')
    lines += writer.maybe(0.5, f"set color {writer.random.randrange(1, 33)}")
    if kind < 0.1:
        first = writer.address().rpartition(".")[0]
        lines += [f"set start-ip {first}.10", f"set end-ip {first}.{writer.random.randrange(11, 250)}"]
    elif kind < 0.2:
        lines += [f'set fqdn "{writer.word()}{number}.example.com"']
    elif kind < 0.7:
        lines += [f"set subnet {writer.address()} 255.255.255.255"]
    else:
        lines += [f"set subnet {writer.address().rpartition('.')[0]}.0 255.255.255.0"]
    return entry(f'"{name}"', lines)


def group(writer: Writer, number: int) -> list[str]:
    """An entry of `firewall addrgrp`."""
    name = f"grp-{writer.word()}-{number}"
    members = writer.some(writer.addresses[1:] or ["all"], 12)
    lines = [f"set member {members}", *writer.maybe(0.3, f'set comment "{writer.comment()}"')]
    lines += [f"set uuid {writer.uuid()}", *writer.maybe(0.2, f"set color {writer.random.randrange(1, 33)}")]
    return entry(f'"{name}"', lines)


def service(writer: Writer, number: int) -> list[str]:
    """An entry of `firewall service custom`."""
    name = f"{writer.word().upper()}-{number}"
    writer.services.append(name)
    low = writer.random.randrange(1024, 60000)
    lines = [*writer.maybe(0.4, f'set comment "{writer.comment()}"'), *writer.maybe(0.3, "set color 7")]
    lines += [f"set tcp-portrange {low}-{low + writer.random.randrange(1, 90)} {low + 200}"]
    return entry(f'"{name}"', [*lines, *writer.maybe(0.3, f"set udp-portrange {low}")])


def policy(writer: Writer, number: int) -> list[str]:
    """An entry of `firewall policy`."""
    accepts, keeps = writer.random.random() < 0.85, writer.random.random() < 0.1
    lines = [*(["set status disable"] if keeps else []), f'set name "{writer.word()} {writer.word()} {number}"']
    lines += [f"set uuid {writer.uuid()}", f"set srcintf {writer.some(writer.interfaces, 2)}"]
    lines += [f"set dstintf {writer.some(writer.interfaces, 2)}", *(["set action accept"] if accepts else [])]
    lines += [f"set srcaddr {writer.some(writer.addresses)}", f"set dstaddr {writer.some(writer.addresses)}"]
    lines += ['set schedule "always"', f"set service {writer.some(writer.services)}"]
    if accepts and writer.random.random() < 0.5:
        lines += ["set utm-status enable", 'set ssl-ssh-profile "certificate-inspection"', 'set av-profile "default"']
    lines += [*writer.maybe(0.6, "set logtraffic all"), *writer.maybe(0.3, "set logtraffic-start enable")]
    lines += writer.maybe(0.3, "set nat enable") if accepts else []
    return entry(str(number), [*lines, *writer.maybe(0.4, f'set comments "{writer.comment()}"')])


def interface(writer: Writer, number: int) -> list[str]:
    """An entry of `system interface`: a VLAN, often with nested `secondaryip` and `ipv6`."""
    name = f"vlan{number}"
    writer.interfaces.append(name)
    high, low = divmod(number, 256)
    lines = ['set vdom "root"', f"set ip 10.{100 + high}.{low}.1 255.255.255.0", "set allowaccess ping https ssh"]
    lines += [f'set description "{writer.comment()}"', f'set alias "{writer.word()} {number}"']
    lines += ["set device-identification enable", "set role lan"]
    if writer.family != FLAT and writer.random.random() < 0.4:
        lines += ["set secondary-IP enable"]
    lines += [f'set interface "{PORTS[number // 4000]}"', f"set vlanid {number % 4000 + 1}"]
    if "set secondary-IP enable" in lines:
        inner = [f"set ip 10.{140 + high}.{low}.1 255.255.255.0", "set allowaccess ping"]
        lines += table("config secondaryip", [entry("1", inner)])
    if writer.family != FLAT and writer.random.random() < 0.4:
        lines += table("config ipv6", [[f"set ip6-address 2001:db8:{number:x}::1/64", "set ip6-allowaccess ping"]])
    return entry(f'"{name}"', lines)


def route(writer: Writer, number: int) -> list[str]:
    """An entry of `router static`."""
    lines = [f"set dst {writer.address().rpartition('.')[0]}.0 255.255.255.0", f"set gateway {writer.address()}"]
    lines += [*writer.maybe(0.3, "set distance 20"), f'set device "{writer.random.choice(writer.interfaces)}"']
    return entry(str(number), [*lines, *writer.maybe(0.4, f'set comment "{writer.comment()}"')])


def user(writer: Writer, number: int) -> list[str]:
    """An entry of `user local`, whose password another unit has sealed."""
    lines = ["set type password", f"set passwd ENC {writer.certificates.sealed(64)}"]
    return entry(f'"{writer.word()}.{number}"', lines)


def authority(writer: Writer, number: int) -> list[str]:
    """An entry of `vpn certificate ca`."""
    lines = [f'set ca "{writer.certificates.certificate()}"', "set last-updated 1700000000"]
    return entry(f'"CA_Cert_{number}"', lines)


def local(writer: Writer, number: int) -> list[str]:
    """An entry of `vpn certificate local`, with a key that another unit has locked."""
    lines = [f"set password ENC {writer.certificates.sealed(96)}", f'set comments "{writer.comment()}"']
    lines += [f'set private-key "{writer.certificates.locked_key()}"']
    lines += [f'set certificate "{writer.certificates.certificate()}"', "set last-updated 1700000000"]
    return entry(f'"site-{number}"', lines)


def web_filter(writer: Writer, number: int) -> list[str]:
    """An entry of `webfilter profile`, which nobody has described: three levels of tables."""
    number_of_filters = writer.random.randrange(6, 20)
    filters = [
        entry(str(category), [f"set category {category}", *writer.maybe(0.5, "set action block")])
        for category in range(1, number_of_filters)
    ]
    inner = table("config filters", filters)
    lines = [f'set comment "{writer.comment()}"', *table("config web", [["set bword-threshold 20"]])]
    return entry(f'"{writer.word()}-{number}"', [*lines, *table("config ftgd-wf", [["unset options", *inner]])])


def internet_service(writer: Writer, number: int) -> list[str]:
    """An entry of `firewall internet-service-name`, which nobody has described."""
    name = f"{writer.word().title()}-{writer.word().title()}-{number}"
    return entry(f'"{name}"', [f"set internet-service-id {65536 * number + writer.random.randrange(9)}"])


def message(writer: Writer, number: int) -> list[str]:
    """An entry of `system replacemsg utm`, whose text has lines that look like commands."""
    paragraphs = "\n".join(
        f'  <p class=\\"c{row}\\">{writer.word()} {writer.word()}, it\\\'s {writer.word()}</p>\n\n# {writer.word()}'
        for row in range(writer.random.randrange(8, 20))
    )
    page = f"<html>\n<style>\nend\n</style>\n  <body>\n{paragraphs}\nset b {{\nnext\n  </body>\n</html>"
    return entry(f'"{writer.word()}-page-{number}"', [f'set buffer "{page}"', "set header http", "set format html"])


# The tables in the order of a backup: their share of the lines, and what writes an entry. Policies take what is left.
TABLES: tuple[tuple[str, float, Callable[[Writer, int], list[str]]], ...] = (
    ("system interface", 0.08, interface),
    ("system replacemsg utm", 0.02, message),
    ("firewall internet-service-name", 0.03, internet_service),
    ("vpn certificate ca", 0.02, authority),
    ("vpn certificate local", 0.03, local),
    ("user local", 0.02, user),
    ("firewall address", 0.27, address),
    ("firewall addrgrp", 0.09, group),
    ("firewall service custom", 0.05, service),
    ("webfilter profile", 0.05, web_filter),
    ("firewall policy", 1.0, policy),
    ("router static", 0.06, route),
)
# What the entries refer to that a new unit has.
START = """\
config system global
    set admintimeout 30
    set hostname "generated"
end
config firewall schedule recurring
    edit "always"
        set day sunday monday tuesday wednesday thursday friday saturday
    next
end
config firewall ssl-ssh-profile
    edit "certificate-inspection"
        set comment "Read-only SSL handshake inspection profile."
    next
end
"""
FIXED: Mapping[str, Sequence[list[str]]] = {
    "system interface": [entry(f'"{name}"', ['set vdom "root"', "set type physical"]) for name in PORTS],
    "firewall address": [entry('"all"', [])],
    "firewall service custom": [entry(f'"{name}"', [f"set tcp-portrange {len(name)}"]) for name in SERVICES],
}
LEFT_OUT = {
    REALISTIC: frozenset[str](),
    PLAIN: frozenset({"system replacemsg utm"}),
    FLAT: frozenset({"system replacemsg utm", "vpn certificate ca", "vpn certificate local", "webfilter profile"}),
}


def table(first: str, blocks: list[list[str]]) -> list[str]:
    """`config`, blocks and `end`."""
    return [first, *(f"    {line}" for block in blocks for line in block), "end"]


def generate(lines: int, seed: int = 1, family: str = REALISTIC) -> str:
    """A configuration of about so many physical lines."""
    return "".join(pieces(lines, seed, family))


def pieces(lines: int, seed: int = 1, family: str = REALISTIC) -> Iterator[str]:
    """The same piece by piece."""
    chance = Random(seed)  # noqa: S311 - it shall be the same again
    writer = Writer(chance, family, Certificates(seed))
    left = lines - HEADER.count("\n")
    yield HEADER
    yield START
    left -= START.count("\n")
    routes = int(lines * TABLES[-1][1])
    for path, share, write in TABLES:
        if path in LEFT_OUT[family]:
            continue
        room = min(int(lines * share), left - (routes if write is policy else 0)) - 2
        first = "".join(f"    {line}\n" for fixed in FIXED.get(path, ()) for line in fixed)
        yield f"config {path}\n{first}"
        left -= 2 + first.count("\n")
        room -= first.count("\n")
        for number in count(1):
            if room <= 0:
                break
            made = "".join(f"    {line}\n" for line in write(writer, number))
            room -= made.count("\n")
            left -= made.count("\n")
            yield made
        yield "end\n"


if __name__ == "__main__":
    sys.stdout.writelines(pieces(int(sys.argv[1]), family=sys.argv[2] if len(sys.argv) > 2 else REALISTIC))
