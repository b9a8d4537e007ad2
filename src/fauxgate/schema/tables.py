"""All tables and objects, in the order in which a backup prints them (fortios-cli.md 7.2).

A row says where a section stands; its module is imported when the section is first used. A new table is its data and
one row here.
"""

from typing import TYPE_CHECKING

from fauxgate.schema.catalogue import Catalogue, Loadable, Row
from fauxgate.schema.types import Path, Release

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fauxgate.schema.catalogue import KnownPath
    from fauxgate.schema.stored import StoredSchema

INDEX: tuple[Row, ...] = tuple(
    Row(tuple(path.split()), module, attribute)
    for path, module, attribute in (
        ("vdom", "vdom", "VDOM"),
        ("global", "vdom", "WHOLE_UNIT"),
        ("system global", "system_global", "GLOBAL"),
        ("system accprofile", "system_accprofile", "ACCPROFILE"),
        ("system interface", "system_interface", "INTERFACE"),
        ("system admin", "system_admin", "ADMIN"),
        ("system ha", "system_ha", "HA"),
        ("system alias", "system_alias", "ALIAS"),
        ("system dns", "system_services", "DNS"),
        ("system snmp sysinfo", "system_snmp", "SYSINFO"),
        ("system snmp mib-view", "system_snmp", "MIB_VIEW"),
        ("system snmp community", "system_snmp", "COMMUNITY"),
        ("system snmp user", "system_snmp", "USER"),
        ("system console", "system_console", "CONSOLE"),
        ("system ntp", "system_services", "NTP"),
        ("system automation-trigger", "system_automation_trigger", "TRIGGER"),
        ("system automation-action", "system_automation_action", "ACTION"),
        ("system automation-stitch", "system_automation_stitch", "STITCH"),
        ("system settings", "system_settings", "SETTINGS"),
        ("system dhcp server", "system_dhcp", "SERVER"),
        ("system zone", "system_zone", "ZONE"),
        ("firewall address", "firewall_address", "ADDRESS"),
        ("firewall addrgrp", "firewall_addrgrp", "ADDRESS_GROUP"),
        ("firewall service category", "firewall_service", "CATEGORY"),
        ("firewall service custom", "firewall_service", "CUSTOM"),
        ("firewall service group", "firewall_service", "GROUP"),
        ("system external-resource", "system_external_resource", "EXTERNAL_RESOURCE"),
        ("certificate ca", "certificate", "GLOBAL_CA"),
        ("certificate local", "certificate", "GLOBAL_LOCAL"),
        ("certificate crl", "certificate", "GLOBAL_CRL"),
        ("certificate remote", "certificate", "GLOBAL_REMOTE"),
        ("certificate hsm-local", "certificate", "GLOBAL_HSM_LOCAL"),
        ("vpn certificate ca", "certificate", "CA"),
        ("vpn certificate local", "certificate", "LOCAL"),
        ("vpn certificate remote", "certificate", "REMOTE"),
        ("vpn certificate crl", "certificate", "CRL"),
        ("vpn certificate hsm-local", "certificate", "HSM_LOCAL"),
        ("vpn certificate ocsp-server", "certificate_authority", "OCSP_SERVER"),
        ("vpn certificate setting", "certificate", "SETTING"),
        ("user ldap", "user_ldap", "LDAP"),
        ("user radius", "user_radius", "RADIUS"),
        ("user local", "user_local", "LOCAL"),
        ("user setting", "user_setting", "SETTING"),
        ("user peer", "user_peer", "PEER"),
        ("user peergrp", "user_peer", "PEERGRP"),
        ("user group", "user_group", "GROUP"),
        ("vpn ssl settings", "vpn_ssl", "SETTINGS"),
        ("vpn ipsec phase1", "ipsec_phase1_policy", "PHASE1"),
        ("vpn ipsec phase1-interface", "ipsec_phase1", "PHASE1_INTERFACE"),
        ("vpn ipsec phase2", "ipsec_phase2", "PHASE2"),
        ("vpn ipsec phase2-interface", "ipsec_phase2", "PHASE2_INTERFACE"),
        ("log syslogd setting", "log_remote", "SYSLOGD"),
        ("log syslogd filter", "log_filter", "SYSLOGD"),
        ("log fortianalyzer setting", "log_remote", "FORTIANALYZER"),
        ("log fortianalyzer filter", "log_filter", "FORTIANALYZER"),
        ("log memory setting", "log_local", "MEMORY"),
        ("log memory filter", "log_filter", "MEMORY"),
        ("log disk setting", "log_local", "DISK"),
        ("log disk filter", "log_filter", "DISK"),
        ("firewall schedule onetime", "firewall_schedule", "ONETIME"),
        ("firewall schedule recurring", "firewall_schedule", "RECURRING"),
        ("firewall schedule group", "firewall_schedule", "SCHEDULE_GROUP"),
        ("firewall ippool", "firewall_ippool", "IPPOOL"),
        ("firewall vip", "firewall_vip", "VIP"),
        ("firewall vipgrp", "firewall_vip", "VIP_GROUP"),
        ("firewall ssl-ssh-profile", "firewall_ssl_ssh_profile", "SSL_SSH_PROFILE"),
        ("firewall policy", "firewall_policy", "POLICY"),
        ("router static", "router", "STATIC"),
    )
)

BRANCHES: dict[Path, str] = {
    ("system", "snmp"): "What the unit tells by SNMP.",
    ("system", "dhcp"): "Addresses for others.",
    ("user",): "Users and how they log in.",
    ("router",): "Routes.",
    ("log", "syslogd"): "Logs to a syslog server.",
    ("log", "memory"): "Logs in memory.",
    ("log", "fortianalyzer"): "Logs to a FortiAnalyzer.",
    ("log", "disk"): "Logs on the disk.",
    ("log",): "Logs.",
    ("certificate",): "Certificates of the whole unit.",
    ("system",): "The unit itself.",
    ("vpn",): "Virtual private networks and certificates.",
    ("vpn", "certificate"): "Certificates.",
    ("vpn", "ipsec"): "Tunnels by IPsec.",
    ("vpn", "ssl"): "VPN by SSL.",
    ("firewall",): "Policies and what they refer to.",
    ("firewall", "service"): "Services.",
    ("firewall", "schedule"): "Times.",
}
"""The help of path words that name no section by themselves."""


def catalogue(release: Release, *, strict: bool = False, imported: "StoredSchema | None" = None) -> Catalogue:
    """What that release has, further tables of an imported schema included; see `Catalogue` for `strict`."""
    rows: Sequence[Loadable] = INDEX
    if imported is not None:
        from fauxgate.schema.stored import combined  # noqa: PLC0415 - few sessions have an imported schema

        rows = combined(INDEX, imported, release)
    return Catalogue(rows, BRANCHES, release, known=_known, elsewhere=_elsewhere, strict=strict)


def _known(release: Release) -> "Mapping[Path, KnownPath]":
    from fauxgate.schema.known import known_paths  # noqa: PLC0415 - the prompt does not wait for names

    return known_paths(release)


def _elsewhere(release: Release) -> "Mapping[Path, KnownPath]":
    from fauxgate.schema.known import paths_elsewhere  # noqa: PLC0415 - the same

    return paths_elsewhere(release)
