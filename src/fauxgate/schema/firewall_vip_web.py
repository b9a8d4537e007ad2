"""How a virtual IP treats HTTP.

Source: see `firewall_vip`.
"""

from fauxgate.schema.shared import COUNT, SWITCH
from fauxgate.schema.types import Choice, Integer, Option, String, Value, When

PERSISTENCE_HTTP_COOKIE = When("persistence", ("http-cookie",))

WEB = When("server-type", ("http", "https"))

HTTP_MULTIPLEX = When("http-multiplex", ("enable",))

WEB_OPTIONS = (
    Option(
        "http-cookie-domain-from-host",
        SWITCH,
        "disable",
        "Take the domain of the cookie from the request.",
        when=PERSISTENCE_HTTP_COOKIE,
    ),
    Option("http-cookie-domain", String(35), help="Domain of the cookie.", when=PERSISTENCE_HTTP_COOKIE),
    Option("http-cookie-path", String(35), help="Path of the cookie.", when=PERSISTENCE_HTTP_COOKIE),
    Option("http-cookie-generation", COUNT, "0", "Generation of the cookie.", when=PERSISTENCE_HTTP_COOKIE),
    Option(
        "http-cookie-age",
        Integer(0, 525600),
        "60",
        "Minutes that the cookie is good (0 = for the session).",
        when=PERSISTENCE_HTTP_COOKIE,
    ),
    Option(
        "http-cookie-share",
        Choice((Value("disable", "Nobody."), Value("same-ip", "Virtual IPs of the same address."))),
        "same-ip",
        "Who shares cookies.",
        when=PERSISTENCE_HTTP_COOKIE,
    ),
    Option("https-cookie-secure", SWITCH, "disable", "Send the cookie over HTTPS only.", when=PERSISTENCE_HTTP_COOKIE),
    Option("http-multiplex", SWITCH, "disable", "Share connections to the servers.", when=WEB),
    Option(
        "http-multiplex-ttl",
        Integer(0, 2147483647),
        "15",
        "Seconds that a shared connection stays.",
        since=(7, 2, 4),
        when=HTTP_MULTIPLEX,
    ),
    Option(
        "http-multiplex-max-request",
        Integer(0, 2147483647),
        "0",
        "Requests over a shared connection (0 = any number).",
        since=(7, 2, 4),
        when=HTTP_MULTIPLEX,
    ),
    Option(
        "http-multiplex-max-concurrent-request",
        Integer(0, 2147483647),
        "0",
        "Requests at a time over a shared connection (0 = any number).",
        since=(7, 4, 1),
        when=HTTP_MULTIPLEX,
    ),
    Option("http-ip-header", SWITCH, "disable", "Tell the server the client's address.", when=WEB),
    Option(
        "http-ip-header-name",
        String(35),
        help="Header with the client's address.",
        when=When("http-ip-header", ("enable",)),
    ),
    Option("outlook-web-access", SWITCH, "disable", "Add the header for Outlook Web Access.", when=WEB),
    Option("weblogic-server", SWITCH, "disable", "Add the header for WebLogic.", when=WEB),
    Option("websphere-server", SWITCH, "disable", "Add the header for WebSphere.", when=WEB),
)
