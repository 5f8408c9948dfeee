from datetime import date
from decimal import Decimal
from io import BytesIO

import python_calamine

from goldenthread.engine.writers.excel import rows_to_xlsx, tables_to_xlsx
from goldenthread.engine.writers.report import Table
from goldenthread.engine.writers.tests.reports import MONEY, SECTORS


def opened(*tables):
    return python_calamine.CalamineWorkbook.from_filelike(BytesIO(tables_to_xlsx(tables)))


def test_figures_are_numbers_and_symbols_are_text():
    rows = opened(SECTORS).get_sheet_by_index(0).to_python()
    assert rows[0][0] == "Allegations by sector"
    assert rows[2] == ["Sector", "2012/13", "2013/14", "2014/15"]
    assert rows[4] == ["Police", "c", "c", "c"]
    assert rows[5] == ["Total", 128, 139, 1207]
    assert rows[-1][0] == "Source: Annual report 2014/15, page 31"


def test_money_and_shares_are_numbers():
    share = Table("Shares", ("What", "Share"), (("On time", "68.4%"),))
    book = opened(MONEY, share)
    assert book.get_sheet_by_index(0).to_python()[4][1] == 553.5
    assert round(book.get_sheet_by_index(1).to_python()[3][1], 6) == 0.684


def test_a_formula_in_a_name_stays_a_name():
    evil = Table("x", ("Name",), (("=HYPERLINK(1)",), ("+1",), ("@x",), ("-2+3",)))
    cells = [row[0] for row in opened(evil).get_sheet_by_index(0).to_python()[3:7]]
    assert cells == ["=HYPERLINK(1)", "+1", "@x", "-2+3"]


def test_sheets_have_names_that_excel_allows_and_that_differ():
    long = "A caption [much] longer than: Excel / allows for a sheet"
    names = opened(*(Table(long, ("a",), ()) for _ in range(3))).sheet_names
    assert len({name.casefold() for name in names}) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_nothing_to_export_is_said():
    assert opened().sheet_names == ["No tables"]


def test_an_export_is_written_as_its_rows_come():
    file = BytesIO()
    rows = (("=A1", n, Decimal("1.5"), date(2026, 1, 13), None) for n in range(2000))
    assert rows_to_xlsx(("Name", "Count", "Rate", "Day", "Note"), rows, file) == 2000
    file.seek(0)
    found = python_calamine.CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()
    assert len(found) == 2001
    assert found[2000][:4] == ["=A1", 1999, 1.5, "2026-01-13"]
