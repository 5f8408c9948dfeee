from io import BytesIO

import page as validator
import pypdf
import pytest
from weasyprint.urls import FatalURLFetchingError

from goldenthread.engine.writers import html, pdf
from goldenthread.engine.writers.pdf.rendering import NothingFromOutside, RefusedAddress, rendered
from goldenthread.engine.writers.report import Paragraph, Quotation, Report, Section, Span, Table


def elements(node):
    """Every structure element beneath a node, depth first."""
    node = node.get_object()
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        child = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(child, dict) and child.get("/Type") == "/StructElem":
            yield child
            yield from elements(child)


@pytest.fixture(scope="module")
def tags(pdf_file):
    return list(elements(pdf_file.trailer["/Root"]["/StructTreeRoot"]))


def test_an_independent_validator_finds_it_to_be_pdf_ua_1(pdf_bytes):
    found = validator.validate_pdf_bytes(pdf_bytes, profile=validator.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in found.failures] == []
    assert found.is_compliant
    assert found.rules.total > 90


def test_the_file_says_its_language_and_shows_its_title(pdf_file):
    root = pdf_file.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf_file.metadata.title == "Yearly report 2014/15"


def test_every_chart_has_its_alternative_text(tags, report):
    texts = [tag["/Alt"] for tag in tags if tag["/S"] == "/Figure"]
    assert texts == [b.chart.description for b in report.blocks() if b.kind == "chart"]


def test_every_header_cell_has_a_scope(tags):
    scopes = [tag["/A"]["/Scope"] for tag in tags if tag["/S"] == "/TH"]
    assert set(scopes) == {"/Column", "/Row"}


def test_the_headings_are_tagged_at_their_levels_and_bookmarked(tags, pdf_file):
    levels = [tag["/S"] for tag in tags if tag["/S"] in {"/H1", "/H2", "/H3", "/H4"}]
    assert levels == ["/H1", "/H2", "/H3", "/H3", "/H2", "/H2"]
    assert pdf_file.outline[0].title == "Yearly report 2014/15"


def test_running_heads_are_kept_from_those_who_listen(pdf_file):
    content = pdf_file.pages[2].get_contents().get_data()
    assert content.count(b"/Pagination") >= 2


def test_letters_are_those_of_fonts_inside_the_file(pdf_file):
    fonts = [
        f.get_object() for page in pdf_file.pages for f in page["/Resources"]["/Font"].values()
    ]
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert fonts
    assert all("/FontFile3" in d or "/FontFile2" in d for d in descriptors)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/x", "file:///etc/passwd", "data:,x", "report:other"]
)
def test_nothing_is_fetched_that_was_not_given(address):
    with pytest.raises(FatalURLFetchingError, match="may not fetch"):
        NothingFromOutside({"report:chart-1.svg": b"<svg/>"}).fetch(address)


def test_a_link_in_a_report_is_only_a_link():
    text = (Span("Read it", href="http://127.0.0.1:9/never-asked"),)
    assert pdf.write(Report("t", (Section("s", (Paragraph(text),)),))).startswith(b"%PDF-1.7")


def test_a_report_that_would_fetch_is_refused_and_takes_no_worker_down(monkeypatch):
    monkeypatch.setattr(html, "whole", lambda *_: "<img src='http://127.0.0.1:9/x' alt='x'>")
    with pytest.raises(RefusedAddress, match="http://127.0.0.1:9/x"):
        rendered(Report("t", ()))


def test_a_wide_table_lies_on_its_side_and_loses_no_column():
    header = tuple(f"Col{n}" for n in range(18))
    table = Table("Wide", header, (tuple(f"1,{n:03}" for n in range(18)),))
    made = pypdf.PdfReader(BytesIO(pdf.write(Report("t", (Section("s", (table,)),)))))
    [page] = [page for page in made.pages if "1,017" in page.extract_text()]
    assert page.mediabox.width > page.mediabox.height
    places = []

    def note(words, page_matrix, text_matrix, *_):
        if "1,017" in words:
            places.append(page_matrix[0] * text_matrix[4])

    page.extract_text(visitor_text=note)
    assert 0 < max(places) < float(page.mediabox.width) - 40


@pytest.mark.parametrize("said", ["یہ میری بات ہے", "ਇਹ ਮੇਰੀ ਗੱਲ ਹੈ", "আমার কথা", "Łódź, gęś", "👍"])
def test_a_child_s_words_in_any_of_our_languages_are_letters_and_not_boxes(said):
    made = pdf.write(Report("t", (Section("s", (Quotation(said),)),)))
    found = validator.validate_pdf_bytes(made, profile=validator.ValidationProfile.PDF_UA_1)
    assert found.is_compliant, "Letters are in no font here: run tools/system_packages.sh writers"
