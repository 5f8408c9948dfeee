from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.disclosure import Absent, Rule, Table, Why, rule_for, withhold, workable
from goldenthread.engine.disclosure.table import Cell, PublishedTable

PUBLIC = rule_for("public")


def possible_counts(published: PublishedTable, most: int) -> dict[tuple[int, int], set[int]]:
    """Every count each withheld cell can have, found by trying all of them: the attacker's own sum."""
    inner = [
        (r, c)
        for r, c in published.withheld()
        if r < len(published.rows) - 1 and c < len(published.columns) - 1
    ]
    found: dict[tuple[int, int], set[int]] = {place: set() for place in published.withheld()}
    for guess in product(range(1, most + 1), repeat=len(inner)):
        counts = [[cell.lowest for cell in line[:-1]] for line in published.cells[:-1]]
        for (row, column), count in zip(inner, guess, strict=True):
            counts[row][column] = count
        grid = table_of(counts).counts
        if all(map(fits, sum(grid, ()), sum(published.cells, ()))):
            for row, column in found:
                found[row, column].add(grid[row][column])
    return found


def fits(count: int, cell: Cell) -> bool:
    return cell.lowest <= count and (cell.highest is None or count <= cell.highest)


def grids(most: int, rows: int = 3, columns: int = 3) -> st.SearchStrategy[list[list[int]]]:
    counts = st.one_of(st.integers(0, 4), st.integers(0, most))
    return st.integers(1, columns).flatmap(
        lambda width: st.lists(
            st.lists(counts, min_size=width, max_size=width), min_size=1, max_size=rows
        )
    )


def table_of(grid: list[list[int]]) -> Table:
    rows = [f"row {n}" for n in range(len(grid))]
    return Table.with_totals(rows, [f"column {n}" for n in range(len(grid[0]))], grid)


def test_a_small_number_is_withheld_and_a_true_nought_shown():
    published = withhold(Table(("a", "b", "c", "d"), ("n",), ((0,), (1,), (5,), (6,))), PUBLIC)
    assert published.texts() == [["0"], ["c"], ["c"], ["6"]]


def test_one_small_number_takes_a_second_with_it():
    published = withhold(Table.with_totals("ab", ["n"], [[3], [20]]), PUBLIC)
    lines = [line[0] for line in published.cells]
    assert [cell.why for cell in lines] == [Why.PRIMARY, Why.SECONDARY, None]
    assert lines[2].text == "23"


def test_the_partners_see_their_own_figures_whole():
    published = withhold(table_of([[1, 2], [3, 40]]), rule_for("partnership"))
    assert published.withheld() == []


def test_a_table_without_totals_gives_nothing_away():
    published = withhold(Table(("a", "b"), ("x", "y"), ((3, 50), (60, 70))), PUBLIC)
    assert published.withheld() == [(0, 0)]


def test_a_small_cell_costs_three_more_where_there_are_totals_both_ways():
    published = withhold(table_of([[3, 50, 60], [60, 70, 80], [90, 30, 70]]), PUBLIC)
    assert len(published.withheld()) == 4
    assert all(published.cells[r][c].why for r, c in [(0, 0), (0, 1), (2, 0), (2, 1)])


def test_the_reader_is_never_told_why():
    published = withhold(table_of([[3, 50], [60, 70]]), PUBLIC)
    assert {published.cells[r][c].text for r, c in published.withheld()} == {"c"}


def test_places_without_a_count_say_so_and_hide_nothing():
    table = Table(
        ("a", "b", "Total"),
        ("n", "m"),
        ((Absent.NOT_APPLICABLE, 9), (8, Absent.NOT_AVAILABLE), (8, 9)),
        has_total_row=True,
    )
    assert withhold(table, PUBLIC).texts() == [["z", "9"], ["8", "x"], ["8", "9"]]


def test_a_count_that_rounds_to_nought_is_low_and_not_nought():
    rule = replace(rule_for("region"), threshold=0)
    published = withhold(Table(("a", "b", "c", "d"), ("n",), ((0,), (4,), (5,), (14,))), rule)
    assert published.texts() == [["0"], ["low"], ["10"], ["10"]]


