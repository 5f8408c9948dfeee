"""A return is opened typed, and what is missing, unreadable or of another year or council is told."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.ssda903 import fields
from goldenthread.engine.returns.ssda903.opening import open_return
from goldenthread.engine.returns.ssda903.tests.returns import EPISODE, HEADER, write


def told(tmp_path: Path, **tables) -> str:
    return "\n".join(open_return(write(tmp_path / "now", **tables)).notes)


def test_every_table_is_there_and_typed(tmp_path):
    opened = open_return(write(tmp_path, Header=[HEADER], Episodes=[EPISODE]))
    assert tuple(opened.tables) == fields.tables()
    assert opened.tables["Reviews"].schema["REVIEW"] == pl.Date
    assert opened.tables["OC2"].schema["SDQ_SCORE"] == pl.Int64
    row = opened.tables["Episodes"].row(0, named=True)
    assert (row["#Episodes"], row["DECOM"], row["HOME_POST"]) == (0, date(2025, 5, 1), None)
    assert opened.year == 2026


@pytest.mark.parametrize(
    "spelt",
    ["2010-02-01", "01/02/2010 00:00:00", "2010-02-01T00:00:00", " 01/02/2010 ", "1/2/2010"],
)
def test_however_a_date_is_spelt_it_is_the_same_day(tmp_path, spelt):
    opened = open_return(write(tmp_path, Header=[{**HEADER, "DOB": spelt}]))
    assert opened.tables["Header"]["DOB"].to_list() == [date(2010, 2, 1)]


def test_tables_that_no_file_held_are_named_and_only_those_of_the_year(tmp_path):
    notes = told(tmp_path, Header=[HEADER], Episodes=[EPISODE])
    assert "No file held UASC, Reviews, Missing" in notes
    assert "DoLo" not in notes


def test_a_value_that_cannot_be_read_is_told_with_file_column_and_row(tmp_path):
    notes = told(tmp_path, Header=[HEADER, {**HEADER, "CHILD": "c2", "DOB": "soon"}])
    assert "Header.csv: Header, column DOB: 1 value is not a date (first in row 3)" in notes
    assert "soon" not in notes


def test_a_code_of_another_year_is_told(tmp_path):
    old = [{**EPISODE, "PLACE": "H5"}, {**EPISODE, "PLACE": "K3", "DECOM": "03/06/2025"}]
    notes = told(tmp_path, Header=[HEADER], Episodes=old)
    assert "column PLACE: 1 value is not a code of 2025/26 (first in row 2)" in notes
    earlier = [{**row, "DEC": "03/06/2022"} for row in old]
    notes = told(tmp_path, Header=[HEADER], Episodes=earlier)
    assert "column PLACE: 1 value is not a code of 2022/23 (first in row 3)" in notes


def test_the_year_is_that_of_most_dates_so_one_slip_does_not_change_it(tmp_path):
    slips = [EPISODE, {**EPISODE, "DEC": "31/03/2026"}, {**EPISODE, "DEC": "01/01/2062"}]
    assert open_return(write(tmp_path, Header=[HEADER], Episodes=slips)).year == 2026


def test_where_no_date_tells_the_year_that_is_said(tmp_path):
    opened = open_return(write(tmp_path, Header=[HEADER], Episodes=[{**EPISODE, "DEC": ""}]))
    assert opened.year is None
    assert "No date in these files tells which year they are of" in opened.notes


def test_files_of_two_councils_are_refused(tmp_path):
    paths = write(tmp_path, Header=[HEADER], Episodes=[{**EPISODE, "CHILD": "z9"}])
    with pytest.raises(CannotRead, match="no child in common"):
        open_return(paths)


def test_a_table_of_other_children_is_told(tmp_path):
    review = {"CHILD": "z9", "DOB": "01/02/2010", "REVIEW": "01/06/2025", "REVIEW_CODE": "PN1"}
    notes = told(tmp_path, Header=[HEADER], Episodes=[EPISODE], Reviews=[review])
    assert "none of the children of Reviews is in Header" in notes


def test_last_years_files_of_another_year_are_refused(tmp_path):
    now = write(tmp_path / "now", Header=[HEADER], Episodes=[EPISODE])
    old = write(tmp_path / "old", Episodes=[{**EPISODE, "DEC": "03/06/2022"}])
    with pytest.raises(CannotRead, match="those of 2022/23, and this year's are those of 2025/26"):
        open_return(now, old)


def test_last_years_files_are_typed_beside_this_years(tmp_path):
    now = write(tmp_path / "now", Header=[HEADER], Episodes=[EPISODE])
    old = write(tmp_path / "old", Episodes=[{**EPISODE, "DEC": "03/06/2024"}])
    opened = open_return(now, old)
    assert opened.last_year["Episodes"]["DEC"].to_list() == [date(2024, 6, 3)]
    assert not any("council" in note for note in opened.notes)


def test_what_cannot_be_read_in_last_years_files_is_told_as_theirs(tmp_path):
    now = write(tmp_path / "now", Header=[HEADER], Episodes=[EPISODE])
    old = write(tmp_path / "old", Episodes=[{**EPISODE, "DEC": "soon"}])
    notes = open_return(now, old).notes
    assert (
        "Last year: Episodes.csv: Episodes, column DEC: 1 value is not a date (first in row 2)"
        in notes
    )
    assert any(note.startswith("Last year: No file held Header") for note in notes)


def test_last_years_files_of_other_children_are_told(tmp_path):
    now = write(tmp_path / "now", Header=[HEADER], Episodes=[EPISODE])
    old = write(tmp_path / "old", Episodes=[{**EPISODE, "CHILD": "z9", "DEC": "03/06/2024"}])
    assert "No child of last year's files is in this year's" in open_return(now, old).notes[-1]


def test_xml_beside_csv_is_refused(tmp_path):
    paths = write(tmp_path, Header=[HEADER])
    (tmp_path / "903.xml").write_text("<EXPSSDA903/>")
    with pytest.raises(CannotRead, match="give the XML alone"):
        open_return([*paths, tmp_path / "903.xml"])


def flaws(tmp_path: Path, **tables) -> list[tuple[str, str, list[int]]]:
    found = open_return(write(tmp_path, **tables)).flaws
    return [(f.rule.code, table, rows.to_list()) for f in found for table, rows in f.rows.items()]


def test_a_whole_return_has_no_flaw(tmp_path):
    assert flaws(tmp_path, Header=[HEADER], Episodes=[EPISODE]) == []


@pytest.mark.parametrize("table", ["Header", "Episodes"])
def test_a_return_without_what_makes_it_one_is_flawed(tmp_path, table):
    given = {"Header": [HEADER], "Episodes": [EPISODE]}
    others = {name: rows for name, rows in given.items() if name != table}
    assert flaws(tmp_path / "missing", **others) == [("MISSING", table, [0])]
    assert flaws(tmp_path / "empty", **others, **{table: []}) == [("MISSING", table, [0])]


def test_what_cannot_be_read_and_dates_of_another_year_are_flaws_where_they_stand(tmp_path):
    rows = [
        EPISODE,
        {**EPISODE, "DECOM": "31/02/2025"},
        {**EPISODE, "LS": "C9"},
        {**EPISODE, "DEC": "03/06/2024"},
    ]
    assert flaws(tmp_path, Header=[HEADER], Episodes=rows) == [
        ("UNREADABLE", "Episodes", [1]),
        ("UNREADABLE", "Episodes", [2]),
        ("YEAR", "Episodes", [3]),
    ]


REVIEW = {"CHILD": "c1", "DOB": "01/02/2010", "REVIEW": "20/05/2025", "REVIEW_CODE": "PN1"}


@pytest.mark.parametrize("table", fields.tables())
def test_in_every_table_a_row_that_names_no_child_is_a_flaw_and_is_told_where_it_stands(
    tmp_path, table
):
    whole = {"Header": [HEADER], "Episodes": [EPISODE]}
    whole[table] = [*whole.get(table, []), {fields.columns_of(table)[1]: "01/02/2010"}]
    opened = open_return(write(tmp_path, **whole))
    place = len(whole[table]) - 1
    found = [flaw.rows[table].to_list() for flaw in opened.flaws if flaw.rule.code == "NAMELESS"]
    assert found == [[place]]
    said = f"{table}.csv: {table}: 1 row without a child (first in row {place + 2})"
    assert any(note.startswith(said) for note in opened.notes)


@pytest.mark.parametrize("table", fields.tables())
def test_in_every_table_a_row_that_stands_twice_is_a_flaw_where_it_stands_again(tmp_path, table):
    row = {"Header": HEADER, "Episodes": EPISODE}.get(table, {"CHILD": "c1", "DOB": "01/02/2010"})
    whole = {"Header": [HEADER], "Episodes": [EPISODE], table: [row] * 3}
    opened = open_return(write(tmp_path, **whole))
    found = [(flaw.rule.code, flaw.rows[table].to_list()) for flaw in opened.flaws]
    assert found == [("REPEATED", [1, 2])]
    said = (
        f"{table}.csv: {table}: 2 rows the same as an earlier one in every column that can be read"
    )
    assert any(note.startswith(f"{said} (first in row 3)") for note in opened.notes)


def test_rows_stand_twice_however_their_dates_are_spelt_and_not_where_anything_differs(tmp_path):
    given = {"Header": [HEADER], "Episodes": [EPISODE]}
    again = {**REVIEW, "REVIEW": "2025-05-20"}
    others = [{**REVIEW, "REVIEW": "21/05/2025"}, {**REVIEW, "REVIEW_CODE": ""}]
    assert flaws(tmp_path / "a", **given, Reviews=[REVIEW, *others, again]) == [
        ("REPEATED", "Reviews", [3])
    ]


def test_rows_that_name_no_child_are_not_taken_for_the_same_childs(tmp_path):
    rows = [REVIEW, *[{**REVIEW, "CHILD": " "}] * 2]
    found = flaws(tmp_path, Header=[HEADER], Episodes=[EPISODE], Reviews=rows)
    assert found == [("NAMELESS", "Reviews", [1, 2])]


def test_rows_of_last_years_that_stand_twice_are_told_as_theirs(tmp_path):
    now = write(tmp_path / "now", Header=[HEADER], Episodes=[EPISODE])
    old = write(tmp_path / "old", Episodes=[{**EPISODE, "DEC": "03/06/2024"}] * 2)
    notes = open_return(now, old).notes
    assert any(note.startswith("Last year: Episodes.csv: Episodes: 1 row the") for note in notes)


def test_files_of_two_years_are_refused_by_name(tmp_path):
    last = [{**EPISODE, "DEC": f"{day:02}/06/2024"} for day in range(1, 13)]
    review = {"CHILD": "c1", "DOB": "01/02/2010", "REVIEW_CODE": "PN1"}
    reviews = [{**review, "REVIEW": f"{day:02}/06/2025"} for day in range(1, 13)]
    with pytest.raises(
        CannotRead, match=r"Reviews\.csv are those of 2025/26, in Episodes\.csv .* 2024/25"
    ):
        open_return(write(tmp_path, Header=[HEADER], Episodes=last, Reviews=reviews))
