"""What is counted once in a period, beside the same worked out child by child."""

import random
from datetime import timedelta

import pytest
from ibis import _

from goldenthread.engine.indicators.cin.referrals import CHILDREN_REFERRED
from goldenthread.engine.indicators.family import Counting, Family, Measure, cells
from goldenthread.engine.indicators.spans import Spans
from goldenthread.engine.indicators.tests.worked import LAST_YEAR, THIS_YEAR, day, figures
from goldenthread.engine.returns.cin.census import Year

CHILDREN = [f"child {n}" for n in range(8)]
PERIODS = {period.label: period for period in Spans([LAST_YEAR, THIS_YEAR]).periods}


def referred(seed):
    """Days of referral by child: some children often, some never, ends of months among them."""
    chance, first = random.Random(seed), day("1 Apr 2024")
    offsets = [0, 29, 30, 364, 365, *range(0, 729, 13)]
    return {
        child: sorted(first + timedelta(chance.choice(offsets)) for _ in range(chance.randrange(7)))
        for child in CHILDREN
    }


def rows(days, year):
    inside = Year.ending(year)
    return [
        {"LAchildID": child, "CINdetailsID": f"{child} {n}", "CINreferralDate": when}
        for child, dates in days.items()
        for n, when in enumerate(dates)
        if inside.start <= when <= inside.end
    ]


def again(dates):
    """The days that are within twelve months of the referral before."""
    each = sorted(set(dates))
    return [b for a, b in zip(each, each[1:], strict=False) if b <= a.replace(year=a.year + 1)]


def counted(code, days):
    """Numerator and denominator in total, by period, where it is told."""
    last, this = (rows(days, year) for year in (LAST_YEAR, THIS_YEAR))
    return {
        PERIODS[each.period]: (each.numerator, each.denominator)
        for each in figures(code, last={"CINdetails": last}, CINdetails=this)
        if each.breakdown == "total" and each.numerator is not None
    }


def having_one(days, period):
    return sum(any(one in period for one in dates) for dates in days.values())


@pytest.mark.parametrize("seed", range(4))
def test_children_are_counted_once_in_every_period_as_one_would_by_hand(seed):
    days = referred(seed)
    found = counted("1-children", days)
    assert len(found) == len(PERIODS) > 40
    assert {period: many for period, (many, _) in found.items()} == {
        period: having_one(days, period) for period in PERIODS.values()
    }


@pytest.mark.parametrize("seed", range(4))
def test_what_any_row_of_a_period_says_stands_for_its_child(seed):
    days = referred(seed)
    twice = {child: again(dates) for child, dates in days.items()}
    found = counted("2-children", days)
    assert sum(many for many, _ in found.values()) > 5
    assert found == {
        period: (having_one(twice, period), having_one(days, period)) for period in found
    }


def test_rows_that_last_have_no_latest():
    def lasting(returns):
        return CHILDREN_REFERRED.rows(returns).mutate(until=_.day)

    family = Family(lasting, Counting.ONCE, {"1": Measure("again")}, latest=True)
    with pytest.raises(ValueError, match="none is the latest"):
        cells(family, known())


def known():
    from goldenthread.engine.indicators.collection import CIN
    from goldenthread.engine.indicators.returns import Returns, schemas

    return Returns(schemas(CIN.empty_tables()))
