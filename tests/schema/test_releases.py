import pytest

from fauxgate.schema.releases import release


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6.4", (6, 4, 14)),
        ("7.0", (7, 0, 17)),
        ("7.2", (7, 2, 13)),
        ("7.4", (7, 4, 11)),
        ("7.6", (7, 6, 6)),
        ("7.0.3", (7, 0, 3)),
        ("7.4.99", (7, 4, 99)),
    ],
)
def test_a_branch_is_its_newest_patch_and_a_patch_is_itself(text, expected):
    assert release(text) == expected


@pytest.mark.parametrize("text", ["", "7", "9.9", "7.4.", "7.4.x", "7.4.1.2", "v7.4", "\u0667.\u0664", "7.4.1000000"])
def test_any_other_text_is_refused(text):
    with pytest.raises(ValueError, match="firmware release"):
        release(text)
