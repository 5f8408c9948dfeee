"""A set of CSV files is told apart by headings, in any order and by any name; the rest is refused."""

from pathlib import Path

import pytest

from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.ssda903 import fields
from goldenthread.engine.returns.ssda903.csvs import read


@pytest.fixture
def written(tmp_path: Path):
    def write(name: str, *lines: str) -> Path:
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("table", fields.tables())
def test_each_table_is_known_by_its_headings_in_any_order(written, table):
    columns = fields.columns_of(table)
    path = written(
        "Export 7.csv", ",".join(reversed(columns)).lower(), "x" + "," * (len(columns) - 1)
    )
    found = read([path])
    assert list(found.tables) == [table]
    assert found.tables[table][columns[-1]].to_list() == ["x"]


def test_a_heading_that_is_missing_is_named(written):
    path = written("reviews.csv", "CHILD,DOB,REVIEW", "c1,01/01/2020,01/05/2025")
    with pytest.raises(CannotRead, match="those of Reviews without REVIEW_CODE"):
        read([path])


def test_a_column_that_is_not_of_the_return_is_told_and_left_out(written):
    path = written("r.csv", "CHILD,DOB,REVIEW,REVIEW_CODE,TEAM", "c1,,,PN0,East")
    assert read([path]).notes == ("r.csv: column TEAM is not part of Reviews: left out",)


def test_two_files_of_one_table_are_refused_by_name(written):
    line = "CHILD,DOB,REVIEW,REVIEW_CODE"
    with pytest.raises(CannotRead, match=r"a.csv and b.csv both hold Reviews"):
        read([written("a.csv", line), written("b.csv", line)])


def test_another_table_is_refused_and_the_way_on_told(written):
    with pytest.raises(CannotRead, match="no table of the children looked after return.*read"):
        read([written("a.csv", "Name,Town", "x,y")])
