"""The matrix of RFC 8894 says what the tests prove, and nothing else."""

import pytest
from matrix import INTEROP, MATRIX, Mistaken, Proof, Row, groups, proofs, text


def test_every_row_is_proven_and_every_proof_has_a_row() -> None:
    assert sum(len(rows) for rows in groups().values()) > 40


def test_the_document_is_up_to_date() -> None:
    assert MATRIX.read_text() == text(), "run `python tests/matrix.py`"


def test_the_tests_with_other_programs_are_among_the_proofs() -> None:
    programs = {proof.path.stem for proof in proofs() if proof.is_interop}

    assert programs >= {"test_scepclient", "test_strongswan", "test_certmonger", "test_scepserver", "test_openssl"}


def proof(answer: str, file: str = "test_x.py") -> Proof:
    return Proof(("1", "x"), ("client",), answer, INTEROP.parent / file, "test_x")


def test_an_answer_stands_in_the_cell_with_a_star_where_a_peer_was_there() -> None:
    row = Row("1", "x", (), [proof("by a switch"), proof("Y", "interop/test_x.py")])

    assert row.cell("client") == "by a switch*"
    assert row.cell("server") == "-"


def test_two_answers_to_one_question_are_a_mistake() -> None:
    with pytest.raises(Mistaken, match=r"N or by a switch"):
        Row("1", "x", (), [proof("by a switch"), proof("N")]).cell("client")
