"""What a reset to factory default leaves."""

from collections.abc import Iterator

from fauxgate.model.configuration import Configuration
from fauxgate.schema.types import Path, Section, Table

# What the sentence of `execute factoryreset2` names (fortios-cli.md 7.5).
KEPT_SECTIONS: tuple[Path, ...] = (
    ("vdom",),
    ("system", "vdom"),
    ("system", "virtual-switch"),
    ("system", "interface"),
    ("system", "settings"),
    ("router", "static"),
    ("router", "static6"),
)
KEPT_OPTIONS = ("vdom-mode", "long-vdom-name")
GLOBAL = ("system", "global")


def like_new(configuration: Configuration) -> Configuration:
    """A configuration as a new unit of the same release has it."""
    return Configuration.factory(configuration.catalogue, configuration.storage.random)


def like_new_but_reachable(configuration: Configuration) -> Configuration:
    """The same, with the virtual domains, interfaces, settings and static routes of `configuration`."""
    made = like_new(configuration)
    for section in _kept(configuration):
        for domain in tuple(configuration.storage.domains) or (configuration.domain,):
            _copy(section, _seen_from(configuration, domain), _seen_from(made, domain))
    options = {name: configuration.object(GLOBAL).values.get(name) for name in KEPT_OPTIONS}
    known = {name: value for name, value in options.items() if configuration.section(GLOBAL).option(name)}
    made.write(GLOBAL, "", known)
    return made


def _kept(configuration: Configuration) -> Iterator[Section]:
    for path in KEPT_SECTIONS:
        section = configuration.catalogue.find(path)
        if section is not None:
            yield section


def _seen_from(configuration: Configuration, domain: str) -> Configuration:
    return Configuration(configuration.catalogue, configuration.storage, domain)


def _copy(section: Section, source: Configuration, target: Configuration) -> None:
    path = section.path
    if isinstance(section, Table):
        rows = target.table(path)
        rows.clear()
        rows.update(source.table(path))
    elif " ".join(path) in source.objects(section):
        target.objects(section)[" ".join(path)] = source.object(path)
