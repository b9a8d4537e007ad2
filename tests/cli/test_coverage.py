from fauxgate.cli.coverage import Kept, Modelled, coverage
from fauxgate.schema.catalogue import Catalogue, KnownPath
from fauxgate.schema.tables import catalogue
from fauxgate.schema.types import Object, Option, String

SHED = ("orchard", "shed")
GATE = Object(path=("orchard", "gate"), help="Gate.", options=(Option("color", String(9)),))
HEDGE = Object(
    path=("orchard", "hedge"),
    help="Hedge.",
    options=(Object(path=("inside",), help="", options=(), is_complete=False),),
)


def orchard(**more):
    known = {SHED: KnownPath(SHED), GATE.path: KnownPath(GATE.path)}
    return Catalogue((GATE, HEDGE), {}, (7, 4, 11), known=lambda _release: known, **more)


def test_what_is_described_is_modelled_wholly_or_in_part():
    found = coverage(orchard(), options={GATE.path: ("set width",)})

    assert found.modelled == (
        Modelled("orchard gate", is_complete=True, is_imported=False, kept=("set width",)),
        Modelled("orchard hedge", is_complete=False, is_imported=False, kept=()),
    )


def test_what_is_known_by_name_only_is_kept():
    assert coverage(orchard()).kept == (Kept("orchard shed", is_used=False),)
    assert coverage(orchard(), used=[SHED]).kept == (Kept("orchard shed", is_used=True),)


def test_a_strict_model_keeps_nothing():
    assert coverage(orchard(strict=True)).kept == ()


def test_a_topic_leaves_only_what_has_it():
    found = coverage(orchard(), unknown=["config orchard well", "get moat"]).about("orchard")

    assert list(found.lines()) == [
        "modelled  complete  orchard gate",
        "modelled  in part   orchard hedge",
        "kept                orchard shed",
        "unknown             config orchard well",
        "7.4.11: 2 modelled (1 of them in part), 1 kept word for word (0 of them in use), 0 stubbed, 1 unknown.",
    ]


def test_the_data_says_the_same():
    found = coverage(orchard(), used=[SHED], unknown=["config orchard well"]).as_json()

    assert found["firmware"] == "7.4.11"
    assert found["kept"] == [{"path": "orchard shed", "used": True}]
    assert found["unknown"] == ["config orchard well"]
    assert {"command": "diagnose sys top", "instead": "nothing is printed"} in found["stubbed"]


def test_every_path_of_a_release_is_modelled_or_kept():
    found = coverage(catalogue((7, 4, 11)))

    assert len(found.modelled) + len(found.kept) > 500
    assert not {it.path for it in found.modelled} & {it.path for it in found.kept}
