"""Files that are wrong, broken or meant to harm: each gets one clear sentence and changes nothing."""

import random
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.intake.limits import Limits
from goldenthread.engine.intake.messages import Unreadable
from goldenthread.engine.intake.reading import read_tables
from goldenthread.engine.intake.tests import files

ROWS = [["Ref", "Action"], ["1", "Train"]]
XLSX = files.xlsx({"Actions": ROWS})
MACROS = files.changed(XLSX, "xl/vbaProject.bin", b"\0" * 100)
LOCKED_ODS = files.changed(
    files.ods(ROWS), "META-INF/manifest.xml", b"<manifest><encryption-data/></manifest>"
)
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'

REFUSED = [
    ("empty.csv", b"", "is empty"),
    ("blank.csv", b"\xef\xbb\xbf\n \n", "is empty"),
    ("commas.csv", b",,,\n,,,\n", "holds no table"),
    ("empty.xlsx", files.xlsx({"Actions": []}), "holds no table"),
    ("plan.docx", files.word([]), "holds no table"),
    ("words.xlsx", b"nonsense" * 40, "says Excel workbook, but cannot be read as one"),
    ("log.xlsx", b"%PDF-1.7 \n%\xe2\xe3", "is a PDF inside, whatever its name says"),
    ("log.xls", b"<html><table><tr><td>Ref</td></tr></table>", "is a web page"),
    ("log.xls", b'\n<?xml version="1.0"?><Workbook/>', "is an XML file"),
    ("log.csv", b"{\\rtf1\\ansi Action}", "is a rich text document"),
    ("log.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 9, "is not a table"),
    ("log.xlsx", b"PK\x03\x04 and then nothing of use", "is damaged"),
    ("log.xlsx", XLSX[: len(XLSX) // 2], "is damaged"),
    ("log.xlsx", files.zipped({"readme.txt": b"hello"}), "is a zip archive"),
    ("log.xlsm", MACROS, "holds macros"),
    ("log.xlsx", MACROS, "holds macros"),
    ("log.xlsb", files.zipped({"xl/workbook.bin": b"x"}), "binary Excel workbook"),
    ("log.xlsx", files.compound({"EncryptedPackage": b"x"}), "protected by a password"),
    ("log.xls", files.xls([(0, 0, "A")], encrypted=True), "protected by a password"),
    ("log.ods", LOCKED_ODS, "protected by a password"),
    ("plan.doc", files.compound({"WordDocument": b"x"}), "old Word document"),
    ("log.xls", files.compound({"Something": b"x"}), "holds no workbook"),
    ("log.xls", files.compound({"Workbook": b"x"})[:600], "holds no workbook"),
    ("log.xls", files.compound({"Workbook": b"x"}), "holds no table"),
    ("log.csv", "Café,Zoë\n1,2\n".encode("utf-32"), "is in UTF-32"),
    ("log.csv", b'Ref,Action\n1,"Train\n2,Audit\n', "quotation mark that is not closed"),
    ("log.csv", b"Ref,Action\n1," + b"x" * 200_000, "too long"),
    ("log.xlsx", files.bare_sheet("<row><c><v>1</v>"), "is damaged"),
    ("log.xlsx", files.zipped({"xl/workbook.xml": b"x"}, compress=zipfile.ZIP_BZIP2), "is damaged"),
    ("log.xlsx", XLSX + b"something after the end", "is damaged"),
    ("log.xlsx", b"PK\x03\x04" + XLSX, "is damaged"),
    ("log.xlsx", files.changed(XLSX, "xl/worksheets/sheet1.xml", DOCTYPE + b"<x/>"), "is damaged"),
    ("plan.docx", files.changed(files.word([ROWS]), "word/document.xml", DOCTYPE), "is damaged"),
    ("plan.docx", files.changed(files.word([ROWS]), "word/document.xml", b"<x"), "is damaged"),
    ("log.ods", files.changed(files.ods(ROWS), "content.xml", DOCTYPE + b"<x/>"), "is damaged"),
]


@pytest.mark.parametrize(("name", "content", "why"), REFUSED)
def test_a_file_that_cannot_be_read_is_refused_with_its_name_and_the_reason(name, content, why):
    with pytest.raises(Unreadable) as refusal:
        read_tables(content, name)
    assert str(refusal.value).startswith(f"{name}")
    assert why in str(refusal.value)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("cp1252", "Windows-1252"), ("iso-8859-15", "ISO 8859-1"), ("mac-roman", "Mac Roman")],
)
def test_another_encoding_is_refused_by_name_with_a_way_to_save_it_again(encoding, named):
    text = "Ref,Action\n1,Train\n2,Café – naïve “front door” Å\n"
    with pytest.raises(Unreadable) as refusal:
        read_tables(text.encode(encoding, "ignore"), "log.csv")
    assert "log.csv, row 3" in str(refusal.value)
    assert named in str(refusal.value)
    assert "CSV UTF-8" in str(refusal.value)


def test_an_encoding_of_mainframes_is_given_no_wrong_name():
    with pytest.raises(Unreadable, match="an encoding that we cannot read") as refusal:
        read_tables("Ref,Action\n1,Train\n".encode("cp500"), "log.csv")
    assert "Roman" not in str(refusal.value)


def test_a_file_over_the_size_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "log.csv"
    with path.open("wb") as sparse:
        sparse.truncate(200_000_000)
    tracemalloc.start()
    with pytest.raises(Unreadable, match=r"is 200 MB; the most we take is 25 MB"):
        read_tables(path)
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


def test_a_missing_file_is_told_in_words(tmp_path):
    with pytest.raises(Unreadable, match="could not be opened"):
        read_tables(tmp_path / "gone.csv")


def test_a_zip_bomb_is_refused_without_being_expanded():
    bomb = files.changed(XLSX, "xl/media/image1.xml", b"\0" * 60_000_000)
    assert len(bomb) < 100_000
    tracemalloc.start()
    with pytest.raises(Unreadable, match="would expand to more than"):
        read_tables(bomb, "log.xlsx")
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_a_zip_that_lies_about_its_size_is_counted_all_the_same():
    bomb = bytearray(files.zipped({"xl/workbook.xml": b"\0" * 60_000_000}))
    at = bomb.rindex(b"PK\x01\x02")
    bomb[at + 24 : at + 28] = (10).to_bytes(4, "little")
    with pytest.raises(Unreadable, match="would expand to more than"):
        read_tables(bytes(bomb), "log.xlsx")


FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
SHARED = "".join(
    f'<row><c t="s"><v>0</v></c><c t="s"><v>{n % 2}</v></c></row>' for n in range(2000)
)
ROWS_REPEATED = (
    '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
    'table:number-columns-repeated="1000" office:value-type="string"><text:p>x</text:p>'
    "</table:table-cell></table:table-row>"
)
EMPTY_REPEATED = '<table:table-row table:number-rows-repeated="99999999999"/>'
SPANNED = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
    "</w:body></w:document>"
)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (files.bare_sheet(FAR), "spreads over 1,048,576 rows and 16,384 columns"),
        (files.bare_sheet(SHARED, ["x" * 32_000, "y"]), "far more text"),
        (files.xls([(0, 0, "Ref"), (65_535, 255, "x")]), "spreads over 65,536 rows"),
        (files.ods(ROWS, inside=ROWS_REPEATED), "Copy the table alone"),
        (files.ods(ROWS, inside=EMPTY_REPEATED), "more rows than a spreadsheet can hold"),
    ],
)
def test_a_spreadsheet_bomb_is_refused_before_it_is_parsed(content, why):
    with pytest.raises(Unreadable) as refusal:
        read_tables(content, "bomb")
    assert why in str(refusal.value)


