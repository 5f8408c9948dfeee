"""A workbook is read for what it means, and what its cells do not say is told."""

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from goldenthread.engine.returns.annex_a.lists import open_workbook
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.shapes import workbooks

HEADINGS = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", "Date of Contact", "Contact Source"]  # fmt: skip
BORN, CONTACT = date(2015, 5, 5), date(2025, 5, 6)
FROM_1904 = 1462


def workbook(path: Path, born: Any, *, is_1904: bool = False, hidden: bool = False) -> Path:
    """One contact; `born` is a value, or a tuple for a formula and what was saved of it."""
    with xlsxwriter.Workbook(path, {"date_1904": is_1904}) as book:
        page = book.add_worksheet("List 1")
        page.write_row(0, 0, HEADINGS)
        page.write_row(1, 0, ["c1", "F", "WBRI", "", 10, "06/05/2025", "1A"])
        if isinstance(born, tuple):
            page.write_formula(1, 3, born[0], None, born[1])
        elif isinstance(born, date):
            page.write_datetime(1, 3, born, book.add_format({"num_format": "dd/mm/yyyy"}))
        else:
            page.write(1, 3, born)
        if hidden:
            book.add_worksheet("Front")
            page.hide()
            book.get_worksheet_by_name("Front").activate()
    return path


@pytest.mark.parametrize("is_1904", [False, True], ids=["from 1900", "from 1904"])
@pytest.mark.parametrize("written", ["a date", "a number", "a number as text", "text"])
def test_a_date_is_the_same_day_however_a_workbook_keeps_it(tmp_path, is_1904, written):
    number = (BORN - date(1899, 12, 30)).days - (FROM_1904 if is_1904 else 0)
    born = {
        "a date": BORN,
        "a number": number,
        "a number as text": str(number),
        "text": "05/05/2015",
    }
    path = workbook(tmp_path / "a.xlsx", born[written], is_1904=is_1904)
    assert workbooks.counts_from_1904(path) is is_1904
    contacts = open_workbook(path).tables["List 1"]
    assert contacts["Date of Birth"].to_list() == [BORN]
    assert contacts["Date of Contact"].to_list() == [CONTACT]


@pytest.mark.parametrize(
    ("born", "is_told"),
    [
        (("=DATE(2015,5,5)", ""), True),
        (("=1/0", "#DIV/0!"), True),
        (("=DATE(2015,5,5)", 42129), False),
    ],
    ids=["never worked out", "an error", "worked out"],
)
def test_a_formula_without_a_value_is_told_by_its_cell(tmp_path, born, is_told):
    opened = open_workbook(workbook(tmp_path / "a.xlsx", born))
    assert opened.tables["List 1"]["Date of Birth"].to_list() == [None if is_told else BORN]
    told = [note for note in opened.notes if "read as blank" in note]
    assert bool(told) is is_told
    assert all("a.xlsx, sheet List 1: 1 cell holds" in note and "is D2)" in note for note in told)


def test_a_hidden_sheet_is_read_and_said_to_be_hidden(tmp_path):
    opened = open_workbook(workbook(tmp_path / "a.xlsx", BORN, hidden=True))
    assert opened.tables["List 1"].height == 1
    assert any("sheet List 1: This sheet is hidden" in note for note in opened.notes)


def test_a_workbook_with_a_password_is_told_as_such(tmp_path):
    path = tmp_path / "a.xlsx"
    locked = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + locked)
    with pytest.raises(CannotRead, match="protected by a password"):
        open_workbook(path)


CELLS = "".join(
    f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    for text in HEADINGS
)
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OPEN_DOCUMENT = (
    f'<office:document-content xmlns:office="{OASIS}:office:1.0" xmlns:table="{OASIS}:table:1.0" '
    f'xmlns:text="{OASIS}:text:1.0"><office:body><office:spreadsheet><table:table table:name="List 1">'
    f"<table:table-row>{CELLS}</table:table-row></table:table></office:spreadsheet></office:body>"
    "</office:document-content>"
)
MANIFEST = f'<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0"/>'


def test_an_open_document_is_a_workbook_too(tmp_path):
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", OPEN_DOCUMENT)
        made.writestr("META-INF/manifest.xml", MANIFEST)
    assert list(open_workbook(path).places) == ["List 1"]
