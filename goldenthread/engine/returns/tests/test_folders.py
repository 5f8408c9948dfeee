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
