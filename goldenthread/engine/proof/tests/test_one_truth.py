"""A report that we wrote is found the same faults with, in whichever of its forms it is read."""

import pytest

from goldenthread.engine.proof import headings, reading
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.tests import writing
from goldenthread.engine.writers import html, word
from goldenthread.engine.writers.report import Notice, Paragraph, Report, Section, Table

REQUIRED = Settings(headings=headings.required_headings())
YET = Notice("Nothing has been written here yet.", title="To be written")
COURSES = Table(
    "Courses", ("Course", "Places"), (("Neglect", "12"), ("Babies", "9"), ("Total", "23")),
    has_total_row=True,
)  # fmt: skip
SHARES = Table(
    "Money in",
    ("From", "2025/26", "Share"),
    (
        ("Council", "£60", "60%"),
        ("Police", "£30", "30%"),
        ("Partners, subtotal", "£90", "90%"),
        ("Training", "£10", "10%"),
        ("Other, subtotal", "£10", "10%"),
        ("Total, as published", "£100", "100%"),
    ),
    has_total_row=True,
)


@pytest.fixture(scope="module")
def report():
    return Report(
        "Yearly report 2025/26",
        (
            Section("Independent scrutiny, and its impact", (YET,)),
            Section("Looking forward", (YET,)),
            Section("Training", (Paragraph("What was offered."), COURSES)),
            Section("Money, and value for money", (Paragraph("What came in."), SHARES)),
        ),
        subtitle="2025/26",
    )


def said(document) -> list[tuple[str, str]]:
    return sorted((slip.kind, slip.message) for slip in writing.shown(document, REQUIRED))


def test_the_web_page_and_the_word_file_are_found_the_same_faults_with(report):
    of_page = said(reading.read_html(html.page(report)))
    of_word = said(reading.read_bytes(word.write(report), "report.docx"))
    assert of_page == of_word
    assert [kind for kind, _ in of_page] == ["bare heading", "bare heading", "total"]


def test_a_section_still_to_be_written_is_bare_and_names_the_required_heading(report):
    bare = [m for kind, m in said(reading.read_html(html.page(report))) if kind == "bare heading"]
    assert any("WT 2026, item 11" in message for message in bare)


def test_shares_of_subtotals_are_not_added_to_those_of_their_lines(report):
    assert not any(kind == "percentage" for kind, _ in said(reading.read_html(html.page(report))))
