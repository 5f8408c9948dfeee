"""Nobody's words are lost when two people write at once."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.foundations.publishing.merging import joined

BASE = "One.\n\nTwo.\n\nThree."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("One!\n\nTwo.\n\nThree.", "One.\n\nTwo.\n\nThree!", "One!\n\nTwo.\n\nThree!"),
        (BASE, "One.\n\nTwo.", "One.\n\nTwo."),
        (
            "One.\n\nTwo.\n\nThree.\n\nFour.",
            "Zero.\n\nOne.\n\nTwo.\n\nThree.",
            "Zero.\n\nOne.\n\nTwo.\n\nThree.\n\nFour.",
        ),
        ("One!\n\nTwo.\n\nThree.", "One!\n\nTwo.\n\nThree.", "One!\n\nTwo.\n\nThree."),
    ],
)
def test_changes_in_different_paragraphs_are_joined(first, second, expected):
    assert joined(BASE, first, second) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("One!\n\nTwo.\n\nThree.", "One?\n\nTwo.\n\nThree."),
        (BASE + "\n\nFour.", BASE + "\n\nVier."),
        ("One.\n\nThree.", "One.\n\nTwo!\n\nThree."),
    ],
)
def test_changes_in_the_same_paragraph_are_left_to_a_person(first, second):
    assert joined(BASE, first, second) is None


# A busy machine is no fault of the merging.
unhurried = settings(suppress_health_check=[HealthCheck.too_slow])
paragraphs = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=6).map("\n\n".join)


@unhurried
@given(paragraphs, paragraphs)
def test_one_sided_change_always_wins(base, changed):
    assert joined(base, changed, base) == changed
    assert joined(base, base, changed) == changed


@unhurried
@given(paragraphs, paragraphs, paragraphs)
def test_the_order_of_the_two_makes_no_difference(base, first, second):
    assert joined(base, first, second) == joined(base, second, first)
