import pytest

from fauxgate.language import grammar
from fauxgate.language.context import Context
from fauxgate.language.parser import Walk
from fauxgate.language.statements import BY_RULE
from fauxgate.language.words import Word


def walks(context, vocabulary, line=()):
    """Every walk through the grammar, with one word for each declared terminal and no word repeated."""
    walk = Walk(context, vocabulary)
    for word in line:
        walk.feed(Word(word, 0, len(word), quoted=False))
    yield walk
    options = walk.options()
    repeats = walk.phrase[-1:] == [options.declared] or len(line) > 20
    for word in [*options.keywords, *["w"] * (options.terminal is not None and not repeats)]:
        yield from walks(context, vocabulary, (*line, word))


# Keywords that stand where a path may stand, and are no words of one.
OF_NO_PATH = ("details", "status", "full-configuration", "hardware", "performance", "transceiver")


@pytest.fixture(scope="module")
def all_walks(open_vocabulary):
    return [walk for context in Context for walk in walks(context, open_vocabulary)]


def test_every_rule_is_a_statement_and_every_statement_a_rule():
    rules = {rule.alias or rule.origin.name for rule in grammar.load().lark.rules}
    # What lark makes of repetitions, and what is only a part of a line, begins with the name of its file or with _.
    commands = {name for name in rules if "__" not in name and not name.startswith("_")}

    assert commands - set(grammar.STARTS) == set(BY_RULE)


def test_every_keyword_has_help(all_walks):
    phrases = {
        " ".join((*walk.phrase, keyword))
        for walk in all_walks
        for keyword in walk.options().keywords
        # The words of a path have the help of the schema.
        if walk.options().declared != "PATH" or keyword in OF_NO_PATH
    }
    helped = grammar.help_texts()

    assert phrases - helped.hidden == set(helped.keywords)


def test_every_argument_has_help(all_walks):
    declared = {walk.options().declared for walk in all_walks} - {None}

    assert declared == set(grammar.help_texts().arguments)


def test_at_most_one_declared_terminal_is_allowed_anywhere(all_walks):
    loaded = grammar.load()
    accepted = [set(loaded.accepted(walk._parser)) for walk in all_walks]

    assert max(len(names - set(loaded.keywords) - {grammar.END}) for names in accepted) == 1


def test_no_two_terminals_of_a_place_are_the_same_word(all_walks):
    loaded = grammar.load()
    accepted = [loaded.accepted(walk._parser) for walk in all_walks]

    assert [sum(name in loaded.keywords for name in names) for names in accepted] == [
        len(walk.options().keywords) for walk in all_walks
    ]


def test_control_words_are_listed_with_their_arguments():
    assert [form for form, _ in grammar.control_words()] == [
        ":backup <file>",
        ":ca approve <id>",
        ":ca fault <fault> <id>",
        ":ca issue <filename>",
        ":ca list",
        ":ca reject <id> <reason>",
        ":clock",
        ":clock advance <period>",
        ":clock freeze",
        ":clock next",
        ":clock run",
        ":clock set <time>",
        ":checkpoint <name>",
        ":diff <name>",
        ":goto <name>",
        ":undo",
        ":redo",
        ":coverage <topic>",
        ":restore <file>",
        ":scep <number>",
        ":scep last",
        ":scep list",
        ":lab",
        ":lab check",
        ":lab goal",
        ":lab hint",
        ":lab quit",
        ":lab reset <step>",
        ":lab solution",
        ":help",
    ]