def test_a_word_cell_that_claims_a_million_columns_is_read_as_word_would():
    content = files.changed(files.word([ROWS]), "word/document.xml", SPANNED.encode())
    (table,) = read_tables(content, "plan.docx")
    assert table.header == ["x"]


def test_a_long_word_merge_takes_no_longer_than_its_rows():
    merged = (
        "<w:tr><w:tc><w:tcPr><w:vMerge{}/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>"
    )
    rows = merged.format(' w:val="restart"') + merged.format("") * 5_000
    content = SPANNED.replace('<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>', "<w:tc>")
    content = content.replace("</w:tr></w:tbl>", f"</w:tr>{rows}</w:tbl>")
    (table,) = read_tables(
        files.changed(files.word([ROWS]), "word/document.xml", content.encode()), "plan.docx"
    )
    assert len(table.rows) == 5_001
    assert {row.cells for row in table.rows} == {("x",)}


def test_too_many_rows_are_refused_at_the_limit():
    endless = b"Ref,Action\n" + b"1,Train\n" * 5_000
    with pytest.raises(Unreadable, match="has more than 1,000 rows"):
        read_tables(endless, "log.csv", limits=Limits(rows=1_000))


def test_too_many_columns_are_refused_with_their_row():
    with pytest.raises(Unreadable, match=r"log.csv, row 2: has more than 500 columns"):
        read_tables(b"Ref,Action\n" + b"1," * 600 + b"2\n", "log.csv")


def test_a_formula_is_read_as_its_last_value_and_a_text_like_one_as_text():
    content = files.bare_sheet(
        '<row><c t="inlineStr"><is><t>Ref</t></is></c><c t="inlineStr"><is><t>Sum</t></is></c></row>'
        '<row><c t="inlineStr"><is><t>=HYPERLINK("http://x")</t></is></c>'
        "<c><f>1+1</f><v>2</v></c></row>"
    )
    (table,) = read_tables(content, "log.xlsx")
    assert table.rows[0].cells == ('=HYPERLINK("http://x")', 2)


def test_nulls_and_control_characters_are_taken_out_and_told():
    (table,) = read_tables(b"Ref,Action\n1,Tr\x00ain\x07\n", "log.csv")
    assert table.rows[0].cells == ("1", "Train")
    assert [str(m) for m in table.messages] == [
        "log.csv, row 2, column B: We took out characters that cannot be seen"
    ]


def test_a_second_byte_mark_does_not_spoil_the_first_heading():
    (table,) = read_tables(b"\xef\xbb\xbf\xef\xbb\xbfRef,Action\n1,Train\n", "log.csv")
    assert table.header == ["Ref", "Action"]


def test_a_thousand_bad_rows_do_not_make_a_thousand_warnings():
    (table,) = read_tables(b"Ref,Action,Due\n" + b"1,Train\n" * 1_000, "log.csv")
    assert len(table.messages) == 51
    assert "950 more warnings" in table.messages[-1].text


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_no_bytes_do_worse_than_a_refusal(content):
    try:
        assert read_tables(content, "noise")
    except Unreadable as refusal:
        assert refusal.message.text  # noqa: PT017


@pytest.mark.parametrize(
    "whole", [XLSX, files.ods(ROWS), files.word([ROWS]), files.xls([(0, 0, "A"), (1, 0, "b")])]
)
def test_no_damage_to_a_real_file_does_worse_than_a_refusal(whole):
    chance = random.Random(7)
    outcomes = set()
    for _ in range(60):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            outcomes.add(bool(read_tables(bytes(broken), "broken")))
        except Unreadable:
            outcomes.add(False)
    assert outcomes
