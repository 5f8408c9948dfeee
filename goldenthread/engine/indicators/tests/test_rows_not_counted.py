"""What was pasted twice is counted once, and who is not named is nobody: no figure moves unsaid."""

from pathlib import Path

import pytest

from goldenthread.engine.indicators.opening import open_returns
from goldenthread.engine.indicators.tests.cared_for import episode, figure
from goldenthread.engine.indicators.tests.worked import day
from goldenthread.engine.returns.cin.opening import open_census
from goldenthread.engine.returns.ssda903.fields import tables
from goldenthread.engine.returns.synthesis import command as synthesise


@pytest.fixture(scope="module")
def return_of_200(tmp_path_factory):
    folder = tmp_path_factory.mktemp("returns") / "903"
    synthesise.main(["903", str(folder), "--children", "200"])
    return folder


@pytest.fixture(scope="module")
def figures(return_of_200):
    return list(open_returns(sorted(return_of_200.iterdir()), []).figures())


def changed(folder: Path, to: Path, change) -> list[Path]:
    """The files of a return, each changed: `change` is given the lines after the headings."""
    for path in folder.iterdir():
        first, *rows = path.read_text().splitlines()
        (to / path.name).write_text("\n".join([first, *change(path.stem, rows)]) + "\n")
    return sorted(to.iterdir())


def test_a_return_that_was_pasted_twice_is_counted_once_and_says_so(
    return_of_200, figures, tmp_path
):
    opened = open_returns(changed(return_of_200, tmp_path, lambda table, rows: rows * 2), [])
    assert list(opened.figures()) == figures
    said = [note for note in opened.notes() if "the same as an earlier one" in note]
    held = [table for table in tables() if (tmp_path / f"{table}.csv").exists()]
    assert sorted(note.split(":")[2].strip() for note in said) == sorted(held)
    assert all(note.endswith("indicators leave them out") for note in said)


def test_rows_that_name_no_child_move_no_figure_and_are_told(return_of_200, figures, tmp_path):
    def with_nobody(table, rows):
        return [*rows, *("," + row.partition(",")[2] for row in rows[:10])]

    opened = open_returns(changed(return_of_200, tmp_path, with_nobody), [])
    assert list(opened.figures()) == figures
    notes = "\n".join(opened.notes())
    assert "Episodes.csv: Episodes: 10 rows without a child (first in row " in notes


def test_incidents_alike_in_everything_are_one_and_those_that_differ_are_each_counted():
    went = {"MISSING": "M", "MIS_START": day("3 May 2025"), "MIS_END": day("4 May 2025")}
    again = {**went, "MIS_START": day("4 May 2025")}
    gone = [went, went, again, {**went, "CHILD": "c2"}]
    rows = [episode("1 May 2025"), episode("1 May 2025", CHILD="c2")]
    assert figure("33-incidents", Episodes=rows, Missing=gone).numerator == 3


def test_a_child_that_stands_twice_in_a_census_is_told(tmp_path):
    path = tmp_path / "cin.xml"
    synthesise.main(["cin", str(path), "--children", "20"])
    said = "20 ids stand on more than one child (40 in all)"
    assert not any("stand on more than one child" in note for note in open_census(path).notes)
    before, children = path.read_text().split("<Children>")
    children, after = children.split("</Children>")
    path.write_text(f"{before}<Children>{children}{children}</Children>{after}")
    assert any(note.startswith(said) for note in open_census(path).notes)
    assert any(said in note for note in open_returns([path], []).notes())
