"""`system external-resource`: lists that are fetched, whose names stand where addresses may.

Source: limits, ranges and releases as public API clients state them; print order as in a published configuration.
"""

from fauxgate.schema.firewall_shared import NO_UUID
from fauxgate.schema.shared import (
    CERTIFICATES,
    FACTORY_CERTIFICATES,
    INTERFACE_SELECT_METHOD,
    INTERFACES,
    NO_ADDRESS,
    SWITCH,
    VRF,
)
from fauxgate.schema.types import Choice, Integer, Ipv4Address, Name, Option, Password, String, Table, Uuid, Value, When

KIND = Choice(
    (
        Value("category", "Web sites, as a category."),
        Value("domain", "Domain names."),
        Value("malware", "Hashes of malware."),
        Value("address", "IP addresses."),
        Value("mac-address", "MAC addresses.", since=(7, 4, 0)),
        Value("data", "Data to prevent the loss of.", since=(7, 4, 2)),
        Value("generic-address", "Several lists of addresses in one document.", since=(7, 6, 1)),
    )
)

SERVER_CHECK = Choice(
    (
        Value("none", "Nothing is checked."),
        Value("basic", "The certificate must be signed by an authority that is trusted."),
        Value("full", "The name in the certificate must be that of the server too."),
    )
)

GENERIC = When("type", ("generic-address",))

EXTERNAL_RESOURCE = Table(
    path=("system", "external-resource"),
    help="Lists that are fetched from servers.",
    key=Option("name", Name(35), help="Name of the list."),
    options=(
        Option("uuid", Uuid(), NO_UUID, "Identifier that does not change.", since=(7, 0, 0)),
        Option("status", SWITCH, "enable", "Whether the list is used."),
        Option("type", KIND, "category", "What is in the list."),
        Option(
            "update-method",
            Choice((Value("feed", "The unit fetches it."), Value("push", "It is pushed to the unit."))),
            "feed",
            "How the list comes.",
            since=(7, 2, 1),
        ),
        Option("username", String(64), help="User name for the server."),
        Option("password", Password(128), help="Password for the server.", secret=True),
        Option("client-cert-auth", SWITCH, "disable", "Show a certificate to the server.", since=(7, 6, 1)),
        Option("comments", String(255), help="Remarks about this list."),
        Option("resource", String(511), help="Where the list is.", required=True),
        Option("user-agent", String(255), help="Name of the browser to send."),
        Option("server-identity-check", SERVER_CHECK, "none", "How the server is checked.", since=(7, 0, 8)),
        Option("refresh-rate", Integer(1, 43200), "5", "Minutes between updates."),
        Option("source-ip", Ipv4Address(), NO_ADDRESS, "Address to ask from."),
        Option("interface-select-method", INTERFACE_SELECT_METHOD, "auto", "How the outgoing interface is chosen."),
        Option("vrf-select", VRF, "0", "VRF to ask from.", since=(7, 6, 1)),
        Option("namespace", String(15), help="Beginning of the names of its lists.", since=(7, 6, 1), when=GENERIC),
        Option("object-array-path", String(511), "$.addresses", "Where lists are.", since=(7, 6, 1), when=GENERIC),
        Option("address-name-field", String(511), "$.name", "Name of a list.", since=(7, 6, 1), when=GENERIC),
        Option("address-data-field", String(511), "$.value", "Contents of a list.", since=(7, 6, 1), when=GENERIC),
        Option(
            "address-comment-field", String(511), "$.description", "Remarks of a list.", since=(7, 6, 1), when=GENERIC
        ),
        Option("category", Integer(0, 221), "0", "Number of the category.", when=When("type", ("category", "domain"))),
        Option(
            "client-cert",
            String(79),
            help="Certificate to show.",
            since=(7, 6, 1),
            when=When("client-cert-auth", ("enable",)),
            refers_to=CERTIFICATES,
            also=FACTORY_CERTIFICATES,
        ),
        Option("source-ip-interface", String(15), help="Interface to ask from.", since=(7, 6, 4), refers_to=INTERFACES),
        Option(
            "interface",
            String(15),
            help="Outgoing interface.",
            when=When("interface-select-method", ("specify",)),
            refers_to=INTERFACES,
        ),
    ),
    quiet=True,
)
