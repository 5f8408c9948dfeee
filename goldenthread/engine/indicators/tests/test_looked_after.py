"""Children looked after at a month's end, by hand: indicators 25, 28 to 30, 32, 35 and 40."""

import pytest

from goldenthread.engine.indicators.collection import LOOKED_AFTER
from goldenthread.engine.indicators.tests.cared_for import (
    episode,
    figure,
    figures,
    parts,
    returned,
)
from goldenthread.engine.indicators.tests.worked import day, of


@pytest.mark.parametrize(
    ("given", "there"),
    [
        (episode("31 Mar 2026"), 1),
        (episode("1 May 2016"), 1),
        (episode("1 May 2025", "1 Apr 2026"), 1),
        (episode("1 May 2025", "31 Mar 2026"), 0),
        (episode("1 Apr 2026"), 0),
        (episode("1 May 2025", LS="V3"), 0),
        (episode("1 May 2025", LS="V4"), 0),
        (episode("1 May 2025", LS="V2"), 1),
    ],
)
def test_looked_after_is_with_an_episode_open_at_the_end_of_the_day(given, there):
    assert parts("25", Episodes=[given]) == (there, 10_000)


def test_a_child_with_two_open_episodes_is_one_child_and_rates_are_whole():
    found = figure("25", Episodes=[episode("1 May 2025"), episode("2 May 2025", RNE="P")])
    assert (found.numerator, found.value, found.unit) == (1, 1, "per 10,000 children")


def moves(*days, **also):
    """Episodes one after the other, each in another place, the last open."""
    ends = [*days[1:], None]
    return [
        episode(start, end, RNE="S" if n == 0 else "P", URN=str(n), **also)
        for n, (start, end) in enumerate(zip(days, ends, strict=True))
    ]


@pytest.mark.parametrize(
    ("episodes", "often"),
    [
        (moves("1 May 2025", "1 Jun 2025", "1 Jul 2025"), 1),
        (moves("1 May 2025", "1 Jun 2025"), 0),
        (moves("1 May 2020", "1 Jun 2025", "1 Jul 2025"), 1),  # the one at the start counts
        (moves("1 May 2020", "31 Mar 2025", "1 Jul 2025"), 0),  # left before the year began
        (moves("1 May 2020", "1 Apr 2025", "1 Jul 2025"), 1),
    ],
)
def test_placements_in_the_year_are_those_lived_in(episodes, often):
    assert parts("28", Episodes=episodes) == (often, 1)


@pytest.mark.parametrize(
    ("change", "often"),
    [
        ({"RNE": "P"}, 1),
        ({"RNE": "B"}, 1),
        ({"RNE": "L"}, 0),
        ({"RNE": "T"}, 0),
        ({"RNE": "U"}, 0),
        ({"RNE": "P", "PLACE": "T1"}, 0),
    ],
)
def test_only_a_move_to_another_carer_is_another_placement(change, often):
    first, second, third = moves("1 May 2025", "1 Jun 2025", "1 Jul 2025")
    assert parts("28", Episodes=[first, second, {**third, **change}])[0] == often


def test_a_return_from_a_temporary_move_is_no_new_placement():
    first, away, back = moves("1 May 2025", "1 Jun 2025", "8 Jun 2025")
    away |= {"PLACE": "T1", "URN": None}
    back |= {"URN": first["URN"]}
    elsewhere = episode("1 Sep 2025", RNE="P", URN="9")
    back["DEC"] = elsewhere["DECOM"]
    assert parts("28", Episodes=[first, away, back, elsewhere]) == (0, 1)
    back["URN"] = "another"
    assert parts("28", Episodes=[first, away, back, elsewhere]) == (1, 1)


def test_a_temporary_move_at_the_start_of_the_year_hides_no_placement():
    first, away, back, last = moves("1 May 2024", "20 Mar 2025", "8 Apr 2025", "1 Jun 2025")
    away |= {"PLACE": "T4"}
    back |= {"URN": first["URN"]}
    assert parts("28", Episodes=[first, away, back, last])[0] == 0


def test_moves_in_twelve_months_are_told_for_months_that_the_returns_reach():
    found = figures("28", Episodes=moves("1 May 2025", "1 Jun 2025", "1 Jul 2025"))
    told = {each.period: each.numerator for each in found if each.breakdown == "total"}
    assert told["February 2026"] is None
    assert (told["March 2026"], told["2025/26"]) == (1, 1)


