"""What the unit is and how it does: `get system status` and its kin (fortios-cli.md 8.1).

Only what the program knows is told: no licence, no processor, no memory, no traffic. Where a line of the appliance
would need a measurement that nobody makes here, the line is left out.
"""

from collections.abc import Iterator

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.device.appliance import Appliance
from fauxgate.device.identity import BUILD, MODEL, SERIAL_NUMBER
from fauxgate.language import statements
from fauxgate.schema.types import Path

DOMAIN_MODES = {"multi-vdom": "multiple", "split-vdom": "split-task"}
HA_MODES = {"a-p": "HA A-P", "a-a": "HA A-A"}
SECONDS_A_DAY = 86_400


@handles(statements.GetSystemStatus)
def get_system_status(console: Console, _statement: statements.GetSystemStatus) -> Answer:
    """Print what appliance this is."""
    appliance = console.appliance
    major, minor, patch = appliance.release
    domains = domain_names(appliance)
    private = _value(appliance, ("system", "global"), "private-data-encryption", "disable")
    mode = _value(appliance, ("system", "global"), "vdom-mode", "no-vdom")
    yield f"Version: {MODEL} v{major}.{minor}.{patch},build{BUILD:04},000000 (GA)"
    yield f"Serial-Number: {SERIAL_NUMBER}"
    yield "Log hard disk: Not available"
    yield f"Hostname: {appliance.hostname}"
    yield f"Private Encryption: {private.capitalize()}"
    yield "Operation Mode: NAT"
    yield "Current virtual domain: root"
    yield f"Virtual domains status: {len(domains)} in NAT mode, 0 in TP mode"
    yield f"Virtual domain configuration: {DOMAIN_MODES.get(mode, 'disable')}"
    yield f"Current HA mode: {_value(appliance, ('system', 'ha'), 'mode', 'standalone')}"
    yield f"Branch point: {BUILD:04}"
    yield "Release Version Information: GA"
    yield f"System time: {appliance.clock.now():%a %b %e %H:%M:%S %Y}"
    yield f"Last reboot reason: {appliance.restart_reason}"


@handles(statements.GetSystemPerformanceStatus)
def get_system_performance_status(console: Console, _statement: statements.GetSystemPerformanceStatus) -> Answer:
    """Print how busy the unit is: nothing passes through it, and how long it has been up."""
    yield "Average sessions: 0 sessions in 1 minute, 0 sessions in 10 minutes, 0 sessions in 30 minutes"
    yield "Virus caught: 0 total in 1 minute"
    yield "IPS attacks blocked: 0 total in 1 minute"
    days, minutes = divmod(_uptime(console.appliance) // 60, SECONDS_A_DAY // 60)
    yield f"Uptime: {days} days,  {minutes // 60} hours,  {minutes % 60} minutes"


@handles(statements.GetSystemHaStatus)
def get_system_ha_status(console: Console, _statement: statements.GetSystemHaStatus) -> Answer:
    """Print how the unit stands in its cluster, of which it is the only member. Inferred: the lines without one."""
    mode = _value(console.appliance, ("system", "ha"), "mode", "standalone")
    yield f"Model: {MODEL}"
    yield f"Mode: {HA_MODES.get(mode, 'Standalone')}"
    yield f"Group ID: {_value(console.appliance, ('system', 'ha'), 'group-id', '0')}"
    yield "Debug: 0"


@handles(statements.GetHardwareStatus)
def get_hardware_status(_console: Console, _statement: statements.GetHardwareStatus) -> Answer:
    """Print what the unit is made of: nothing that could be counted. Inferred: the lines."""
    yield f"Model name: {MODEL}"
    yield "ASIC version: not available"
    yield "Hard disk: not available"
    yield "USB Flash: not available"


@handles(statements.SysVdList)
def sys_vd_list(console: Console, _statement: statements.SysVdList) -> Answer:
    """Print the virtual domains; the counters that a device has after `enabled` count traffic, and there is none."""
    yield "list virtual firewall info:"
    yield from _domains(console.appliance)


def domain_names(appliance: Appliance) -> list[str]:
    """The virtual domains, root first."""
    return list(appliance.configuration.domains)


def _domains(appliance: Appliance) -> Iterator[str]:
    for index, name in enumerate(domain_names(appliance)):
        yield f"name={name}/{name} index={index} enabled"


def _uptime(appliance: Appliance) -> int:
    """Whole seconds since the start."""
    return int((appliance.clock.now() - appliance.started).total_seconds())


def _value(appliance: Appliance, path: Path, option: str, otherwise: str) -> str:
    """What an option means, or what holds in a release that does not have it."""
    section = appliance.catalogue.find(path)
    if section is None or section.option(option) is None:
        return otherwise
    return str(appliance.configuration.value(path, "", option))
