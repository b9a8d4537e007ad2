"""The options of `system global` for the administration pages.

Source: fortios-cli.md 9.1 (ANS, HFX).
"""

from fauxgate.schema.shared import SWITCH
from fauxgate.schema.types import Choice, Option, String, Value

THEME = Choice(
    (
        Value("jade", "Green.", since=(7, 0, 0)),
        Value("neutrino", "Dark gray."),
        Value("mariner", "Blue."),
        Value("graphite", "Gray.", since=(7, 0, 0)),
        Value("melongene", "Violet."),
        Value("jet-stream", "Light blue.", since=(7, 4, 0)),
        Value("security-fabric", "Red.", since=(7, 4, 0)),
        Value("retro", "As in older releases.", since=(7, 0, 0)),
        Value("dark-matter", "Dark.", since=(7, 0, 0)),
        Value("onyx", "Black.", since=(7, 0, 0)),
        Value("eclipse", "Dark blue.", since=(7, 0, 0)),
        Value("green", "Green.", until=(6, 4, 99)),
        Value("blue", "Blue.", until=(6, 4, 99)),
    )
)

DATE_FORMAT = Choice(
    (
        Value("yyyy/MM/dd", "Year, month, day, with slashes."),
        Value("dd/MM/yyyy", "Day, month, year, with slashes."),
        Value("MM/dd/yyyy", "Month, day, year, with slashes."),
        Value("yyyy-MM-dd", "Year, month, day, with hyphens."),
        Value("dd-MM-yyyy", "Day, month, year, with hyphens."),
        Value("MM-dd-yyyy", "Month, day, year, with hyphens."),
    )
)

PAGES = (
    Option("gui-allow-default-hostname", SWITCH, "disable", "Ask for no other name of the unit.", until=(7, 4, 0)),
    Option("gui-app-detection-sdwan", SWITCH, "disable", "Show applications of SD-WAN.", since=(7, 2, 1)),
    Option("gui-auto-upgrade-setup-warning", SWITCH, "enable", "Ask for automatic upgrades.", since=(7, 4, 1)),
    Option("gui-cdn-domain-override", String(255), help="Where pages are loaded from.", since=(7, 0, 12)),
    Option("gui-cdn-usage", SWITCH, "enable", "Load pages from the network of the maker.", since=(7, 0, 4)),
    Option("gui-certificates", SWITCH, "enable", "Show certificates."),
    Option("gui-custom-language", SWITCH, "disable", "Show languages of your own."),
    Option("gui-date-format", DATE_FORMAT, "yyyy/MM/dd", "How dates are written."),
    Option(
        "gui-date-time-source",
        Choice((Value("system", "The unit."), Value("browser", "The browser."))),
        "system",
        "Whose time is shown.",
    ),
    Option("gui-device-latitude", String(19), help="Latitude of the unit on the map."),
    Option("gui-device-longitude", String(19), help="Longitude of the unit on the map."),
    Option("gui-display-hostname", SWITCH, "disable", "Show the name of the unit before login."),
    Option("gui-firmware-upgrade-warning", SWITCH, "enable", "Tell of new firmware."),
    Option("gui-forticare-registration-setup-warning", SWITCH, "enable", "Ask for registration.", since=(6, 4, 4)),
    Option("gui-fortigate-cloud-sandbox", SWITCH, "disable", "Show the sandbox of the cloud.", since=(7, 0, 0)),
    Option("gui-fortisandbox-cloud", SWITCH, "disable", "Show the sandbox of the cloud.", until=(6, 4, 99)),
    Option("gui-ipv6", SWITCH, "disable", "Show IPv6."),
    Option("gui-local-out", SWITCH, "disable", "Show traffic of the unit itself.", since=(7, 0, 0)),
    Option("gui-replacement-message-groups", SWITCH, "disable", "Show groups of messages.", since=(7, 0, 0)),
    Option("gui-rest-api-cache", SWITCH, "enable", "Hold answers of the REST API.", since=(7, 0, 0)),
    Option("gui-theme", THEME, "green", "Colors.", until=(6, 4, 99)),
    Option("gui-theme", THEME, "jade", "Colors.", since=(7, 0, 0)),
    Option("gui-wireless-opensecurity", SWITCH, "disable", "Show open wireless networks."),
    Option("gui-workflow-management", SWITCH, "disable", "Show workflows.", since=(7, 2, 0)),
)