def test_two_years_of_placements_need_two_returns():
    before = moves("1 Mar 2024", "1 Jun 2024", "1 Jan 2025")
    now = [
        before[-1],
    ]
    assert parts("29", Episodes=now)[0] is None
    assert parts("29", last={"Episodes": before}, Episodes=now) == (1, 1)
    assert parts("28", last={"Episodes": before}, Episodes=now) == (0, 1)


@pytest.mark.parametrize(("start", "cared_for"), [("31 Mar 2024", 1), ("1 Apr 2024", 0)])
def test_two_years_of_care_begin_on_the_same_date(start, cared_for):
    found = parts("29", last={}, Episodes=[episode(start)])
    assert found == (0, cared_for)


def test_two_years_from_a_leap_day_end_on_the_last_of_february():
    years = {2025: returned({}), 2026: returned({"Episodes": [episode("29 Feb 2024")]})}
    years[2024] = years[2025]
    found = {(each.period, each.breakdown): each for each in of("29", LOOKED_AFTER, years)}
    assert found["February 2026", "total"].denominator == 1


@pytest.mark.parametrize(
    ("start", "moved", "born", "expected"),
    [
        ("30 Sep 2023", None, "1 Apr 2010", (1, 1)),  # two and a half years, aged 15
        ("1 Oct 2023", None, "1 Apr 2010", (0, 0)),
        ("30 Sep 2023", None, "31 Mar 2010", (0, 0)),  # aged 16 that day
        ("30 Sep 2020", "31 Mar 2024", "1 Apr 2015", (1, 1)),
        ("30 Sep 2020", "1 Apr 2024", "1 Apr 2015", (0, 1)),
    ],
)
def test_long_term_stability_is_two_years_in_the_same_placement(start, moved, born, expected):
    spells = [start, moved] if moved else [start]
    header = [{"DOB": day(born), "SEX": "F"}]
    episodes = moves(*spells)
    assert parts("30", last={"Episodes": []}, Header=header, Episodes=episodes) == expected


def test_a_change_of_legal_status_does_not_break_a_placement():
    first, same = moves("1 Jun 2020", "1 Jun 2025")
    header = [{"DOB": day("1 Apr 2015")}]
    same["RNE"] = "L"
    assert parts("30", last={}, Header=header, Episodes=[first, same]) == (1, 1)


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ({"REC": "E4A"}, (0, 0)),  # went home and came back, though not marked as a start
        ({"REC": "X1"}, (1, 1)),  # a date that is a day out is no end of care
        ({"REC": "X1", "LS": "V4"}, (0, 0)),  # a series of short breaks lay between
    ],
)
def test_care_is_continuous_until_it_ends_or_turns_into_short_breaks(then, expected):
    first = episode("1 Jun 2020", "1 May 2025", REC="X1")
    between = episode("1 May 2025", "1 Jun 2025", RNE="L", **then)
    again = episode("2 Jun 2025", RNE="L")
    asked = {"last": {}, "Header": [{"DOB": day("1 Apr 2015")}]}
    assert parts("30", Episodes=[first, between, again], **asked) == expected
    assert parts("29", Episodes=[first, between, again], **asked)[1] == expected[1]


def test_a_child_away_for_a_few_days_is_still_where_it_was_placed():
    first, away = moves("1 Jun 2020", "30 Mar 2026")
    away |= {"PLACE": "T2", "URN": None}
    header = [{"DOB": day("1 Apr 2015")}]
    assert parts("30", last={}, Header=header, Episodes=[first, away]) == (1, 1)
    away |= {"PLACE": "K2", "URN": "9"}
    assert parts("30", last={}, Header=header, Episodes=[first, away]) == (0, 1)


@pytest.mark.parametrize(("left", "often"), [("29 Feb 2024", 0), ("1 Mar 2024", 1)])
def test_the_twelve_months_to_the_end_of_february_begin_on_1_march(left, often):
    rows = moves("1 May 2020", left, "1 Jul 2024")
    years = {2024: returned({"Episodes": rows[:2]}), 2025: returned({"Episodes": rows[1:]})}
    found = {(each.period, each.breakdown): each for each in of("28", LOOKED_AFTER, years)}
    assert found["February 2025", "total"].numerator == often


