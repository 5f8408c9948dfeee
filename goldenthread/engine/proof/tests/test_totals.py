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
