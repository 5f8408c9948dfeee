"""Intervals against published worked values; comparisons and projections by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.judgement import comparators, intervals
from goldenthread.engine.judgement.comparison import Basis, Figure, Verdict, compare
from goldenthread.engine.judgement.projection import projected, student


def test_wilson_agrees_with_newcombes_published_example():
    found = intervals.wilson(81, 263)
    assert (round(found.lower, 4), round(found.upper, 4)) == (0.2553, 0.3662)
    none = intervals.wilson(0, 20)
    assert (none.lower, round(none.upper, 4)) == (0, 0.1611)
    assert intervals.wilson(20, 20).upper == 1


def test_byar_agrees_with_the_exact_interval_to_two_figures():
    ten = intervals.byar(10)
    assert (round(ten.lower, 2), round(ten.upper, 2)) == (4.79, 18.39)  # exact: 4.80 to 18.39
    assert intervals.byar(0).lower == 0


def test_a_rate_is_scaled_with_its_interval():
    found = intervals.rate(10, 10_000)
    assert found.value == 10
    assert (round(found.lower, 2), round(found.upper, 2)) == (4.79, 18.39)


@pytest.mark.parametrize("bad", [(1, 0), (-1, 5), (6, 5)])
def test_a_part_outside_its_whole_is_refused(bad):
    with pytest.raises(ValueError, match="part"):
        intervals.wilson(*bad)


@given(st.integers(0, 400), st.integers(1, 400))
def test_an_interval_holds_its_value_and_stays_a_proportion(part, rest):
    found = intervals.wilson(part, part + rest)
    assert 0 <= found.lower <= found.value <= found.upper <= 1


@pytest.mark.parametrize(
    ("ours", "theirs", "basis", "verdict"),
    [
        (Figure(80, 100), Figure(60, 100), Basis.PERCENTAGE, Verdict.HIGHER),
        (Figure(60, 100), Figure(80, 100), Basis.PERCENTAGE, Verdict.LOWER),
        (Figure(62, 100), Figure(60, 100), Basis.PERCENTAGE, Verdict.NO_DIFFERENCE),
        (Figure(3, 9), Figure(600, 1000), Basis.PERCENTAGE, Verdict.TOO_FEW),
        (Figure(3, 20_000), Figure(49_420, 12_000_000), Basis.RATE, Verdict.TOO_FEW),
        (Figure(233, 45_155), Figure(49_420, 12_172_000), Basis.RATE, Verdict.HIGHER),
        (Figure(5, 0), Figure(5, 10), Basis.RATE, Verdict.TOO_FEW),
    ],
)
def test_a_difference_is_claimed_only_when_it_can_be_told(ours, theirs, basis, verdict):
    assert compare(ours, theirs, basis).verdict == verdict


def test_a_straight_line_goes_on_and_its_range_widens():
    nearly = [10, 12.2, 13.8, 16.1, 17.9, 20]
    one, two = projected(nearly, ahead=2)
    assert one.value == pytest.approx(21.97, abs=0.05)
    assert one.lower < one.value < one.upper
    assert two.upper - two.lower > one.upper - one.lower
    exact = projected([1, 2, None, 4, 5, 6, 7], ahead=1)
    assert exact[0].lower == pytest.approx(8) == exact[0].upper


def test_five_figures_are_too_few_to_project():
    assert projected([1, 2, 3, 4, 5, None], ahead=1) is None


@pytest.mark.parametrize(("freedom", "t"), [(4, 2.776), (5, 2.571), (10, 2.228), (30, 2.042)])
def test_students_t_agrees_with_the_tables(freedom, t):
    assert student(freedom) == pytest.approx(t, abs=0.01)


def test_published_figures_are_read_with_their_symbols(tmp_path):
    path = tmp_path / "published.csv"
    path.write_text(
        "table,measure,year,area,area_code,value\n"
        "CIN C1,referral_count,2025,England,E92000001,632830\n"
        "CIN D5,open_two_years,2025,Kirklees,E08000034,c\n"
    )
    found = comparators.read(path)
    assert comparators.of_area(found, "referral_count", 2025, comparators.ENGLAND).value == Decimal(
        632830
    )
    withheld = comparators.of_area(found, "open_two_years", 2025, "E08000034")
    assert (withheld.value, withheld.symbol) == (None, "c")
    assert comparators.of_area(found, "referral_count", 2019, comparators.ENGLAND) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("table,measure,year,area,value\n", "no column area_code"),
        ("table,measure,year,area,area_code,value\na,b,x,d,e,1\n", "line 2, year"),
        ("table,measure,year,area,area_code,value\na,b,2025,d,e,many\n", "line 2, value"),
        ("table,measure,year,area,area_code,value\na,b,2025,d,e,NaN\n", "line 2, value"),
        (
            "table,measure,year,area,area_code,value\n\na,b,2025,d,e\n",
            "line 3: it has more or fewer",
        ),
        (
            "table,measure,year,area,area_code,value\na,b,2025,d,e,1,2\n",
            "line 2: it has more or fewer",
        ),
    ],
)
def test_a_file_in_another_layout_is_refused_at_its_place(tmp_path, text, says):
    path = tmp_path / "published.csv"
    path.write_text(text)
    with pytest.raises(comparators.CannotReadComparators, match=says):
        comparators.read(path)


def test_a_file_of_another_encoding_or_of_none_is_refused_by_name(tmp_path):
    path = tmp_path / "published.csv"
    with pytest.raises(comparators.CannotReadComparators, match="published.csv: No such file"):
        comparators.read(path)
    path.write_bytes("table,measure,year,area,area_code,value\n".encode("utf-16"))
    with pytest.raises(comparators.CannotReadComparators, match="it is not UTF-8"):
        comparators.read(path)


def test_statistical_neighbours_are_held_for_the_worked_example():
    assert comparators.neighbours("Kirklees")[:2] == ("Bolton", "Calderdale")
    assert comparators.neighbours("Nowhere") == ()