def test_placements_are_shown_by_type():
    rows = [
        episode("1 May 2025", CHILD=f"c{n}", PLACE=place)
        for n, place in enumerate(["U1", "U6", "K2", "K3", "P1", "A3", "Z1"])
    ]
    found = {
        each.breakdown: (each.numerator, each.denominator)
        for each in figures("32", Episodes=rows)
        if each.period == "2025/26"
    }
    assert found["placement: foster placement"] == (2, 7)
    assert found["placement: other"] == (1, 7)
    assert sum(number for kind, (number, _) in found.items() if kind != "total") == 7


# 20 working days after Thursday 1 May 2025, past the holidays of 5 and 26 May: Monday 2 June.
@pytest.mark.parametrize(
    ("held", "in_time"),
    [
        (["2 Jun 2025", "2 Sep 2025", "2 Mar 2026"], 1),
        (["3 Jun 2025", "2 Sep 2025", "2 Mar 2026"], 0),
        (["2 Jun 2025", "3 Sep 2025", "2 Mar 2026"], 0),
        (["2 Jun 2025", "2 Sep 2025", "3 Mar 2026"], 0),
        (["2 Jun 2025", "2 Sep 2025"], 0),
        ([], 0),
    ],
)
def test_reviews_are_due_in_20_working_days_then_three_months_then_six(held, in_time):
    reviews = [{"REVIEW": day(each)} for each in held]
    assert parts("35", Episodes=[episode("1 May 2025")], Reviews=reviews) == (in_time, 1)


@pytest.mark.parametrize(("start", "reviewable"), [("3 Mar 2026", 1), ("4 Mar 2026", 0)])
def test_children_are_reviewed_from_their_20th_working_day(start, reviewable):
    assert parts("35", Episodes=[episode(start)]) == (reviewable, reviewable)


def test_reviews_of_the_year_before_are_seen_in_last_years_return():
    old = [episode("1 May 2023")]
    last = {"Episodes": old, "Reviews": [{"REVIEW": day("1 Mar 2025")}]}
    for first, in_time in (("1 Sep 2025", 1), ("2 Sep 2025", 0)):
        reviews = [{"REVIEW": day(first)}, {"REVIEW": day("20 Feb 2026")}]
        assert parts("35", last=last, Episodes=old, Reviews=reviews) == (in_time, 1)


@pytest.mark.parametrize(
    ("start", "held", "in_time"),
    [
        ("20 Mar 2025", ["17 Apr 2025", "17 Jul 2025", "17 Jan 2026"], 1),
        ("20 Mar 2025", ["22 Apr 2025", "17 Jul 2025", "17 Jan 2026"], 0),
        ("28 Feb 2025", ["30 Sep 2025", "30 Mar 2026"], 1),  # due by 28 March, in a year not given
        ("28 Feb 2025", ["1 Oct 2025", "30 Mar 2026"], 0),
        ("4 Mar 2025", ["1 Apr 2025", "1 Jul 2025", "1 Jan 2026"], 1),  # due on 1 April
        ("4 Mar 2025", ["2 Apr 2025", "1 Jul 2025", "1 Jan 2026"], 0),
    ],
)
def test_a_first_review_is_supposed_only_if_due_before_the_years_given(start, held, in_time):
    reviews = [{"REVIEW": day(each)} for each in held]
    assert parts("35", Episodes=[episode(start)], Reviews=reviews) == (in_time, 1)


def workers(*spells):
    return [
        {"SW_ID": name, "SW_DECOM": day(start), "SW_DEC": day(end) if end else None}
        for name, start, end in spells
    ]


@pytest.mark.parametrize(
    ("spells", "many"),
    [
        (
            [
                ("a", "1 May 2024", "1 Jun 2025"),
                ("b", "1 Jun 2025", "1 Jul 2025"),
                ("c", "1 Jul 2025", None),
            ],
            1,
        ),
        (
            [
                ("a", "1 May 2024", "1 Jun 2025"),
                ("b", "1 Jun 2025", "1 Jul 2025"),
                ("a", "1 Jul 2025", None),
            ],
            0,
        ),
        (
            [
                ("a", "1 May 2024", "31 Mar 2025"),
                ("b", "31 Mar 2025", "1 Jul 2025"),
                ("c", "1 Jul 2025", None),
            ],
            0,
        ),
        ([], 0),
    ],
)
def test_a_social_worker_who_comes_back_is_counted_once(spells, many):
    found = parts("40", Episodes=[episode("1 May 2020")], SWEpisodes=workers(*spells))
    assert found == (many, 1)
