"""Looking at the configuration and at the appliance."""

from dataclasses import dataclass

from fauxgate.language.statements.base import Statement


@dataclass(frozen=True, slots=True)
class Show(Statement):
    """`show [full-configuration] [PATH [KEY]]`: the configuration as statements; `path` ends with the key, if any."""

    path: tuple[str, ...] = ()
    full: bool = False


@dataclass(frozen=True, slots=True)
class Get(Statement):
    """`get vpn certificate local`: all values, as text; an empty path means the place where one is."""

    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree(Statement):
    """`tree firewall address`: the options that a section has; an empty path means the place where one is."""

    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GetSystemStatus(Statement):
    """`get system status`: what appliance this is."""


@dataclass(frozen=True, slots=True)
class GetSystemPerformanceStatus(Statement):
    """`get system performance status`: how busy the appliance is."""


@dataclass(frozen=True, slots=True)
class GetSystemHaStatus(Statement):
    """`get system ha status`: how the appliance stands to others of its cluster."""


@dataclass(frozen=True, slots=True)
class GetHardwareStatus(Statement):
    """`get hardware status`: what the appliance is made of."""


@dataclass(frozen=True, slots=True)
class GetCertificateDetails(Statement):
    """`get vpn certificate local details [NAME]`: certificates in detail; `path` is that of their table."""

    path: tuple[str, ...]
    name: str = ""
