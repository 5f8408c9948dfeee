"""Totals: what is caught, and what a checker must leave in peace."""

import pytest

from goldenthread.engine.proof import reading
from goldenthread.engine.proof.tests import writing

COURSES = [
    ["Level", "Course", "Sessions", "Learners"],
    ["1", "Listening to children – online", "-", "412"],
    ["2", "Core safeguarding", "14", "230"],
    ["2", "Neglect toolkit", "6", "88"],
    ["3", "Leading a review", "3", "31"],
    ["Total", "", "29", "761"],
]
BUDGET = """Staffing\t£81,400
Running costs:
- Venues\t£2,310
- Printing\t£190
TOTAL SPENT\t£83,900

Council\t£60,000
Police\t£14,000
Total partners\t£74,000
Training income\t£9,900
Total other\t£9,900
TOTAL INCOME\t£83,900
"""


def as_aligned(rows: list[list[str]]) -> str:
    return "\n".join(f"{a:<7}{b:<34}{c:>10}{d:>10}" for a, b, c, d in rows)


def as_bars(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|---|---|---|---|", *lines[1:]])


@pytest.mark.parametrize(
    "document",
    [
        writing.text("\n".join("\t".join(row) for row in COURSES)),
        writing.text(as_aligned(COURSES)),
        writing.text(as_bars(COURSES), "paper.md"),
        writing.web(writing.html_table(COURSES)),
        reading.read_bytes(writing.word(COURSES), "paper.docx"),
    ],
    ids=["tabs", "columns", "markdown", "html", "word"],
)
def test_a_total_that_its_lines_do_not_make_is_found_in_every_kind_of_file(document):
    (slip,) = [s for s in writing.shown(document) if s.kind == "total"]
    assert (slip.expected, slip.found) == (23, 29)
    assert "Sessions" in slip.message
    assert slip.certainty > 0.9


def test_subtotals_and_group_headings_are_understood():
    assert not writing.shown(writing.text(BUDGET))


def test_a_wrong_subtotal_is_found():
    (slip,) = writing.shown(writing.text(BUDGET.replace("partners\t£74,000", "partners\t£76,000")))
    assert (slip.expected, slip.found) == (74000, 76000)


def test_one_cell_a_line_is_read_as_a_table():
    lines = "Agency\n2022/23\n2023/24\nHealth\n11\n14\nPolice\n8\n9\nSchools\n20\n31\nTotal\n39\n52"
    (slip,) = [s for s in writing.shown(writing.text(lines)) if s.kind == "total"]
    assert (slip.expected, slip.found) == (54, 52)


@pytest.mark.parametrize(
    "words",
    [
        "We received 60 referrals: 25 from police, 20 from schools and 10 from health.",
        "There were 207 allegations (89 physical, 55 sexual, 31 emotional and 35 neglect).",
        "There were 45 audits in the year:\n\n- 20 of neglect\n- 15 of exploitation\n- 8 of thresholds\n",
        "Where it went\n\nStaffing £141,200\nTraining £12,400\nReviews £22,000\nTotal £173,600\n",
        "Where it went\n\nStaffing ..... £141,200\nTraining ..... £12,400\nReviews ...... £22,000\nTotal ........ £173,600\n",
    ],
)
def test_parts_given_in_words_and_lists_are_added_up(words):
    assert writing.kinds(writing.text(words)) == {"total"}


@pytest.mark.parametrize(
    "words",
    [
        "We received 60 referrals: 25 from police, 20 from schools and 15 from health.",
        "We asked 40 schools, including 12 primary and 10 special schools.",
        "There were 12 meetings: 4 executive, 4 quality and 4 learning.",
        "Of the 45 actions due, 20 were done: see pages 3 and 9 of the plan for 2024.",
    ],
)
def test_sound_and_partial_lists_are_left_alone(words):
    assert writing.shown(writing.text(words)) == []


def test_a_total_column_is_held_against_its_row():
    rows = [
        ["Area", "Q1", "Q2", "Year"],
        ["North", "120", "114", "234"],
        ["South", "98", "80", "187"],
        ["East", "51", "60", "111"],
    ]
    (slip,) = writing.shown(writing.web(writing.html_table(rows)))
    assert (slip.expected, slip.found) == (178, 187)


def test_a_gap_that_rounding_explains_is_not_shown():
    rows = [["Line", "£"], ["Staff", "£10,400.40"], ["Rooms", "£1,200.30"], ["Total", "£11,601"]]
    assert writing.shown(writing.web(writing.html_table(rows))) == []
