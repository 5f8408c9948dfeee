"""The tables of the Standard Safeguarding Dataset are told apart by their columns and typed."""

from datetime import date
from pathlib import Path

import pytest

from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.ssd.dataset import open_files, shapes


@pytest.fixture
def written(tmp_path: Path):
    def write(name: str, *lines: str) -> Path:
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write


def test_there_are_48_tables_of_359_columns():
    assert len(shapes()) == 48
    assert sum(len(shape.columns) for shape in shapes()) == 359


@pytest.mark.parametrize("shape", shapes(), ids=lambda shape: shape.table)
def test_each_table_is_known_by_its_columns(written, shape):
    columns = [column.field for column in shape.columns]
    path = written("export.csv", ",".join(reversed(columns)), "," * (len(columns) - 1))
    assert list(open_files([path]).places) == [shape.table]


def test_values_are_typed_and_moments_are_days(written):
    path = written(
        "p.csv",
        "csdq_table_id,csdq_person_id,csdq_sdq_completed_date,csdq_sdq_reason,csdq_sdq_score",
        "1,007,2025-05-01 00:00:00.000,,14",
        "2,008,01/05/2025,SDQ1,high",
    )
    opened = open_files([path])
    table = opened.tables["ssd_sdq_scores"]
    assert table["csdq_person_id"].to_list() == ["007", "008"]
    assert table["csdq_sdq_completed_date"].to_list() == [date(2025, 5, 1)] * 2
    assert table["csdq_sdq_score"].to_list() == [14, None]
    assert any("1 value is not a whole number (first in row 3)" in note for note in opened.notes)
    assert opened.tables["ssd_person"].is_empty()


def test_tables_that_were_not_given_are_counted(written):
    path = written("f.csv", "fami_table_id,fami_family_id,fami_person_id", "1,2,3")
    assert "and 35 more" in open_files([path]).notes[-1]


def test_files_of_no_table_are_refused(written):
    with pytest.raises(CannotRead, match="holds a table of the Standard Safeguarding Dataset"):
        open_files([written("x.csv", "Name,Town", "a,b")])
