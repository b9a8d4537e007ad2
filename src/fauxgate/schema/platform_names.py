"""Options that only some platforms have, or some releases that no list is certain of, by the section they stand in.

A backup of such a unit has them, and they are kept word for word. The names are facts: those that public API clients
state for a part of the releases and not for others before and after, and those seen in backups of hardware.
"""

from collections.abc import Mapping
from dataclasses import replace

from fauxgate.schema.types import Path, Section

_LISTS = """
firewall address: wildcard-fqdn
firewall policy: devices
log fortianalyzer setting: faz-type mgmt-name
log memory setting: diskfull
log syslogd setting: syslog-type
system admin: gui-dashboard gui-global-menu-favorites gui-new-feature-acknowledge gui-vdom-menu-favorites history0
    history1 login-time
system automation-action: headers message
system automation-trigger: ioc-level
system global: admin-reset-button disk-usage fec-port forticarrier-bypass forticontroller-proxy
    gui-auto-upgrade-setup-warning gui-lines-per-page hw-switch-ether-filter hyper-scale-vdom-num
    ipsec-soft-dec-async ipv6-allow-local-in-silent-drop ipv6-allow-local-in-slient-drop log-uuid-policy
    max-dlpstat-memory npu-neighbor-update port-cfg qtm-offload single-vdom-npuvlink sp-load-balance split-port
    split-port-mode ssl-hw-acceleration sslvpn-ems-sn-check telemetry-controller usb-auto-install vdom-admin
    virtual-server-count virtual-server-hardware-acceleration virtual-switch-vlan
system ha: pingserver-slave-force-reset unicast-gateway unicast-peers unicast-status
system ha vcluster: pingserver-slave-force-reset
system interface: captive-portal device-access-list device-identification-active-scan forward-error-correction
    fp-anomaly interconnect-profile l2tp-client lacp-ha-slave managed-device mediatype mirroring-direction
    mirroring-filter mirroring-port np-qos-profile phy-mode poe port-mirroring security-8021x-dynamic-vlan-id
    security-8021x-master security-8021x-member-mode security-8021x-mode sfp-dsl split-port stp stp-edge
    stp-ha-secondary stp-ha-slave swc-vlan trunk
system interface ipv6: client-options dhcp6-client-options
system settings: gui-domain-ip-reputation gui-endpoint-control gui-endpoint-control-advanced
    gui-multiple-utm-profiles gui-proxy-inspection policy-offload-level
user local: username-case-sensitivity
vpn certificate setting: ssl-ocsp-source-ip
vpn ipsec phase1: fallback-tcp-threshold
vpn ipsec phase1-interface: fallback-tcp-threshold packet-redistribution
vpn ipsec phase2: addke6 dst-end-ip6 dst-name6 dst-start-ip6 dst-subnet6 src-end-ip6 src-name6 src-start-ip6
    src-subnet6
"""


def _read(text: str) -> Mapping[Path, frozenset[str]]:
    found: dict[Path, frozenset[str]] = {}
    for entry in text.strip().replace("\n    ", " ").splitlines():
        path, _, names = entry.partition(":")
        found[tuple(path.split())] = frozenset(names.split())
    return found


NAMES = _read(_LISTS)


def with_platform_names(section: Section, path: Path | None = None) -> Section:
    """The section as one that keeps these options too, and so do those inside it."""
    path = path or section.path
    members = tuple(
        with_platform_names(member, (*path, member.name)) if isinstance(member, Section) else member
        for member in section.options
    )
    return replace(section, options=members, kept_names=NAMES.get(path, frozenset()))
