"""A folder stands for the files of a return in it, and for no others."""

import pytest

from goldenthread.engine.returns.folders import files_in
from goldenthread.engine.returns.refusals import CannotRead


def test_the_files_of_a_folder_are_its_returns_in_order(tmp_path):
    for name in ("b.CSV", "a.xml", "notes.txt", ".a.csv", "~$c.xlsx", "c.xlsx"):
        (tmp_path / name).touch()
    assert [path.name for path in files_in([tmp_path])] == ["a.xml", "b.CSV", "c.xlsx"]


def test_a_file_that_is_named_is_taken_as_it_is(tmp_path):
    assert files_in([tmp_path / "notes.txt"]) == [tmp_path / "notes.txt"]


def test_a_folder_without_any_is_refused(tmp_path):
    with pytest.raises(CannotRead, match="holds no CSV, XML or Excel file"):
        files_in([tmp_path])


def test_a_file_given_twice_is_told_by_its_place(tmp_path):
    path = tmp_path / "a.csv"
    path.touch()
    with pytest.raises(CannotRead, match=r"a\.csv: this file is given twice"):
        files_in([tmp_path, path])


@pytest.mark.parametrize("name", ["a.xlsm", "a.ods"])
def test_a_workbook_of_another_kind_is_not_left_aside(tmp_path, name):
    (tmp_path / name).touch()
    assert [path.name for path in files_in([tmp_path])] == [name]
