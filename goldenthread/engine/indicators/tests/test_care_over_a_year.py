"""Coming into care, leaving and going missing, and what is told once a year, by hand: 26, 27, 33, 36 to 39, 41 to 45."""

import pytest

from goldenthread.engine.indicators.tests.cared_for import episode, figure, figures, parts
from goldenthread.engine.indicators.tests.worked import day


def test_a_child_that_started_and_ceased_twice_counts_once_in_the_year():
    rows = [
        episode("1 May 2025", "1 Jun 2025", REC="E4A"),
        episode("1 Jul 2025", "1 Feb 2026", REC="E11"),
    ]
    assert parts("26", Episodes=rows) == (1, 10_000)
    assert parts("27", Episodes=rows) == (1, 10_000)
    assert parts("26", period="Q1 2025/26", Episodes=rows)[0] == 1


@pytest.mark.parametrize(
    ("given", "started"),
    [
        (episode("1 Apr 2025"), 1),
        (episode("31 Mar 2026"), 1),
        (episode("31 Mar 2025"), 0),
        (episode("1 May 2025", RNE="P"), 0),
        (episode("1 May 2025", LS="V4"), 0),
    ],
)
def test_only_a_start_in_the_year_is_a_start(given, started):
    assert parts("26", Episodes=[given])[0] == started


@pytest.mark.parametrize(("reason", "ceased"), [("E4A", 1), ("X1", 0), (None, 0)])
def test_a_new_episode_on_the_same_day_is_no_end_of_care(reason, ceased):
    assert parts("27", Episodes=[episode("1 May 2024", "1 May 2025", REC=reason)])[0] == ceased


@pytest.mark.parametrize(
    ("reason", "adopted", "guardianship", "arrangements"),
    [
        ("E11", 1, 0, 0),
        ("E12", 1, 0, 0),
        ("E45", 0, 1, 0),
        ("E48", 0, 1, 0),
        ("E41", 0, 0, 1),
        ("E4A", 0, 0, 0),
    ],
)
def test_how_care_ended_is_what_the_last_end_says(reason, adopted, guardianship, arrangements):
    rows = [
        episode("1 May 2024", "1 May 2025", REC="E12"),
        episode("1 Jun 2025", "1 Feb 2026", REC=reason),
    ]
    codes = {
        "39-adopted": adopted,
        "39-guardianship": guardianship,
        "39-arrangements": arrangements,
    }
    for code, expected in codes.items():
        assert parts(code, Episodes=rows) == (expected, 1)


def missing(*days, kind="M", **also):
    return [{"MISSING": kind, "MIS_START": day(each), **also} for each in days]


def test_missing_is_told_of_all_who_were_looked_after_in_the_year():
    rows = [
        episode("1 May 2025", "1 Jun 2025"),
        episode("1 May 2020", "1 Apr 2025", CHILD="left on the first day"),
        episode("31 Mar 2026", CHILD="came on the last day"),
        episode("1 May 2020", CHILD="short break", LS="V4"),
    ]
    gone = [
        *missing("3 May 2025", "9 May 2025"),
        *missing("4 May 2025", kind="A"),
        *missing("5 May 2025", CHILD="short break"),
        *missing("31 Mar 2026", CHILD="came on the last day"),
        *missing("1 Apr 2026"),
    ]
    tables = {"Episodes": rows, "Missing": gone}
    assert parts("33", **tables) == (2, 3)
    assert parts("33", period="May 2025", **tables) == (1, 1)
    assert parts("33", period="July 2025", **tables) == (0, 0)
    incidents = figure("33-incidents", **tables)
    assert (incidents.numerator, incidents.denominator, incidents.value) == (3, None, 3)
    mean = figure("33-mean", **tables)
    assert (mean.numerator, mean.denominator, mean.value) == (3, 2, 1.5)


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ("30 Jun 2025", (0, 1)),  # before coming into care
        ("1 Jul 2025", (1, 1)),
        ("10 Jul 2025", (1, 1)),  # the day it ended
        ("11 Jul 2025", (0, 1)),
        ("15 Aug 2025", (0, 1)),  # on a short break
    ],
)
def test_missing_from_care_is_while_the_child_was_looked_after(gone, expected):
    rows = [
        episode("1 Jul 2025", "10 Jul 2025"),
        episode("1 Aug 2025", "1 Sep 2025", LS="V4"),
    ]
    assert parts("33", Episodes=rows, Missing=missing(gone)) == expected
    assert figure("33-incidents", Episodes=rows, Missing=missing(gone)).numerator == expected[0]
    august = figure("33", period="August 2025", Episodes=rows, Missing=missing(gone))
    assert (august.numerator, august.denominator) == (0, 0), "nobody was looked after in August"


def test_no_mean_where_nobody_went_missing():
    assert figure("33-mean", Episodes=[episode("1 May 2025")]).value is None


OC2 = {"DOB": day("1 Apr 2015")}


