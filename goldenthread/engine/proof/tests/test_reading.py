"""Reading: what comes in, and what is refused with which words."""

import zipfile
from io import BytesIO

import pytest

from goldenthread.engine.proof import reading
from goldenthread.engine.proof.document import Heading, Passage, Picture, Table
from goldenthread.engine.proof.tests import writing

WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'


def word_file(body: bytes, before: bytes = b"") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", before + WORD % body)
    return out.getvalue()


def test_word_html_markdown_and_text_give_the_same_document():
    rows = [["Agency", "Cases"], ["Police", "14"]]
    texts = {
        "a.docx": writing.word("# Report", "Hello there.", rows),
        "a.html": f"<h1>Report</h1><p>Hello there.</p>{writing.html_table(rows)}".encode(),
        "a.md": b"# Report\n\nHello there.\n\n|Agency|Cases|\n|-|-|\n|Police|14|\n",
        "a.txt": b"# Report\n\nHello there.\n\nAgency\tCases\nPolice\t14\n",
    }
    for name, content in texts.items():
        heading, passage, table = reading.read_bytes(content, name).blocks
        assert isinstance(heading, Heading)
        assert isinstance(passage, Passage)
        assert isinstance(table, Table)
        assert (heading.text, passage.text) == ("Report", "Hello there.")
        assert [[cell.text for cell in row] for row in table.rows] == rows


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_utf_8_and_utf_16_are_read(encoding):
    document = reading.read_bytes("Café: £12 for the children".encode(encoding), "a.txt")
    assert document.blocks[0].text == "Café: £12 for the children"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", "Café £100".encode("latin-1"), "Windows-1252"),
        ("a.html", "<meta charset=shift_jis>日本".encode("shift_jis"), "shift_jis"),
        ("a.txt", b"%PDF-1.7", "a PDF"),
        ("a.docx", b"%PDF-1.7", "a PDF"),
        ("a.docx", b"<html><p>Hello", "a web page"),
        ("a.docx", b"\xd0\xcf\x11\xe0rest", "older Office file"),
        ("a.docx", writing.word("Hello")[:900], "damaged"),
        ("a.html", b"\x89PNG\r\n", "a picture"),
        ("a.txt", b"  \n", "empty"),
        ("a.html", b"<p></p>", "no words"),
        ("a.docx", word_file(b"<w:p>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>"), "entities"),
        ("a.docx", word_file(b"<w:sdt>" * 3000), "not sound XML"),
        ("a.docx", word_file(b" " * 70_000_000), "unpacks to more than 60 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(name, content, said):
    with pytest.raises(reading.CannotRead, match=said):
        reading.read_bytes(content, name)


def test_a_file_of_another_kind_or_not_there_is_refused(tmp_path):
    for path, said in (
        (tmp_path / "a.pdf", "docx"),
        (tmp_path / "a.txt", "cannot be opened"),
        (tmp_path, "cannot be proofed"),
    ):
        with pytest.raises(reading.CannotRead, match=said):
            reading.read(path)


def test_a_file_too_large_is_refused_without_being_read(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(reading.CannotRead, match="200 MB"):
        reading.read(tmp_path / "a.txt")


def test_spans_keep_their_columns_and_a_monstrous_one_is_bounded():
    page = "<table><tr><th rowspan=2>Agency<th colspan=2>2025<tr><th>Boys<th>Girls<tr><td>Police<td>4<td>5</table>"
    (table,) = reading.read_html(page).blocks
    assert [cell.text for cell in table.rows[1]] == ["", "Boys", "Girls"]
    (wide,) = reading.read_html(
        "<table>" + "<tr><td colspan=99999 rowspan=99999>1" * 300 + "</table>"
    ).blocks
    assert wide.width <= 60


def test_raised_note_marks_are_no_part_of_a_figure():
    (table,) = reading.read_html("<table><tr><td>Total<td>1,244<sup>2</sup></table>").blocks
    assert table.rows[0][1].amount.value == 1244


def test_pictures_headers_and_hidden_links_are_known():
    page = "<h1>A</h1><img alt='Chart'><p>See <a href='file:///x'>this</a><span hidden>secret</span></p><script>no</script>"
    heading, picture, passage = reading.read_html(page).blocks
    assert isinstance(picture, Picture)
    assert (passage.text, passage.links) == ("See this", ("file:///x",))


def test_columns_by_spaces_find_their_place_when_a_cell_is_empty():
    lines = "Agency        2023    2024\nPolice          14      15\nHealth                   9\nTotal           14      24"
    (table,) = reading.read_bytes(lines.encode(), "a.txt").blocks
    assert [cell.text for cell in table.rows[2]] == ["Health", "", "9"]


def test_a_bold_line_is_taken_for_a_heading():
    import docx

    made = docx.Document()
    made.add_paragraph().add_run("Value for money").bold = True
    made.add_paragraph("We spent it well.")
    out = BytesIO()
    made.save(out)
    page = "<p><strong>Value for money</strong></p><p>We spent it <b>well</b>.</p>"
    for document in (reading.read_bytes(out.getvalue(), "a.docx"), reading.read_html(page)):
        heading, passage = document.blocks
        assert isinstance(heading, Heading)
        assert heading.guessed
        assert not isinstance(passage, Heading)


def test_words_links_headers_and_notes_of_a_word_file_are_read():
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Vale Newsletter, March 2025"
    link, run, text = (OxmlElement(f"w:{tag}") for tag in ("hyperlink", "r", "t"))
    address = made.part.relate_to(
        "file:///G:/plan.docx", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link.set(qn("r:id"), address)
    text.text = "here"
    run.append(text)
    link.append(run)
    made.add_paragraph("The plan is ")._p.append(link)
    out = BytesIO()
    made.save(out)
    header, passage = reading.read_bytes(out.getvalue(), "a.docx").blocks
    assert (header.place, header.text) == ("header", "Vale Newsletter, March 2025")
    assert (passage.text, passage.links) == ("The plan is here", ("file:///G:/plan.docx",))
