"""Reports that nobody would write on purpose come out all the same, in all three forms."""

from io import BytesIO

import docx
import pypdf
import pytest

from goldenthread.engine.charts import bar
from goldenthread.engine.writers import html, pdf, word
from goldenthread.engine.writers.report import (
    ChartBlock,
    ContentsList,
    Figure,
    Items,
    Paragraph,
    Report,
    Section,
    Table,
)

PASTED = "Zoë\x0b and\x00 Łukasz\ud800 \uffff said “no”"
ODD = {
    "nothing at all": Report("", (), front=()),
    "a heading with nothing under it": Report("t", (Section(""), Section("", level=2))),
    "a table without rows": Report("t", (Section("s", (Table("c", ("a",), (), has_total_row=True),)),)),
    "a list without items": Report("t", (Section("s", (Items(()), Paragraph(()))),)),
    "two headings alike": Report("t", (Section("Same"), Section("Same"))),
    "pasted control characters": Report(
        PASTED,
        (
            Section(PASTED, (Paragraph(PASTED), Figure(PASTED, PASTED))),
            Section("s", (Table(PASTED, (PASTED, "b"), ((PASTED, "1"),)),)),
            Section("c", (ChartBlock(bar(PASTED, [PASTED], [1]), PASTED),)),
        ),
    ),
    "a word longer than a page is wide": Report("W" * 300, (Section("w" * 300, (Paragraph("x" * 900),)),)),
    "a table of twenty columns": Report(
        "t", (Section("s", (Table("c", tuple("abcdefghijklmnopqrst"), (("1,000",) * 20,)),)),)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_an_odd_report_comes_out_in_every_form(name):
    report = ODD[name]
    assert html.page(report).startswith("<!DOCTYPE html>")
    assert docx.Document(BytesIO(word.write(report)))
    assert pypdf.PdfReader(BytesIO(pdf.write(report))).pages


def test_pasted_control_characters_are_gone_and_the_words_are_not():
    made = html.page(ODD["pasted control characters"])
    assert "Zoë and Łukasz  said “no”" in made
    made.encode("utf-8")


def test_the_same_report_makes_the_same_page():
    report = Report(
        "t", (Section("s", (ChartBlock(bar("b", ["x"], [3])),)),), front=(ContentsList(),)
    )
    again = Report(
        "t", (Section("s", (ChartBlock(bar("b", ["x"], [3])),)),), front=(ContentsList(),)
    )
    assert html.page(report) == html.page(again)


def test_a_chart_of_several_series_says_its_names_in_the_table_of_word():
    chart = bar("b", ["x"], [3], series="Children")
    written = docx.Document(BytesIO(word.write(Report("t", (Section("s", (ChartBlock(chart),)),)))))
    assert [cell.text for cell in written.tables[0].rows[0].cells] == ["Category", "Children"]
