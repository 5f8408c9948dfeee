"""Nothing withheld in tables published together can be worked out from all of them: tried by an
attacker with linear programming."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.disclosure import (
    Dimension,
    Rule,
    Sum,
    rule_for,
    withhold_linked,
    withhold_margins,
)
from goldenthread.engine.disclosure.margins import TOTAL, beneath, keys_of
from goldenthread.engine.disclosure.table import Cell, Why
from goldenthread.engine.disclosure.tests.attacker import Attacker

PUBLIC = rule_for("public")
AGE = Dimension("age", ("0 to 4", "5 to 9", "10 to 15", "16 and 17"))
SEX = Dimension("sex", ("girls", "boys"))
QUARTER = Dimension("quarter", ("Q1", "Q2", "Q3", "Q4"), {"first half": ("Q1", "Q2")})


def sums_of(dimensions, cells):
    """Every number as the sum of its single cells, written down by the attacker."""
    made = [Sum(key, tuple(beneath(dimensions, key))) for key in cells]
    return [one for one in made if one.parts != (one.whole,)]


def attacker(dimensions, cells):
    singles = product(*(one.codes for one in dimensions))
    return Attacker(sums_of(dimensions, cells), cells, [key for key in singles if key not in cells])


def too_much_told(dimensions, counts, cells, rule):
    """The withheld numbers that are placed in less than the rule's room, though withholding every
    number would have given them more."""
    everything = {key: Cell("c", 1, None, Why.SECONDARY) if cell.text != "0" else cell
                  for key, cell in cells.items()}  # fmt: skip
    most, found = attacker(dimensions, everything), []
    for key, (low, high) in attacker(dimensions, cells).ranges().items():
        least, greatest = most.range_of(key)
        greatest = 10**6 if greatest is None else greatest
        high = 10**6 if high is None else high
        width = min(rule.threshold - 1, greatest - least)
        small = rule.is_small(true_of(dimensions, counts, key))
        covers = low <= max(1, least) and high >= min(rule.threshold, greatest)
        if high - low < width or (small and not covers):
            found.append((key, low, high))
    return found


def true_of(dimensions, counts, key):
    return sum(counts.get(single, 0) for single in beneath(dimensions, key))


def check(dimensions, counts, published, rule=PUBLIC):
    cells = withhold_margins(dimensions, counts, published, rule)
    for key, cell in cells.items():
        count = true_of(dimensions, counts, key)
        assert rule.is_small(count) <= cell.is_withheld
        assert cell.is_withheld or cell.lowest <= count <= cell.highest
    assert too_much_told(dimensions, counts, cells, rule) == []
    return cells


def test_a_small_number_in_one_table_is_not_given_away_by_another():
    """By age and by sex apart nothing is small; together they would give the two girls away."""
    counts = {("0 to 4", "girls"): 2, ("0 to 4", "boys"): 20, ("5 to 9", "girls"): 30,
              ("5 to 9", "boys"): 25, ("10 to 15", "girls"): 40, ("10 to 15", "boys"): 31}  # fmt: skip
    cells = check([AGE, SEX], counts, [["age"], ["sex"], ["age", "sex"]])
    assert cells["0 to 4", "girls"].is_withheld
    assert sum(cell.is_withheld for cell in cells.values()) == 4
    assert not any(cell.is_withheld for key, cell in cells.items() if TOTAL in key)


def test_a_quarter_is_not_given_away_by_its_half_year_and_year():
    counts = {("Q1",): 3, ("Q2",): 22, ("Q3",): 30, ("Q4",): 28}
    cells = check([QUARTER], counts, [["quarter"]])
    assert cells[("Q1",)].is_withheld
    assert sum(cell.is_withheld for cell in cells.values()) == 2


def test_margins_alone_are_judged_by_what_their_single_cells_could_be():
    counts = {("0 to 4", "girls"): 2, ("5 to 9", "girls"): 40, ("5 to 9", "boys"): 35}
    cells = check([AGE, SEX], counts, [["age"], ["sex"]])
    assert cells["0 to 4", TOTAL].is_withheld


def test_an_attacker_finds_what_each_table_alone_would_give_away():
    """The same tables, each made safe by itself, give numbers away: so the attacker is awake."""
    counts = {
        ("0 to 4", "girls"): 2,
        ("0 to 4", "boys"): 20,
        ("5 to 9", "girls"): 30,
        ("5 to 9", "boys"): 25,
    }
    cells = withhold_margins([AGE, SEX], counts, [["age", "sex"]], PUBLIC)
    given_away = {**cells, ("5 to 9", "girls"): Cell("30", 30, 30)}
    assert ("0 to 4", "girls", 2, 2) in [
        (*k, *r) for k, r in attacker([AGE, SEX], given_away).ranges().items()
    ]


def test_sums_that_form_no_network_are_protected_too():
    """One number in three sums, which the exact way must refuse."""
    counts = {"a": 3, "x": 30, "y": 40, "z": 50, "ax": 33, "ay": 43, "az": 53}
    linked = [Sum("ax", ("a", "x")), Sum("ay", ("a", "y")), Sum("az", ("a", "z"))]
    cells = withhold_linked(counts, linked, PUBLIC)
    low, high = Attacker(linked, cells).ranges()["a"]
    assert low == 1
    assert high is None or high >= 5
    assert sum(cell.is_withheld for cell in cells.values()) == 4


@pytest.mark.parametrize(
    ("audience", "small_one", "large_one"),
    [
        ("public", "c", "31"),
        ("region", "c", "30"),
        ("partnership", "2", "31"),
        ("health", "*", "30"),
    ],
)
def test_each_audience_has_its_own_threshold_rounding_and_symbol(audience, small_one, large_one):
    counts = {("0 to 4", "girls"): 2, ("0 to 4", "boys"): 24, ("5 to 9", "girls"): 31,
              ("10 to 15", "girls"): 60, ("10 to 15", "boys"): 71}  # fmt: skip
    cells = check([AGE, SEX], counts, [["age"], ["age", "sex"]], rule_for(audience))
    assert cells["0 to 4", "girls"].text == small_one
    assert cells["5 to 9", "girls"].text == large_one


def test_two_twos_in_an_unused_dimension_are_one_number():
    """A dimension that no table divides by adds nothing for a reader to work with."""
    counts = {
        ("0 to 4", "girls"): 2,
        ("0 to 4", "boys"): 2,
        ("5 to 9", "boys"): 30,
        ("10 to 15", "girls"): 41,
    }
    cells = check([AGE, SEX], counts, [["age"]])
    assert set(cells) == {(code, TOTAL) for code in AGE.all_codes()}
    assert cells["0 to 4", TOTAL].is_withheld


small = st.one_of(st.integers(0, 3), st.integers(0, 7), st.integers(0, 40))
CUBES = {
    "two by two by two": [Dimension("a", ("1", "2")), Dimension("b", ("x", "y")), Dimension("c", ("p", "q"))],
    "age by sex": [Dimension("a", ("1", "2", "3")), Dimension("b", ("x", "y"))],
    "halves": [Dimension("a", ("1", "2", "3", "4"), {"half": ("1", "2")}), Dimension("b", ("x", "y"))],
    "three by two by two": [Dimension("a", ("1", "2", "3")), Dimension("b", ("x", "y")), Dimension("c", ("p", "q"))],
}  # fmt: skip


@st.composite
def publications(draw):
    """Tables over one cube: any margins of it, with small numbers plenty."""
    dimensions = CUBES[draw(st.sampled_from(sorted(CUBES)))]
    counts = {key: draw(small) for key in product(*(one.codes for one in dimensions))}
    names = [one.name for one in dimensions]
    tables = [list(some) for n in (1, 2, 3) for some in combinations(names, n)]
    published = draw(st.lists(st.sampled_from(tables), min_size=1, max_size=4, unique_by=tuple))
    threshold, rounding = draw(st.integers(2, 7)), draw(st.sampled_from([1, 1, 5]))
    return dimensions, counts, published, Rule("test", threshold=threshold, rounding=rounding)


@settings(max_examples=25)
@given(publications())
def test_no_attacker_with_everything_published_comes_closer_than_the_rule_allows(case):
    check(*case)


def least_withheld(dimensions, counts, published, below=None):
    """The fewest numbers that could be withheld, by trying every choice of further ones; `below` if no
    choice of fewer is safe."""
    keys = keys_of(dimensions, published)
    must = [key for key in keys if PUBLIC.is_small(true_of(dimensions, counts, key))]
    may = [key for key in keys if true_of(dimensions, counts, key) > PUBLIC.threshold]
    for more in range(len(may) + 1):
        if len(must) + more == below:
            return below
        for chosen in combinations(may, more):
            cells = {key: shown(dimensions, counts, key, {*must, *chosen}) for key in keys}
            if not too_much_told(dimensions, counts, cells, PUBLIC):
                return len(must) + more
    raise AssertionError("withholding everything was not safe")


def shown(dimensions, counts, key, withheld):
    count = true_of(dimensions, counts, key)
    return Cell("c", 1, None, Why.SECONDARY) if key in withheld else Cell(f"{count}", count, count)


def test_no_more_is_withheld_than_must_be_where_one_number_is_small():
    a, b = Dimension("a", ("1", "2", "3")), Dimension("b", ("x", "y"))
    counts = {
        ("1", "x"): 3,
        ("1", "y"): 20,
        ("2", "x"): 31,
        ("2", "y"): 18,
        ("3", "x"): 25,
        ("3", "y"): 40,
    }
    published = [["a"], ["b"], ["a", "b"]]
    cells = check([a, b], counts, published)
    withheld = sum(cell.is_withheld for cell in cells.values())
    assert withheld == 4 == least_withheld([a, b], counts, published, below=4)


@pytest.mark.parametrize(
    ("counts", "published", "says"),
    [
        ({}, [["height"]], "no dimension “height”: there are age, sex"),
        ({("0 to 4",): 1}, [["age"]], "one code for each of age, sex"),
        ({("0 to 4", "both"): 1}, [["age"]], "“both” is not a code of “sex”"),
    ],
)
def test_what_is_not_there_is_named(counts, published, says):
    with pytest.raises(ValueError, match=says):
        withhold_margins([AGE, SEX], counts, published, PUBLIC)


def test_a_group_of_codes_that_are_not_there_is_refused():
    with pytest.raises(ValueError, match="“Q9”, which is not a code"):
        Dimension("quarter", ("Q1",), {"year": ("Q1", "Q9")})
    with pytest.raises(ValueError, match="the name of a code"):
        Dimension("quarter", ("Q1", "Total"))