@pytest.mark.parametrize(
    ("code", "column"),
    [
        ("36-assessment", "HEALTH_ASSESSMENT"),
        ("36-dental", "TEETH_CHECK"),
        ("36-immunisations", "IMMUNISATIONS"),
        ("38-substances", "SUBSTANCE_MISUSE"),
    ],
)
@pytest.mark.parametrize(("said", "yes"), [("1", 1), ("0", 0), (None, 0)])
def test_health_is_what_the_return_says_at_31_march(code, column, said, yes):
    found = figures(code, OC2=[{**OC2, column: said}])
    assert {each.period for each in found} == {"2025/26"}, "told for years alone"
    assert (found[0].numerator, found[0].denominator) == (yes, 1)


@pytest.mark.parametrize(("born", "of"), [("1 Apr 2021", 1), ("31 Mar 2021", 0)])
def test_development_checks_are_of_children_under_five(born, of):
    rows = [{"DOB": day(born), "HEALTH_CHECK": "1"}]
    assert parts("36-development", OC2=rows) == (of, of)


@pytest.mark.parametrize(("born", "of"), [("31 Mar 2016", 1), ("1 Apr 2016", 0)])
def test_convictions_are_of_children_of_ten_and_over(born, of):
    assert parts("38-convicted", OC2=[{"DOB": day(born), "CONVICTED": "1"}]) == (of, of)


def test_scores_are_averaged_over_those_aged_5_to_16_who_have_one():
    born = ["1 Apr 2015", "2 Apr 2015", "31 Mar 2021", "1 Apr 2021", "1 Apr 2009", "31 Mar 2009"]
    given = [10, None, 15, 40, 8, 40]
    rows = [
        {"CHILD": f"c{n}", "DOB": day(each), "SDQ_SCORE": score}
        for n, (each, score) in enumerate(zip(born, given, strict=True))
    ]
    found = figure("37", OC2=rows)
    assert (found.numerator, found.denominator, found.value) == (33, 3, 11.0)
    assert parts("37-scored", OC2=rows) == (3, 4)


def leaver(born, **also):
    return {"DOB": day(born), "IN_TOUCH": "YES", "ACCOM": "B1", "ACTIV": "F1", **also}


@pytest.mark.parametrize(
    ("born", "codes"),
    [
        ("1 Apr 2008", ["41-17-18"]),  # 17
        ("1 Apr 2007", ["41-17-18"]),
        ("1 Apr 2006", ["41"]),
        ("1 Apr 2004", ["41"]),
        ("1 Apr 2003", ["44"]),
        ("1 Apr 2000", ["44"]),
        ("1 Apr 1999", []),
    ],
)
def test_care_leavers_are_grouped_by_age_at_31_march(born, codes):
    for code in ("41", "41-17-18", "44"):
        found = parts(code, OC3=[leaver(born)])
        assert found == ((1, 1) if code in codes else (0, 0))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("YES", (1, 1)),
        ("NO", (0, 1)),
        ("REFU", (0, 1)),
        ("NREQ", (0, 1)),
        ("DIED", (0, 0)),
        ("RHOM", (0, 0)),
    ],
)
def test_in_touch_leaves_out_those_who_died_or_went_home(said, expected):
    assert parts("41", OC3=[leaver("1 Apr 2005", IN_TOUCH=said)]) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("B1", (1, 1)),
        ("B2", (0, 1)),
        ("0", (0, 1)),
        ("G1", (0, 0)),
        ("H2", (0, 0)),
        ("R1", (0, 0)),
        ("Z1", (1, 1)),
    ],
)
def test_suitable_accommodation_leaves_out_those_who_are_away(said, expected):
    assert parts("42", OC3=[leaver("1 Apr 2005", ACCOM=said)]) == expected
    assert parts("42-17-18", OC3=[leaver("1 Apr 2008", ACCOM=said)]) == expected


@pytest.mark.parametrize(
    ("said", "busy"), [("F1", 1), ("P2", 1), ("F4", 1), ("P5", 1), ("G4", 0), ("G6", 0), ("0", 0)]
)
def test_education_employment_or_training_keeps_those_not_known(said, busy):
    assert parts("43", OC3=[leaver("1 Apr 2005", ACTIV=said)]) == (busy, 1)
    assert parts("43-17-18", OC3=[leaver("1 Apr 2008", ACTIV=said)]) == (busy, 1)


@pytest.mark.parametrize(
    ("end", "also", "expected"),
    [
        ("1 May 2025", {"REC": "E17"}, (1, 1)),
        ("1 May 2025", {"REC": "E5"}, (0, 1)),
        ("30 Apr 2025", {"REC": "E17"}, (0, 0)),
        ("1 May 2025", {"REC": "E17", "PLACE": "K2"}, (0, 0)),
    ],
)
def test_staying_put_is_of_those_who_left_fostering_at_18(end, also, expected):
    header = [{"DOB": day("1 May 2007")}]
    rows = [episode("1 May 2020", end, **also)]
    assert parts("45", Header=header, Episodes=rows) == expected
