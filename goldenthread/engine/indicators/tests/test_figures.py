"""Division, rounding, populations, medians and the record of each indicator."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.indicators import populations
from goldenthread.engine.indicators.collection import COLLECTIONS
from goldenthread.engine.indicators.compiling import compiled
from goldenthread.engine.indicators.derived import counted_as, quantile
from goldenthread.engine.indicators.figures import rounded, value_of
from goldenthread.engine.indicators.plan import written_down
from goldenthread.engine.indicators.records import published
from goldenthread.engine.returns.refusals import CannotRead


@pytest.mark.parametrize(
    ("exact", "decimals", "expected"),
    [
        (Fraction(1, 4), 1, 0.3),
        (Fraction(3, 20), 1, 0.2),
        (Fraction(249, 1000), 1, 0.2),
        (Fraction(5, 2), 0, 3),
        (Fraction(0), 1, 0.0),
    ],
)
def test_figures_are_rounded_half_up(exact, decimals, expected):
    assert rounded(*exact.as_integer_ratio(), decimals) == expected


def test_the_published_figures_come_out_of_their_parts():
    assert value_of(published()["6"], 555_820, 648_830) == 85.7
    assert value_of(published()["14"], 58_670, 72_100) == 81.4
    assert value_of(published()["20"], 2_710, 62_300) == 4.3, (
        "published as 4.4 from unrounded counts"
    )


@given(st.lists(st.integers(0, 400), min_size=1))
def test_the_median_from_counts_is_that_of_the_list(days):
    counted = {day: days.count(day) for day in days}
    ordered = sorted(days)
    low, high = ordered[(len(days) - 1) // 2], ordered[len(days) // 2]
    assert quantile(counted, Fraction(1, 2)) == Fraction(low + high, 2)


@pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda each: each.folder)
def test_every_record_is_measured_and_every_measure_has_its_record(collection):
    plan = written_down(collection.folder)
    measured = {code for query in plan.queries for code in query.measures}
    computed = {each.code for each in collection.indicators()}
    assert computed, "the search for records found none"
    assert measured == {code for each in computed for code in counted_as(each)}


@pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda each: each.folder)
def test_the_queries_written_down_are_those_of_the_expressions(collection):
    assert written_down(collection.folder) == compiled(collection, "duckdb"), (
        "run tools/indicator_queries.py"
    )


def test_every_number_from_1_to_46_has_a_record():
    assert {code.split("-")[0] for code in published()} == {str(n) for n in range(1, 47)}


def test_every_record_says_what_it_counts_and_how_sure_we_are():
    for indicator in published().values():
        assert indicator.polarity in ("high", "low", "none"), indicator.code
        assert indicator.counts in ("events", "children", "episodes", "days"), indicator.code
        assert indicator.sure[:1] in ("S", "D", "G"), indicator.code
        assert indicator.source, indicator.code


def estimates(tmp_path, text):
    path = tmp_path / "populations.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rates_use_the_population_of_the_middle_of_the_year_before(tmp_path):
    path = estimates(tmp_path, 'Year,Population,Vintage\n2024,"100,000",June 2025\n2025,101000,x\n')
    read = populations.read(path)
    assert read.of(2025).children == 100_000
    assert read.of(2026).vintage == "x"
    assert read.of(2024) is None


def test_of_two_vintages_the_later_stands_in_either_order(tmp_path):
    rows = ["2024,1,2025-07", "2024,2,2026-07"]
    for order in (rows, rows[::-1]):
        path = estimates(tmp_path, "year,population,vintage\n" + "\n".join(order))
        assert populations.read(path).of(2025).children == 2


def test_populations_by_age_and_sex_are_kept_apart(tmp_path):
    text = "year,population,vintage,age,sex\n2024,9,v,,\n2024,4,v,1 to 4,\n2024,5,v,,F\n"
    read = populations.read(estimates(tmp_path, text))
    assert [read.of(2025, b).children for b in ("total", "age: 1 to 4", "sex: female")] == [9, 4, 5]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("year,vintage\n2024,v\n", "no column called population"),
        ("year,population,vintage\n2024,many,v\n", "row 2: the population is not a whole number"),
        ("year,population,vintage,age\n2024,1,v,toddler\n", "row 2: the age is none of"),
        ("year,population,vintage,area\n2024,1,v,A\n2024,1,v,B\n", "2 areas"),
        ("", "there are no headings"),
        ("year,population,vintage\n2024,0,v\n", "row 2: the population is 0"),
        (
            "year,population,vintage\n2024,1,v\n2025,1,v\n2024,2,v\n",
            "row 2 gives 1 .* row 4 gives 2",
        ),
        ("year,population,vintage\n2024,1,June 2025\n2024,2,May 2026\n", "row 2 gives 1 .* row 3"),
    ],
)
def test_populations_that_cannot_be_used_are_refused_with_the_place(tmp_path, text, says):
    with pytest.raises(CannotRead, match=says):
        populations.read(estimates(tmp_path, text), "382")


def test_of_several_areas_that_of_the_return_is_used(tmp_path):
    text = "year,population,vintage,area\n2024,1,v,381\n2024,2,v,382\n"
    assert populations.read(estimates(tmp_path, text), "382").of(2025).children == 2


@pytest.mark.parametrize("mark", [";", "\t"])
def test_populations_divided_by_semicolons_or_tabs_are_read(tmp_path, mark):
    text = mark.join(["year", "population", "vintage"]) + "\n" + mark.join(["2024", "100,000", "v"])
    assert populations.read(estimates(tmp_path, text)).of(2025).children == 100_000


def test_the_same_number_given_twice_is_no_contradiction(tmp_path):
    text = "year,population,vintage\n2024,7,v\n\n2024,7,v\n"
    assert populations.read(estimates(tmp_path, text)).of(2025).children == 7


def test_a_record_says_children_only_where_children_are_counted():
    astray = [
        each.code
        for each in published().values()
        if each.name.lower().startswith("children") and each.counts == "episodes"
    ]
    assert astray == []
