"""Referrals by hand: indicators 1 to 5, 9 and 10."""

import pytest

from goldenthread.engine.indicators.tests.worked import apart, day, figure, figures, parts

FIRST, LAST = day("1 Apr 2025"), day("31 Mar 2026")


def referrals(*days, **also):
    """One child's episodes, a referral on each of these days."""
    return [
        {"CINdetailsID": f"e{n}", "CINreferralDate": each, "ReferralNFA": False, **also}
        for n, each in enumerate(days)
    ]


def test_referrals_of_both_ends_of_the_year_count_and_those_beyond_do_not():
    outside = day("31 Mar 2025"), day("1 Apr 2026")
    found = figure("1", CINdetails=referrals(FIRST, LAST, *outside))
    assert (found.numerator, found.denominator, found.value) == (2, 10_000, 2.0)


def test_a_referral_without_further_action_is_a_referral():
    assert parts("1", CINdetails=referrals(FIRST, ReferralNFA=True)) == (1, 10_000)


def test_children_referred_twice_are_two_referrals_and_one_child():
    twice = referrals(FIRST, day("2 Jul 2025"))
    assert parts("1", CINdetails=twice) == (2, 10_000)
    assert parts("1-children", CINdetails=twice) == (1, 10_000)


def test_a_child_referred_in_two_quarters_is_one_child_in_each_and_one_in_the_year():
    found = figures("1-children", CINdetails=referrals(FIRST, day("2 Jul 2025")))
    totals = {each.period: each.numerator for each in found if each.breakdown == "total"}
    assert [totals[f"Q{n} 2025/26"] for n in (1, 2, 3, 4)] == [1, 1, 0, 0]
    assert totals["2025/26"] == 1


def test_an_episode_open_over_the_year_end_is_counted_in_the_year_of_its_referral_only():
    open_case = referrals(day("20 Mar 2025"))
    last = {"CINdetails": open_case}
    assert parts("1", last=last, CINdetails=open_case) == (0, 10_000)
    assert figure("1", period="2024/25", last=last, CINdetails=open_case).numerator == 1


@pytest.mark.parametrize(
    ("before", "again"),
    [
        ("1 Jun 2024", 1),  # the same date a year before: the last day that counts
        ("31 May 2024", 0),  # a day earlier
        ("31 May 2025", 1),
        ("1 Jun 2025", 0),  # the same day is not earlier
    ],
)
def test_a_re_referral_comes_at_most_twelve_months_after_an_earlier_referral(before, again):
    now = referrals(day("1 Jun 2025"))
    earlier = referrals(day(before))
    if day(before) < FIRST:
        assert parts("2", last={"CINdetails": earlier}, CINdetails=now) == (again, 1)
    else:
        both = [*now, {**earlier[0], "CINdetailsID": "other"}]
        assert parts("2", last={"CINdetails": []}, CINdetails=both) == (again, 2)


def test_a_re_referral_counts_as_an_event_and_its_child_once():
    three = referrals(day("1 May 2025"), day("1 Jul 2025"), day("1 Sep 2025"))
    nothing = {"CINdetails": []}
    assert parts("2", last=nothing, CINdetails=three) == (2, 3)
    assert parts("2-children", last=nothing, CINdetails=three) == (1, 1)


def test_re_referrals_are_left_blank_without_the_return_of_the_year_before():
    found = figure("2", CINdetails=referrals(FIRST, LAST))
    assert (found.numerator, found.denominator, found.value) == (None, 2, None)


def test_the_same_referral_in_two_returns_is_not_one_after_itself():
    open_case = referrals(day("20 Mar 2025"))
    both = [*open_case, {**open_case[0], "CINdetailsID": "later", "CINreferralDate": FIRST}]
    assert parts("2", last={"CINdetails": open_case}, CINdetails=both) == (1, 1)


