from fauxgate.shell.pasted import Pasted


def test_finished_lines_come_one_by_one_whatever_ends_them() -> None:
    pasted = Pasted()

    pasted.add("one\r\ntwo\rthree\n")

    assert [pasted.next_line() for _ in range(4)] == ["one", "two", "three", None]
    assert not pasted.unfinished()


def test_the_unfinished_line_is_handed_out_once() -> None:
    pasted = Pasted()

    pasted.add("one\ntw")

    assert pasted.unfinished() == "tw"
    assert not pasted.unfinished()


def test_a_second_paste_goes_on_with_the_unfinished_line() -> None:
    pasted = Pasted()

    pasted.add("one\ntw")
    pasted.add("o\n")

    assert [pasted.next_line(), pasted.next_line()] == ["one", "two"]


def test_a_line_answers_a_question() -> None:
    pasted = Pasted()

    pasted.add(" y \nend\n")

    assert pasted.next_key() == "y"
    assert pasted.next_line() == "end"


def test_the_first_character_of_the_unfinished_line_answers_a_question() -> None:
    pasted = Pasted()

    pasted.add("yes")

    assert pasted.next_key() == "y"
    assert pasted.unfinished() == "es"


def test_nothing_pasted_answers_nothing() -> None:
    assert Pasted().next_key() is None


def test_forgetting_drops_everything() -> None:
    pasted = Pasted()
    pasted.add("one\ntw")

    pasted.forget()

    assert pasted.next_line() is None
    assert not pasted.unfinished()
