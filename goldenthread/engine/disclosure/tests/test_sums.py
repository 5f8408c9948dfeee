"""Nothing withheld in one sum can be worked out from another that shares a number with it."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.disclosure import NotANetwork, Sum, rule_for, withhold_sums
from goldenthread.engine.disclosure.table import Cell, Why
from goldenthread.engine.disclosure.tests.attacker import Attacker

PUBLIC = rule_for("public")
MOST = 12


def possible(counts, sums, shown):
    """What an attacker who knows every sum and the rule can still believe, by trying every number."""
    hidden = [key for key, cell in shown.items() if cell.is_withheld]
    found = {key: set() for key in hidden}
    for guess in product(range(1, MOST + 1), repeat=len(hidden)):
        tried = {**counts, **dict(zip(hidden, guess, strict=True))}
        if all(holds(one, tried) for one in sums):
            for key in hidden:
                found[key].add(tried[key])
    return found


def holds(one, counts):
    made = sum(counts[part] for part in one.parts)
    return made == counts[one.whole] if one.complete else made <= counts[one.whole]


DURATIONS = Sum("plans", ("a", "b", "c"))
BY_SEX = Sum("plans", ("girls", "boys"))
OF_C = Sum("c", ("c1", "c2"))


def counted(a, b, c1, c2, girls):
    c = c1 + c2
    plans = a + b + c
    girls = min(girls, plans)
    return {
        "plans": plans, "a": a, "b": b, "c": c, "c1": c1, "c2": c2,
        "girls": girls, "boys": plans - girls,
    }  # fmt: skip


def test_a_part_in_a_table_of_its_own_is_not_given_away_by_the_others():
    shown = withhold_sums({"plans": 60, "a": 3, "b": 20, "c": 37}, [DURATIONS], PUBLIC)
    assert shown["a"].is_withheld
    assert sum(cell.is_withheld for cell in shown.values()) == 2


def test_the_rest_that_nobody_names_is_not_given_away_either():
    """97 second plans of 100 tell of the other three."""
    sums = [Sum("started", ("second",), complete=False)]
    shown = withhold_sums({"started": 100, "second": 97}, sums, PUBLIC)
    assert [key for key, cell in shown.items() if cell.is_withheld] == ["second"]
    shown = withhold_sums({"started": 100, "second": 60}, sums, PUBLIC)
    assert not any(cell.is_withheld for cell in shown.values())


def test_what_must_be_withheld_for_another_reason_is_protected_too():
    counts = {"plans": 60, "a": 13, "b": 20, "c": 27}
    shown = withhold_sums(counts, [DURATIONS], PUBLIC, also=["a"])
    assert shown["a"].is_withheld
    assert sum(cell.is_withheld for cell in shown.values()) == 2


def test_a_number_in_three_sums_is_refused_rather_than_half_protected():
    sums = [Sum("n", (letter,), complete=False) for letter in "abc"]
    with pytest.raises(NotANetwork):
        withhold_sums({"n": 9, "a": 1, "b": 2, "c": 3}, sums, PUBLIC)


small = st.one_of(st.integers(0, 3), st.integers(0, 5))


@settings(max_examples=20)
@given(small, small, small, small, st.integers(0, 8))
def test_an_attacker_with_every_sum_cannot_tell_a_withheld_number(a, b, c1, c2, girls):
    counts = counted(a, b, c1, c2, girls)
    if max(counts.values()) > MOST:
        return
    sums = [DURATIONS, BY_SEX, OF_C]
    shown = withhold_sums(counts, sums, PUBLIC)
    for key, count in counts.items():
        assert PUBLIC.is_small(count) <= shown[key].is_withheld
    if sum(cell.is_withheld for cell in shown.values()) > 5:
        return  # too many to try them all
    for key, values in possible(counts, sums, shown).items():
        alone = reach(counts, sums, key)
        assert len(values) > 1 or len(alone) == 1, (key, counts)


def reach(counts, sums, key):
    """What could be believed of this number if all but the noughts were withheld."""
    hidden = {other for other, count in counts.items() if count}
    if len(hidden) > 5:
        return {0, 1}
    everything = {other: Hidden(other in hidden) for other in counts}
    return possible(counts, sums, everything)[key]


class Hidden:
    def __init__(self, is_withheld):
        self.is_withheld = is_withheld


@settings(max_examples=25)
@given(st.lists(st.integers(0, 12), min_size=8, max_size=8), st.integers(0, 30))
def test_linear_programming_comes_no_closer_where_there_are_too_many_to_try(numbers, girls):
    """A year of four quarters, each of two halves, and the year by sex."""
    halves = {f"{q}{h}": numbers[2 * q + h] for q in range(4) for h in range(2)}
    quarters = {f"Q{q}": halves[f"{q}0"] + halves[f"{q}1"] for q in range(4)}
    year = sum(quarters.values())
    counts = {**halves, **quarters, "year": year, "girls": min(girls, year)}
    counts["boys"] = year - counts["girls"]
    sums = [Sum("year", ("girls", "boys")), Sum("year", tuple(quarters))]
    sums += [Sum(f"Q{q}", (f"{q}0", f"{q}1")) for q in range(4)]
    shown = withhold_sums(counts, sums, PUBLIC)
    everything = {
        key: Cell("c", 1, None, Why.SECONDARY) if counts[key] else shown[key] for key in shown
    }
    most = Attacker(sums, everything)
    for key, (low, high) in Attacker(sums, shown).ranges().items():
        least, greatest = most.range_of(key)
        if PUBLIC.is_small(counts[key]):
            assert low <= max(1, least), (key, counts)
        room = min(PUBLIC.threshold - 1, (greatest or 99) - least)
        assert (high or 99) - low >= room, (key, counts)
