import pytest

from goldenthread.engine.disclosure import WorkedOut, workable
from goldenthread.engine.disclosure.reading import read_published


def attacked(texts, *, rows=None, columns=None, total_row=True, total_column=True, within=0):
    rows = rows or [f"r{n}" for n in range(len(texts))]
    columns = columns or [f"c{n}" for n in range(len(texts[0]))]
    table = read_published(
        rows, columns, texts, has_total_row=total_row, has_total_column=total_column
    )
    return workable(table, within=within)


def test_a_cell_withheld_alone_is_worked_out_from_its_total():
    found = attacked([["c"], ["20"], ["1,023"]], total_column=False)
    assert found == [WorkedOut("r0", "c0", 1003, 1003)]


def test_two_in_a_row_and_two_in_a_column_are_safe():
    texts = [["c", "c", "50"], ["c", "c", "70"], ["60", "60", "120"]]
    assert attacked(texts) == []


def test_a_cell_is_worked_out_from_several_lines_at_once():
    # No line has a single gap, but the first two columns together leave only one.
    texts = [["c", "c", "9", "30"], ["c", "c", "c", "40"], ["20", "25", "25", "70"]]
    assert attacked(texts) == [WorkedOut("r1", "c2", 16, 16)]


def test_two_cells_that_can_only_be_nought_are_found():
    found = attacked([["c"], ["c"], ["30"], ["30"]], total_column=False)
    assert [(w.row, w.lowest, w.highest) for w in found] == [("r0", 0, 0), ("r1", 0, 0)]


def test_a_stated_range_helps_the_attacker():
    assert [w.lowest for w in attacked([["<5"], ["<5"], ["8"]], total_column=False)] == [4, 4]


def test_within_tells_what_is_nearly_worked_out():
    texts = [["<5"], ["<5"], ["7"]]
    assert attacked(texts, total_column=False) == []
    assert attacked(texts, total_column=False, within=1)[0] == WorkedOut("r0", "c0", 3, 4)


def test_totals_that_contradict_each_other_do_not_stop_the_attack():
    texts = [["c", "20", "24"], ["30", "40", "71"], ["34", "60", "99"]]
    assert WorkedOut("r0", "c0", 4, 4) in attacked(texts)


def test_a_cell_that_is_no_count_is_named():
    with pytest.raises(ValueError, match="Row “r0”, column “c0”: “about ten” is not a count"):
        attacked([["about ten"]])
