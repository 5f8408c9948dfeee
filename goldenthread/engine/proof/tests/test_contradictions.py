"""Figures in the text that a table of the same document contradicts."""

import pytest

from goldenthread.engine.proof import reading
from goldenthread.engine.proof.tests import writing

EVENTS = [
    ["Event", "2023/24", "2024/25"],
    ["Child deaths notified", "33", "37"],
    ["Rapid reviews completed", "40", "44"],
    ["Allegations received", "120", "128"],
]
COURSES = [
    ["Level", "Course", "Sessions", "Delegates"],
    ["1", "Awareness – online", "-", "512"],
    ["1", "Neglect – online", "-", "204"],
    ["2", "Core", "9", "310"],
    ["2", "Refresher", "4", "96"],
    ["3", "Leading reviews", "2", "31"],
    ["Total", "", "15", "1,153"],
]


def page(words: str, rows: list[list[str]], heading: str) -> str:
    return f"<h1>Yearly report</h1><p>{words}</p><h2>{heading}</h2>{writing.html_table(rows)}"


def test_a_figure_is_held_against_the_row_it_names():
    words = "During 2024/25 there were 44 rapid reviews completed and 39 child deaths notified."
    (slip,) = writing.shown(writing.web(page(words, EVENTS, "Notifications")))
    assert (slip.expected, slip.found) == (37, 39)


def test_the_year_named_chooses_the_column():
    words = "In 2023/24 there were 33 child deaths notified; in 2024/25 there were 37 child deaths notified."
    assert writing.shown(writing.web(page(words, EVENTS, "Notifications"))) == []


def test_the_sum_of_one_kind_of_row_is_a_figure_that_text_may_give():
    """Face to face makes 437: the rows that have sessions. The text says 434."""
    words = "We trained 434 people face to face this year (see Appendix 3)."
    (slip,) = writing.shown(writing.web(page(words, COURSES, "Appendix 3: Training")))
    assert (slip.expected, slip.found) == (437, 434)
    assert (
        writing.shown(
            writing.web(page(words.replace("434", "437"), COURSES, "Appendix 3: Training"))
        )
        == []
    )
    assert (
        writing.shown(
            writing.web(page(words.replace("434", "716"), COURSES, "Appendix 3: Training"))
        )
        == []
    )


@pytest.mark.parametrize("said", ["1,135", "1,150"])
def test_a_total_in_the_text_is_held_against_the_table(said):
    words = f"In total {said} delegates took part in training."
    document = reading.read_bytes(
        writing.word("# Yearly report", "## Training", words, COURSES), "a.docx"
    )
    (slip,) = writing.shown(document)
    assert slip.expected == 1153


def test_figures_of_elsewhere_and_round_ones_are_left_alone():
    words = "Nationally 1,160 delegates came. About 1,150 delegates came. Last year 1,148 delegates came. Call 01153 115311."
    assert writing.shown(writing.web(page(words, COURSES, "Training"))) == []


@pytest.mark.parametrize(
    "words",
    [
        "434 people were trained face to face.",
        "People trained face to face: 434",
        "The number of people trained was 434.",
    ],
)
def test_what_is_counted_may_stand_before_or_after_the_figure(words):
    (slip,) = writing.shown(writing.web(page(words, COURSES, "Training")))
    assert (slip.expected, slip.found) == (437, 434)