def test_a_total_that_its_lines_do_not_make_is_shown_as_published():
    table = Table(("a", "b", "Total"), ("n",), ((3,), (20,), (25,)), has_total_row=True)
    assert withhold(table, PUBLIC).texts() == [["c"], ["c"], ["25"]]


def test_a_total_less_than_its_own_line_gives_nothing_away_and_takes_nothing_with_it():
    table = Table(("a", "b", "Total"), ("n",), ((4,), (20,), (2,)), has_total_row=True)
    assert withhold(table, PUBLIC).texts() == [["c"], ["20"], ["c"]]


@pytest.mark.parametrize(
    ("counts", "message"),
    [(((1, 2),), "Row “a” has 2 cells for 1 columns"), (((-1,),), "cannot be less than nought")],
)
def test_a_table_that_cannot_be_is_refused(counts, message):
    with pytest.raises(ValueError, match=message):
        Table(("a",), ("n",), counts)


@settings(max_examples=40)
@given(grids(most=6, rows=2, columns=2))
def test_no_attacker_who_tries_everything_comes_closer_than_the_threshold(grid):
    published = withhold(table_of(grid), replace(PUBLIC, threshold=3))
    for (row, column), counts in possible_counts(published, most=11).items():
        assert max(counts) - min(counts) >= 2
        if published.cells[row][column].why is Why.PRIMARY and not is_total(published, row, column):
            assert {1, 3} <= counts


def is_total(table: PublishedTable, row: int, column: int) -> bool:
    return row == len(table.rows) - 1 or column == len(table.columns) - 1


@settings(max_examples=200)
@given(grids(most=60, rows=6, columns=5), st.integers(2, 9), st.sampled_from([1, 5, 10]))
def test_nothing_withheld_can_be_worked_out(grid, threshold, rounding):
    rule = Rule("public", threshold, rounding)
    assert workable(withhold(table_of(grid), rule), within=threshold - 2) == []


@settings(max_examples=100)
@given(grids(most=60, rows=5, columns=4), st.data())
def test_totals_that_do_not_add_up_are_survived(grid, data):
    whole = table_of(grid)
    wrong = data.draw(
        st.lists(st.integers(0, 90), min_size=len(whole.columns), max_size=len(whole.columns))
    )
    table = Table(whole.rows, whole.columns, (*whole.counts[:-1], tuple(wrong)), True, True)
    published = withhold(table, PUBLIC)
    assert all(
        published.cells[r][c].is_withheld or not PUBLIC.is_small(count)
        for r, line in enumerate(table.counts)
        for c, count in enumerate(line)
    )


@settings(max_examples=100)
@given(grids(most=60, rows=5, columns=4))
def test_hardly_a_secondary_cell_is_withheld_in_vain(grid):
    """Safety is proved elsewhere; of what it costs, at most one cell could have been given back."""
    table = table_of(grid)
    published = withhold(table, PUBLIC)
    in_vain = 0
    for row, column in published.withheld():
        if published.cells[row][column].why is not Why.SECONDARY:
            continue
        line = list(published.cells[row])
        count = table.counts[row][column]
        line[column] = replace(line[column], lowest=count, highest=count, why=None)
        given_back = replace(
            published, cells=(*published.cells[:row], tuple(line), *published.cells[row + 1 :])
        )
        in_vain += not too_close(given_back)
    assert in_vain <= 1


def too_close(published: PublishedTable) -> bool:
    """Whether some withheld cell lies in an interval narrower, or higher, than 1 to the threshold."""
    if workable(published, within=PUBLIC.threshold - 2):
        return True
    spans = {(w.row, w.column): w for w in workable(published, within=10**6)}
    return any(
        published.cells[r][c].why is Why.PRIMARY
        and (span := spans.get((published.rows[r], published.columns[c])))
        and not (span.lowest <= 1 and span.highest >= PUBLIC.threshold)
        for r, c in published.withheld()
    )
