"""Each command form has a rule, a statement, a handler, help and a transcript, all of one name."""

import re

import pytest
from conftest import ROOT, TRANSCRIPTS

from fauxgate.cli.interpreter import HANDLERS
from fauxgate.language import grammar
from fauxgate.language.statements import BY_RULE

RULES = {
    match[1]
    for path in (ROOT / "grammar").glob("*.lark")
    for match in re.finditer(r"^[?!]?([a-z][a-z_]*)\s*:", path.read_text(), re.MULTILINE)
}


def test_the_grammar_is_in_files_by_command_family() -> None:
    names = {path.stem for path in (ROOT / "grammar").glob("*.lark")}

    assert names == {"fortios", "config", "show", "leaving", "execute", "diagnose", "control", "bulk"}


@pytest.mark.parametrize("rule", sorted(BY_RULE))
def test_every_statement_has_a_rule(rule: str) -> None:
    reduced = {str(made.alias or made.origin.name).rpartition("__")[2] for made in grammar.load().lark.rules}

    assert rule in reduced


@pytest.mark.parametrize("rule", sorted(BY_RULE))
def test_every_statement_has_a_handler_of_its_name(rule: str) -> None:
    assert HANDLERS[BY_RULE[rule]].__name__.removesuffix("_") == rule


def test_every_handler_belongs_to_a_statement() -> None:
    assert set(HANDLERS) == set(BY_RULE.values())


@pytest.mark.parametrize("rule", sorted(BY_RULE))
def test_every_statement_has_a_transcript(rule: str) -> None:
    assert (TRANSCRIPTS / f"{rule}.txt").exists()


def test_every_keyword_and_every_chosen_word_has_help() -> None:
    """Help is looked up by what was typed before; that every phrase has a sentence is tested in tests/language."""
    texts = grammar.help_texts()
    declared = {
        name
        for path in (ROOT / "grammar").glob("*.lark")
        for line in path.read_text().splitlines()
        if line.startswith("%declare")
        for name in line.split()[1:]
    }

    assert declared == set(texts.arguments)
    assert all(texts.keywords.values())