def test_another_childs_referral_is_none_of_this_childs():
    two = apart("CINdetails", {"CINreferralDate": FIRST}, {"CINreferralDate": day("1 May 2025")})
    assert parts("2", last={"CINdetails": []}, CINdetails=two) == (0, 2)


def test_no_further_action_is_a_share_of_all_referrals():
    rows = [*referrals(FIRST, LAST), *referrals(day("2 May 2025"), ReferralNFA=True)]
    rows += referrals(day("3 May 2025"), ReferralNFA=None)
    found = figure("3", CINdetails=rows)
    assert (found.numerator, found.denominator, found.value) == (1, 4, 25.0)


@pytest.mark.parametrize(("reason", "counts"), [("RC8", 1), ("RC9", 1), ("RC7", 0), (None, 0)])
def test_not_in_need_after_assessment_is_told_by_the_reason_for_closure(reason, counts):
    rows = referrals(FIRST, ReasonForClosure=reason, CINclosureDate=day("9 May 2025"))
    assert parts("4", CINdetails=rows) == (counts, 1)
    started = figure("10-started", CINdetails=rows)
    assert (started.numerator, started.denominator, started.value) == (
        1 - counts,
        None,
        1 - counts,
    )


def test_sources_are_counted_by_group_of_all_referrals():
    codes = ["1A", "1D", "10", "3F", None]
    rows = [
        {**referral, "ReferralSource": code}
        for code, referral in zip(codes, referrals(*[FIRST] * 5), strict=True)
    ]
    found = figures("5", CINdetails=rows)
    year = {
        each.breakdown: (each.numerator, each.denominator)
        for each in found
        if each.period == "2025/26"
    }
    assert year == {
        "total": (5, 5),
        "source: health services": (1, 5),
        "source: individual": (2, 5),
        "source: not known": (2, 5),
    }


def test_a_source_of_one_month_is_shared_out_of_every_month_of_the_year():
    rows = [
        {**referrals(FIRST)[0], "ReferralSource": "6"},
        {**referrals(LAST)[0], "ReferralSource": "4"},
    ]
    assert parts("5", breakdown="source: police", CINdetails=rows) == (1, 2)


@pytest.mark.parametrize(
    ("closed", "is_open"), [(None, 1), ("1 Apr 2026", 1), ("31 Mar 2026", 0), ("2 Jan 2026", 0)]
)
def test_children_in_need_are_episodes_open_at_the_end_of_the_day(closed, is_open):
    rows = referrals(LAST, CINclosureDate=day(closed) if closed else None)
    assert parts("9", CINdetails=rows) == (is_open, 10_000)


def test_no_further_action_is_not_need_and_need_of_older_years_is():
    assert parts("9", CINdetails=referrals(LAST, ReferralNFA=True)) == (0, 10_000)
    assert parts("9", CINdetails=referrals(day("1 Jun 2019"))) == (1, 10_000)


def test_children_in_need_of_a_quarter_are_those_at_its_end():
    rows = referrals(day("1 Jun 2025"), CINclosureDate=day("2 Aug 2025"))
    found = figures("9", CINdetails=rows)
    totals = {each.period: each.numerator for each in found if each.breakdown == "total"}
    assert [totals[f"Q{n} 2025/26"] for n in (1, 2, 3, 4)] == [1, 0, 0, 0]
    assert (totals["July 2025"], totals["August 2025"], totals["2025/26"]) == (1, 0, 0)


@pytest.mark.parametrize(
    ("closed", "reason", "ended"),
    [
        ("1 Apr 2025", "RC7", 1),
        ("31 Mar 2026", "RC1", 1),
        ("2 May 2025", "RC8", 0),
        ("31 Mar 2025", "RC7", 0),
    ],
)
def test_episodes_ended_are_counted_on_the_day_of_closure(closed, reason, ended):
    rows = referrals(day("1 Jan 2025"), CINclosureDate=day(closed), ReasonForClosure=reason)
    found = figure("10-ended", CINdetails=rows)
    assert (found.numerator, found.denominator, found.value) == (ended, None, ended)
