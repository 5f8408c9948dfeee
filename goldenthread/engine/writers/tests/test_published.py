"""Real published figures (allegations about people who work with children, Kirklees 2010 to 2015),
withheld for the public and carried into a table and a chart."""

import pytest

from goldenthread.engine.charts import trend
from goldenthread.engine.disclosure import Table, Why, rule_for, withhold, workable
from goldenthread.engine.writers import published

YEARS = ("2010/11", "2011/12", "2012/13", "2013/14", "2014/15")
ALLEGATIONS = {
    "Social care": (8, 11, 17, 24, 28),
    "Education": (69, 63, 66, 74, 105),
    "Health": (5, 3, 0, 7, 7),
    "Police": (0, 0, 2, 2, 2),
    "Voluntary sector": (9, 27, 19, 14, 22),
    "Foster care": (13, 15, 15, 10, 26),
    "Faith setting": (2, 0, 1, 2, 6),
    "Taxi driver": (1, 1, 0, 2, 8),
    "Other": (9, 10, 8, 4, 3),
    "Published total": (116, 130, 128, 139, 207),
}
PUBLIC = rule_for("public")


@pytest.fixture(scope="module")
def for_the_public():
    table = Table(tuple(ALLEGATIONS), YEARS, tuple(ALLEGATIONS.values()), has_total_row=True)
    return withhold(table, PUBLIC)


def test_no_year_gives_a_small_number_away(for_the_public):
    assert workable(for_the_public, within=PUBLIC.threshold - 2) == []
    assert not {"1", "2", "3", "4", "5"} & {
        cell.text for line in for_the_public.cells for cell in line
    }


def test_every_year_keeps_its_total_and_its_greatest_sector(for_the_public):
    assert [cell.text for cell in for_the_public.cells[-1]] == ["116", "130", "128", "139", "207"]
    assert [cell.text for cell in for_the_public.cells[1]] == ["69", "63", "66", "74", "105"]


def test_as_little_is_withheld_as_will_do(for_the_public):
    """In three of the years the small numbers make too small a sum to hide each other."""
    secondary = [
        YEARS[c]
        for r, c in for_the_public.withheld()
        if for_the_public.cells[r][c].why is Why.SECONDARY
    ]
    assert sorted(secondary) == ["2011/12", "2012/13", "2014/15"]


def test_the_table_of_a_report_says_what_its_symbols_mean(for_the_public):
    table = published.table_of(for_the_public, PUBLIC, caption="Allegations", first="Sector")
    assert table.header[0] == "Sector"
    assert table.rows[3] == ("Police", "0", "0", "c", "c", "c")
    assert table.notes == ("c: withheld, because a small number could identify a child",)


def test_a_chart_leaves_gaps_where_the_public_may_not_see(for_the_public):
    series = published.series_of(for_the_public)
    assert [one.name for one in series] == list(ALLEGATIONS)[:-1]
    assert list(series[3].values) == [0, 0, "c", "c", "c"]
    chart = trend("Allegations", YEARS, series[:6])
    assert chart.rows[2][4] == "c"
