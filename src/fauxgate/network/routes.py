"""Which host leads where, like curl's `--connect-to`, but to a base URL.

A saved script names the authority of its day. A route sends what is meant for that host and port
somewhere else, while the request keeps the `Host` header that the script gave it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443}


class Place(NamedTuple):
    """A host, in lower case, and a port."""

    host: str
    port: int


Target = str | Callable[[], str]


@dataclass(frozen=True, slots=True)
class Routes:
    """The routes of one process, by the place they replace.

    A target that is a callable is asked for its URL each time a request goes there, so a listener
    behind a name can start when it is first needed. A target's path, when it has one, takes the place of
    the request's path, because servers differ in the path they insist on and a saved script cannot know.
    """

    targets: Mapping[Place, Target]

    def effective_url(self, url: str) -> str:
        """The URL to connect to for `url`; `url` itself where no route applies.

        A target may itself be a place with a route, so that a saved address can lead to `ca.test`.
        Raises ValueError when `url` has no host or a port that is no number.
        """
        followed: set[Place] = set()
        while (here := place(asked := urlsplit(url))) in self.targets and here not in followed:
            followed.add(here)
            target = self.targets[here]
            base = urlsplit(target if isinstance(target, str) else target())
            path = asked.path if base.path in {"", "/"} else base.path
            url = asked._replace(scheme=base.scheme, netloc=base.netloc, path=path).geturl()
        return url


def place(url: SplitResult) -> Place:
    """The host and port that a URL names; raises ValueError when it names none."""
    port = url.port or DEFAULT_PORTS.get(url.scheme)
    if not url.hostname or port is None:
        raise ValueError(f"no host in {url.geturl()}")
    return Place(url.hostname, port)


def parse_route(text: str) -> tuple[Place, str]:
    """One `HOST:PORT=URL` of the command line: `10.5.59.172:80=http://127.0.0.1:8080`.

    Raises ValueError whose text is one sentence for the person who typed it.
    """
    named, equals, target = text.partition("=")
    if not equals:
        raise ValueError(f"'{text}' is not of the form HOST:PORT=URL.")
    return _named_place(named), _base_url(target)


def _named_place(text: str) -> Place:
    try:
        url = urlsplit(f"//{text}")
        host, port = url.hostname, url.port
    except ValueError:
        host, port = None, None
    if not host or not port or "@" in text or url.netloc != text:
        raise ValueError(f"'{text}' is not a host and a port, as in ca.example.com:80.")
    return Place(host, port)


def _base_url(text: str) -> str:
    try:
        url = urlsplit(text)
        place(url)
    except ValueError:
        url = None
    if url is None or url.scheme not in DEFAULT_PORTS or url.query or url.fragment:
        raise ValueError(f"'{text}' is not an http or https address to connect to.")
    return text
