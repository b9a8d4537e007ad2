"""A run with `--seed` and `--now` is repeated to the byte, by another process too."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import ROOT

from fauxgate.pki import requests

NOW = "2026-11-25T12:00:00"
URL = "http://ca.test/app/cert/scep/"
NOTICE = "fauxgate: with --seed the same keys are made each time, and by anyone: they are for training only\n"
SUBJECT = "fgt.example NL NH Amsterdam Example OU a@b.example '' "
# Whatever draws: keys of every kind, requests, transactions, passwords, UUIDs, and files that are encrypted.
SCRIPT = f"""\
diagnose debug application scep -1
diagnose debug enable
execute vpn certificate ca import auto {URL}
execute vpn certificate local generate rsa one 2048 {SUBJECT} {URL} challenge
execute vpn certificate local generate rsa two 1024 {SUBJECT}
execute vpn certificate local generate ec three secp256r1 {SUBJECT} {URL} challenge
execute vpn certificate local generate ec four secp384r1 {SUBJECT}
execute vpn certificate local generate ec five secp521r1 {SUBJECT}
config vpn certificate crl
edit CRL_1
set scep-url {URL}
set scep-cert one
end
execute vpn certificate crl import auto CRL_1
execute vpn certificate local export tftp one p12 spare.p12 192.0.2.1 secret
execute vpn certificate local export tftp one cer one.cer 192.0.2.1
execute vpn certificate ca export tftp CA_Cert_1 ca.cer 192.0.2.1
execute vpn certificate local import tftp spare.p12 192.0.2.1 p12 secret
:scep last
config user local
edit a
set type password
set passwd secret
end
config firewall address
edit a
end
config firewall policy
edit 1
set srcintf any
set dstintf any
set srcaddr a
set dstaddr all
set schedule always
set service ALL
end
execute backup config flash saved
get vpn certificate local details one
execute ping 192.0.2.1
get system status
get system performance status
:ca list
show full-configuration
show
"""


@dataclass(frozen=True)
class Ran:
    """What a process printed and left behind."""

    printed: str
    errors: str
    files: Mapping[str, bytes]


def run(directory: Path, *arguments: str, hash_seed: int, now: str = NOW) -> Ran:
    """Run the program in a directory of its own; the order of sets is another one for each `hash_seed`."""
    served = directory / "served"
    if not served.exists():
        shutil.copytree(ROOT / "fixtures" / "files", served)
    (directory / "script.conf").write_text(SCRIPT)
    done = subprocess.run(
        [sys.executable, "-m", "fauxgate.app", *arguments, "--now", now, "--state", "state", "--files", "served"],
        cwd=directory,
        env={**os.environ, "PYTHONHASHSEED": str(hash_seed)},
        check=False,
        capture_output=True,
        text=True,
    )
    left = {str(path.relative_to(directory)): path.read_bytes() for path in directory.rglob("*") if path.is_file()}
    return Ran(done.stdout, done.stderr, left)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    directory = tmp_path_factory.mktemp("first")
    return run(directory, "replay", "--seed", "7", "--capture", "capture", "script.conf", hash_seed=1)


def test_the_script_does_what_it_is_to_prove(first: Ran) -> None:
    assert first.printed.count("BEGIN ENCRYPTED PRIVATE KEY") == 2 * 6
    assert "Command fail" not in first.printed
    assert "served/spare.p12" in first.files


def test_openssl_accepts_what_was_issued(first: Ran, tmp_path: Path) -> None:
    for name in ("ca.cer", "one.cer", "spare.p12"):
        (tmp_path / name).write_bytes(first.files[f"served/{name}"])
    key = openssl(tmp_path, "pkcs12", "-in", "spare.p12", "-passin", "pass:secret", "-nodes", "-nocerts")

    assert "one.cer: OK" in openssl(tmp_path, "verify", "-CAfile", "ca.cer", "-attime", "1796000000", "one.cer")
    assert "RSA key ok" in openssl(tmp_path, "rsa", "-check", "-noout", typed=key)


def openssl(directory: Path, *arguments: str, typed: str = "") -> str:
    return subprocess.run(
        ["openssl", *arguments], cwd=directory, input=typed, check=True, capture_output=True, text=True
    ).stdout


def test_another_process_repeats_the_transcript_and_every_file(first: Ran, tmp_path: Path) -> None:
    again = run(tmp_path, "replay", "--seed", "7", "--capture", "capture", "script.conf", hash_seed=2)

    assert again.printed == first.printed
    assert [name for name in first.files if again.files.get(name) != first.files[name]] == []
    assert again == first


def test_another_seed_gives_other_keys(first: Ran, tmp_path: Path) -> None:
    other = run(tmp_path, "replay", "--seed", "8", "script.conf", hash_seed=1)

    assert len(public_keys(first.printed)) == 5
    assert not public_keys(first.printed) & public_keys(other.printed)


def public_keys(printed: str) -> set[bytes]:
    """The public keys of all requests that are shown."""
    found = re.findall(r"-----BEGIN CERTIFICATE REQUEST-----.*?-----END CERTIFICATE REQUEST-----", printed, re.DOTALL)
    return {requests.from_pem(pem).spki for pem in found}


def test_the_demonstration_is_the_same_in_two_processes(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()

    assert run(one, "demo", "--seed", "1", hash_seed=1) == run(other, "demo", "--seed", "1", hash_seed=2)


def test_a_run_with_a_seed_says_that_its_keys_are_for_training_only(first: Ran, tmp_path: Path) -> None:
    shown = run(tmp_path, "demo", "--seed", "1", hash_seed=1)

    assert first.errors.startswith(NOTICE)
    assert shown.errors == NOTICE
    assert shown.printed.startswith("# The keys of this run follow from its seed.")


COMMAND = f"execute vpn certificate local generate ec {{0}} secp256r1 {SUBJECT}\nshow vpn certificate local {{0}}\n"


@pytest.mark.parametrize("option", ["--state", "--session"])
def test_the_next_run_on_what_was_kept_makes_other_keys(option: str, tmp_path: Path) -> None:
    one, other = (public_keys(typed(COMMAND.format(name), option, str(tmp_path / "kept"))) for name in "ab")

    assert len(one) == len(other) == 1
    assert one != other


def test_a_session_file_is_the_same_in_two_processes(tmp_path: Path) -> None:
    lines = f"{COMMAND.format('a')}:checkpoint x\n{COMMAND.format('b')}:undo\n"
    one, other = (typed(lines, "--session", str(tmp_path / name)) for name in "ab")

    assert one == other
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def typed(text: str, *options: str) -> str:
    """What a shell answers to some lines."""
    command = [sys.executable, "-m", "fauxgate.app", "shell", "--seed", "7", "--clock", "virtual", "--now", NOW]
    return subprocess.run([*command, *options], input=text, check=True, capture_output=True, text=True).stdout
