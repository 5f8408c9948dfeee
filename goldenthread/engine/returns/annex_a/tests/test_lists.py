"""An Annex A workbook is read whatever its headings have drifted to; what is missing is told."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from goldenthread.engine.returns.annex_a.lists import open_workbook, shapes
from goldenthread.engine.returns.refusals import CannotRead

COMMON = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)"]


@pytest.fixture
def book(tmp_path: Path):
    def write(**sheets: list[list[object]]) -> Path:
        path = tmp_path / "annex a.xlsx"
        with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as workbook:
            for name, rows in sheets.items():
                sheet = workbook.add_worksheet(name.replace("_", " "))
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
        return path

    return write


def contact(day: object, gender: str = "a) Male") -> list[object]:
    return ["c1", gender, "a) WBRI", date(2015, 4, 1), 10, day, "a) Police"]


def test_there_are_eleven_lists_with_every_column():
    assert [shape.table for shape in shapes()] == [f"List {number}" for number in range(1, 12)]
    assert sum(len(shape.columns) for shape in shapes()) == 167
    assert shapes()[7].name == "List 8 Children in care"


@pytest.mark.parametrize("shape", shapes(), ids=lambda shape: shape.table)
def test_each_list_is_known_by_its_headings_alone(book, shape):
    headings = [column.field.upper() for column in shape.columns]
    path = book(Sheet1=[headings, ["x"] * len(headings)])
    opened = open_workbook(path)
    assert list(opened.places) == [shape.table]
    assert opened.tables[shape.table].height == 1


def test_headings_drift_and_titles_stand_above_them(book):
    headings = [
        "unique id",
        "SEX",
        "Ethnic group",
        "DOB",
        "Age",
        "Contact date",
        "source of contact",
    ]
    path = book(List_1=[["Annex A"], [], headings, contact(date(2025, 5, 1))])
    row = open_workbook(path).tables["List 1"].row(0, named=True)
    assert row["Child Unique ID"] == "c1"
    assert row["Date of Contact"] == date(2025, 5, 1)
    assert row["Age of Child (Years)"] == 10


@pytest.mark.parametrize("day", [date(2025, 5, 1), 45778, "01/05/2025", "2025-05-01 00:00:00"])
def test_however_excel_keeps_a_date_it_is_the_same_day(book, day):
    path = book(List_1=[[*COMMON, "Date of Contact", "Contact Source"], contact(day)])
    assert open_workbook(path).tables["List 1"]["Date of Contact"].to_list() == [date(2025, 5, 1)]


@pytest.mark.parametrize("spelt", ["a) Male", "A)Male", " a. Male", "a - Male"])
def test_however_a_code_is_spelt_it_is_the_same(book, spelt):
    path = book(List_1=[[*COMMON, "Date of Contact", "Contact Source"], contact("", spelt)])
    assert open_workbook(path).tables["List 1"]["Gender"].to_list() == ["a) Male"]


def test_what_is_missing_odd_or_unreadable_is_told_with_its_place(book):
    path = book(
        List_1=[[*COMMON, "Date of Contact", "Notes"], contact("soon")],
        Cover=[["Made by", "On"], ["us", "today"]],
    )
    notes = "\n".join(open_workbook(path).notes)
    assert "sheet List 1: List 1 Contacts has no column for Contact Source: taken as blank" in notes
    assert "not part of List 1 Contacts, and left out: Notes" in notes
    assert "column Date of Contact: 1 value is not a date (first in row 2)" in notes
    assert "sheet Cover: its headings are those of no table of Annex A: left out" in notes
    assert "Not given, and taken as empty: List 2 Early help assessments; List 3 Referrals" in notes
    assert "soon" not in notes


def test_two_sheets_of_one_list_are_refused(book):
    rows = [[*COMMON, "Date of Contact", "Contact Source"], contact("")]
    with pytest.raises(CannotRead, match="both hold List 1 Contacts"):
        open_workbook(book(One=rows, Two=rows))


def test_a_workbook_of_something_else_is_refused(book):
    with pytest.raises(CannotRead, match="None of what was given holds a table of Annex A"):
        open_workbook(book(Sheet1=[["Name", "Town"], ["x", "y"]]))


def test_a_workbook_with_macros_is_refused(book, tmp_path):
    path = book(List_1=[COMMON, ["c1"]])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", "x")
    with pytest.raises(CannotRead, match="holds macros"):
        open_workbook(path)


def test_a_damaged_workbook_is_refused(book):
    path = book(List_1=[COMMON, ["c1"]])
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(CannotRead, match="damaged"):
        open_workbook(path)
