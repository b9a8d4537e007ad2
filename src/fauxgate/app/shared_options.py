"""The options that several ways in have: of the appliance, of the network, and of the built-in authority."""

import argparse
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fauxgate.app import ca_options
from fauxgate.device.clock import YEARS
from fauxgate.network.routes import Place, parse_route
from fauxgate.schema.releases import DEFAULT, NEWEST, release

if TYPE_CHECKING:
    from fauxgate.schema.types import Release

DEFAULT_CA_SUBJECT = "/C=NL/O=Fauxgate/CN=Fauxgate Training CA"
DEFAULT_CHALLENGE = "challenge"
# The names of scep.profiles.PROFILES, which the prompt does not wait for; a test keeps them the same.
SCEP_PROFILES = ("fortios", "rfc8894")


def shared() -> argparse.ArgumentParser:
    """The options that every way in has that reaches the network."""
    made = appliance_only()
    made.add_argument("--state", metavar="DIR", help="the directory that keeps all of it from run to run")
    _add_network(made)
    _add_authority(made)
    return made


def appliance_only() -> argparse.ArgumentParser:
    """Those of the appliance."""
    made = argparse.ArgumentParser(add_help=False)
    _add_appliance(made)
    made.set_defaults(keeps_state=True, session=None)
    return made


def _add_appliance(parser: argparse.ArgumentParser) -> None:
    appliance = parser.add_argument_group("the appliance")
    appliance.add_argument(
        "--firmware",
        type=_release,
        metavar="RELEASE",
        help=f"the release to behave like: {', '.join(f'{a}.{b}' for a, b in NEWEST)} or one of their patches "
        f"(default: what the header of a file says, otherwise {DEFAULT[0]}.{DEFAULT[1]})",
    )
    appliance.add_argument("--schema", metavar="SOURCE", help="use what `schema import SOURCE` would, for this run")
    appliance.add_argument(
        "--strict-model", action="store_true", help="refuse tables and options that are not modelled"
    )
    appliance.add_argument("--clock", choices=("wall", "virtual"), help="run with the wall, or stand still and jump")
    appliance.add_argument("--now", type=_moment, metavar="TIME", help="the time to begin at, as 2026-11-25T12:00:00")
    appliance.add_argument(
        "--seed",
        type=_seed,
        metavar="N",
        help="draw keys, nonces and identifiers from this number, so that the same script with the same --now and the "
        "virtual clock gives the same transcript to the byte; such keys are for training only",
    )


def _add_network(parser: argparse.ArgumentParser) -> None:
    network = parser.add_argument_group("the network")
    network.add_argument(
        "--profile",
        choices=SCEP_PROFILES,
        default=SCEP_PROFILES[0],
        help="speak SCEP as the appliance does, or as RFC 8894 wants it (default: %(default)s)",
    )
    network.add_argument(
        "--connect-to",
        type=_route,
        action="append",
        default=[],
        metavar="HOST:PORT=URL",
        help="send what is meant for HOST:PORT to URL; may be given several times",
    )
    network.add_argument(
        "--isolated",
        action="store_true",
        help="reach nothing but the built-in authority and what --connect-to names",
    )
    network.add_argument(
        "--timeout",
        type=_seconds,
        default=30.0,
        metavar="SECONDS",
        help="how long an answer may take, in real seconds whatever the clock (default: 30)",
    )
    network.add_argument(
        "--files",
        type=_directory,
        metavar="DIR",
        help="the directory that stands for every TFTP server (without it, none answers)",
    )
    network.add_argument(
        "--capture",
        type=Path,
        metavar="DIR",
        help="write every SCEP exchange there: layers as text and .der, all as HAR",
    )


def _add_authority(parser: argparse.ArgumentParser) -> None:
    authority = parser.add_argument_group("the built-in authority, http://ca.test/app/cert/scep/")
    authority.add_argument("--ca-subject", type=_subject, default=DEFAULT_CA_SUBJECT, metavar="DN", help="its name")
    authority.add_argument("--ca-challenge", default=DEFAULT_CHALLENGE, metavar="PASSWORD", help="what it asks for")
    authority.add_argument(
        "--ca-identifier", default="", metavar="NAME", help="tell its certificate only to who asks for it by this name"
    )
    authority.add_argument("--ca-pending", type=_count, default=0, metavar="N", help="answer PENDING N times first")
    authority.add_argument(
        "--ca-approval",
        choices=("automatic", "manual"),
        default="automatic",
        help="decide by the challenge password, or wait for `:ca approve`",
    )
    authority.add_argument("--ca-intermediate", action="store_true", help="issue with a certificate below the root")
    authority.add_argument(
        "--ca-ra",
        choices=ca_options.REGISTRATION_AUTHORITIES,
        default="none",
        help="registration authorities: one, or one to sign and one to encrypt for",
    )
    ca_options.add_fault_options(authority, "ca-")


def _release(text: str) -> "Release":
    try:
        return release(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _route(text: str) -> tuple[Place, str]:
    try:
        return parse_route(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is no time like 2026-11-25T12:00:00") from error
    if moment.year not in YEARS:
        raise argparse.ArgumentTypeError(f"'{text}' is not between {YEARS[0]} and {YEARS[-1]}")
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _directory(text: str) -> Path:
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"'{text}' is no directory")
    return Path(text)


def _seconds(text: str) -> float:
    if not re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,3})?", text) or float(text) <= 0:
        raise argparse.ArgumentTypeError(f"'{text}' is no number of seconds")
    return float(text)


def _seed(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,18}", text):
        raise argparse.ArgumentTypeError(f"'{text}' is no number of up to 18 digits")
    return int(text)


def _count(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(f"'{text}' is no number of polls")
    return int(text)


def _subject(text: str) -> str:
    if text == DEFAULT_CA_SUBJECT:
        return text
    # It needs most of cryptography, which the prompt does not wait for where the default will do.
    from fauxgate.pki import names  # noqa: PLC0415

    try:
        names.parse(text)
    except names.InvalidName as error:
        raise argparse.ArgumentTypeError(f"'{text}' is no name like /C=NL/O=Example/CN=Example CA") from error
    return text
