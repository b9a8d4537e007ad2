"""`vpn ssl settings`.

Source: fortios-cli.md 9.2; limits, ranges and defaults as the public command reference of 7.4 states them, releases
as public API clients do. Tunnels by SSL ended with 7.6.3.
"""

from fauxgate.schema.firewall_shared import ADDRESSES, ADDRESSES_AND_LISTS, ZONES
from fauxgate.schema.shared import COUNT, NO_ADDRESS, SWITCH
from fauxgate.schema.types import (
    Choice,
    Integer,
    Ipv4Address,
    Ipv6Address,
    Names,
    Object,
    Option,
    String,
    Table,
    Value,
    When,
)
from fauxgate.schema.vpn_ssl_protocol import PROTOCOL

HTTP_COMPRESSION = When("http-compression", ("enable",))

DTLS_TUNNEL = When("dtls-tunnel", ("enable",))

SETTINGS = Object(
    path=("vpn", "ssl", "settings"),
    help="SSL VPN.",
    options=(
        *PROTOCOL,
        Option("tunnel-ip-pools", Names(79), (), "Addresses for clients.", until=(7, 6, 2), refers_to=ADDRESSES),
        Option("tunnel-ipv6-pools", Names(79), (), "IPv6 addresses for clients.", until=(7, 6, 2)),
        Option("dns-suffix", String(253), help="Domain that clients search for short names."),
        Option("dns-server1", Ipv4Address(), NO_ADDRESS, "DNS server 1 for clients.", until=(7, 6, 2)),
        Option("dns-server2", Ipv4Address(), NO_ADDRESS, "DNS server 2 for clients.", until=(7, 6, 2)),
        Option("wins-server1", Ipv4Address(), NO_ADDRESS, "WINS server 1 for clients.", until=(7, 6, 2)),
        Option("wins-server2", Ipv4Address(), NO_ADDRESS, "WINS server 2 for clients.", until=(7, 6, 2)),
        Option("ipv6-dns-server1", Ipv6Address(), "::", "IPv6 DNS server 1 for clients.", until=(7, 6, 2)),
        Option("ipv6-dns-server2", Ipv6Address(), "::", "IPv6 DNS server 2 for clients.", until=(7, 6, 2)),
        Option("ipv6-wins-server1", Ipv6Address(), "::", "IPv6 WINS server 1 for clients.", until=(7, 6, 2)),
        Option("ipv6-wins-server2", Ipv6Address(), "::", "IPv6 WINS server 2 for clients.", until=(7, 6, 2)),
        Option("url-obscuration", SWITCH, "disable", "Hide host names from the address bar."),
        Option("http-compression", SWITCH, "disable", "Compress HTTP."),
        Option("http-only-cookie", SWITCH, "enable", "Keep cookies from scripts."),
        Option("port", Integer(1, 65535), "10443", "Port."),
        Option("port-precedence", SWITCH, "enable", "Go before the GUI at the same port."),
        Option("auto-tunnel-static-route", SWITCH, "enable", "Add routes to the clients.", until=(7, 6, 2)),
        Option(
            "header-x-forwarded-for",
            Choice((Value("pass", "Left as it is."), Value("add", "Added."), Value("remove", "Removed."))),
            "add",
            "The header X-Forwarded-For.",
        ),
        Option("source-interface", Names(79), (), "Interfaces that clients come from.", refers_to=ZONES, also=("any",)),
        Option("source-address", Names(79), (), "Addresses that clients come from.", refers_to=ADDRESSES_AND_LISTS),
        Option("source-address-negate", SWITCH, "disable", "Let other addresses in."),
        Option("source-address6", Names(79), (), "IPv6 addresses that clients come from."),
        Option("source-address6-negate", SWITCH, "disable", "Let other IPv6 addresses in."),
        Option("default-portal", String(35), help="Portal of users without a rule."),
        Table(
            path=("authentication-rule",),
            help="Who may log in, and to which portal.",
            key=Option("id", COUNT, help="Number of the entry."),
            options=(
                Option(
                    "source-interface",
                    Names(79),
                    (),
                    "Interfaces that clients come from.",
                    refers_to=ZONES,
                    also=("any",),
                ),
                Option(
                    "source-address", Names(79), (), "Addresses that clients come from.", refers_to=ADDRESSES_AND_LISTS
                ),
                Option("source-address-negate", SWITCH, "disable", "Let other addresses in."),
                Option("source-address6", Names(79), (), "IPv6 addresses that clients come from."),
                Option("source-address6-negate", SWITCH, "disable", "Let other IPv6 addresses in."),
                Option("users", Names(79), (), "Users.", refers_to=(("user", "local"),)),
                Option("groups", Names(79), (), "Groups of users.", refers_to=(("user", "group"),)),
                Option("portal", String(35), help="Portal."),
                Option("realm", String(35), help="Realm."),
                Option("client-cert", SWITCH, "disable", "Ask for a certificate."),
                Option("user-peer", String(35), help="User with a certificate.", refers_to=(("user", "peer"),)),
                Option(
                    "cipher",
                    Choice(
                        (
                            Value("any", "Any."),
                            Value("high", "At least 168 bits."),
                            Value("medium", "At least 128 bits."),
                        )
                    ),
                    "high",
                    "Least strength of the cipher.",
                ),
                Option(
                    "auth",
                    Choice(
                        (
                            Value("any", "By anything."),
                            Value("local", "By their passwords here."),
                            Value("radius", "By RADIUS."),
                            Value("tacacs+", "By TACACS+."),
                            Value("ldap", "By LDAP."),
                            Value("peer", "By certificate.", since=(7, 0, 1)),
                        )
                    ),
                    "any",
                    "How users are checked.",
                ),
            ),
        ),
        Option("dtls-tunnel", SWITCH, "enable", "Tunnels by DTLS.", until=(7, 6, 2)),
        Option("browser-language-detection", SWITCH, "enable", "Speak the language of the browser.", since=(7, 2, 0)),
        Option("check-referer", SWITCH, "disable", "Check the header Referer."),
        Option("http-request-header-timeout", COUNT, "20", "Seconds to wait for the headers of a request."),
        Option("http-request-body-timeout", COUNT, "30", "Seconds to wait for the body of a request."),
        Option("auth-session-check-source-ip", SWITCH, "enable", "Check that a user keeps the address."),
        Option(
            "tunnel-connect-without-reauth",
            SWITCH,
            "disable",
            "Let clients come back without a login.",
            until=(7, 6, 2),
        ),
        Option("hsts-include-subdomains", SWITCH, "disable", "Tell clients to use HTTPS with all subdomains."),
        Option("transform-backward-slashes", SWITCH, "disable", "Turn backslashes in URLs round."),
        Option("encode-2f-sequence", SWITCH, "disable", "Turn \\2F in URLs into a slash."),
        Option("encrypt-and-store-password", SWITCH, "disable", "Store passwords of web sessions, encrypted."),
        Option(
            "client-sigalgs",
            Choice((Value("no-rsa-pss", "All but RSA-PSS."), Value("all", "All."))),
            "all",
            "Signatures that clients may use.",
            since=(6, 4, 4),
        ),
        Option("dual-stack-mode", SWITCH, "disable", "IPv4 and IPv6 together.", since=(7, 0, 0)),
        Option(
            "tunnel-addr-assigned-method",
            Choice((Value("first-available", "The first that is free."), Value("round-robin", "One after the other."))),
            "first-available",
            "How addresses are given out.",
            since=(7, 0, 0),
            until=(7, 6, 2),
        ),
        Option(
            "saml-redirect-port",
            Integer(0, 65535),
            "8020",
            "Port of FortiClient for SAML (0 = none).",
            since=(7, 0, 1),
            until=(7, 6, 2),
        ),
        Option(
            "web-mode-snat", SWITCH, "disable", "Translate addresses in web mode.", since=(7, 0, 6), until=(7, 4, 0)
        ),
        Option(
            "ztna-trusted-client",
            SWITCH,
            "disable",
            "Check the certificate of the device.",
            since=(7, 2, 1),
            until=(7, 6, 2),
        ),
        Option(
            "user-peer",
            String(35),
            help="User with a certificate.",
            when=When("reqclientcert", ("enable",)),
            refers_to=(("user", "peer"),),
        ),
        Option("deflate-compression-level", Integer(0, 9), "6", "Level of the compression.", when=HTTP_COMPRESSION),
        Option(
            "deflate-min-data-size",
            Integer(200, 65535),
            "300",
            "Bytes from which on to compress.",
            when=HTTP_COMPRESSION,
        ),
        Option("server-hostname", String(255), help="Host name for redirections.", since=(7, 4, 0)),
        Option(
            "dtls-max-proto-ver",
            Choice((Value("dtls1-0", "DTLS 1.0."), Value("dtls1-2", "DTLS 1.2."))),
            "dtls1-2",
            "Highest version of DTLS.",
            until=(7, 6, 2),
            when=DTLS_TUNNEL,
        ),
        Option(
            "dtls-min-proto-ver",
            Choice((Value("dtls1-0", "DTLS 1.0."), Value("dtls1-2", "DTLS 1.2."))),
            "dtls1-0",
            "Lowest version of DTLS.",
            until=(7, 6, 2),
            when=DTLS_TUNNEL,
        ),
        Option(
            "tunnel-user-session-timeout",
            Integer(1, 86400),
            "30",
            "Seconds to wait for a client to come back.",
            until=(7, 6, 2),
            when=When("tunnel-connect-without-reauth", ("enable",)),
        ),
    ),
    is_complete=False,
)
