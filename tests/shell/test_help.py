from fauxgate.errors import UserError
from fauxgate.language.completion import Expectation
from fauxgate.language.parser import Candidate
from fauxgate.shell.help import insertable, only_fitting, told


class NothingFits(UserError):
    def message(self) -> tuple[str, ...]:
        return ("", "nothing fits")


def expecting(*candidates: Candidate, prefix: str = "") -> Expectation:
    return Expectation(candidates, prefix, 0, complete=False)


def test_a_name_is_inserted_in_quotes_and_a_keyword_bare() -> None:
    words = insertable(expecting(Candidate("front door", quoted=True), Candidate("show")))

    assert words == ['"front door"', "show"]


def test_a_form_is_not_inserted() -> None:
    assert insertable(expecting(Candidate("<string>", placeholder=True))) == []


def test_the_only_candidate_is_filled_in_once_something_is_typed() -> None:
    assert only_fitting(expecting(Candidate("show"), prefix="s")) == "show"
    assert only_fitting(expecting(Candidate("show"))) is None


def test_a_candidate_beside_a_form_is_not_filled_in() -> None:
    assert only_fitting(expecting(Candidate("show"), Candidate("<string>", placeholder=True), prefix="s")) is None


def test_where_nothing_fits_the_message_is_told_without_empty_lines_or_code() -> None:
    assert told(Expectation((), "x", 0, complete=False, error=NothingFits())) == ["nothing fits"]
