"""Each rule about the factors of an assessment, on rows that pass, fail and stand on the boundary."""

from datetime import date

from goldenthread.engine.returns.cin.rules.tests.cases import failing, found

ENDED = {"AssessmentAuthorisationDate": date(2025, 6, 1)}
OPEN = {"AssessmentAuthorisationDate": None}


def factors(*codes: str | None, **keys: str | None):
    return [{"AssessmentFactor": code, **keys} for code in codes]


def rows(*positions: int) -> set[tuple[str, int]]:
    return {("AssessmentFactorsList", position) for position in positions}


ASSESSED = {("Assessments", 0)}


def test_8614_factors_are_given_only_once_an_assessment_has_ended():
    given = factors("1A", "2B")
    assert found("8614", Assessments=[OPEN], AssessmentFactorsList=given) == ASSESSED | rows(0, 1)
    assert found("8614", Assessments=[ENDED], AssessmentFactorsList=given) == set()
    assert found("8614", Assessments=[OPEN]) == set()
    assert found("8614", Assessments=[OPEN], AssessmentFactorsList=factors(None, "")) == set()


def test_8614_looks_at_the_assessment_that_the_factors_belong_to():
    both = [ENDED, {**OPEN, "AssessmentID": "a2"}]
    assert found("8614", Assessments=both, AssessmentFactorsList=factors("1A")) == set()
    of_second = factors("1A", AssessmentID="a2")
    assert found("8614", Assessments=both, AssessmentFactorsList=of_second) == {
        ("Assessments", 1),
        ("AssessmentFactorsList", 0),
    }


def test_8869_no_factors_found_stands_alone():
    assert found("8869", AssessmentFactorsList=factors("21")) == set()
    assert found("8869", AssessmentFactorsList=factors("1A", "2A")) == set()
    assert found("8869", AssessmentFactorsList=factors("1A", "21", "2A")) == rows(0, 1, 2)
    assert found("8869", AssessmentFactorsList=factors("21", "ZZ")) == rows(0, 1)


def test_8869_a_blank_or_a_second_21_is_not_another_factor():
    assert found("8869", AssessmentFactorsList=factors("21", None, "21")) == set()


def test_8869_factors_that_name_no_episode_are_still_one_assessments():
    bare = [*factors("21", CINdetailsID=None), *factors("1A", CINdetailsID=None)]
    assert found("8869", AssessmentFactorsList=bare) == rows(0, 1)
    nameless = [*factors("21", LAchildID=None), *factors("1A", LAchildID=None)]
    assert found("8869", AssessmentFactorsList=nameless) == set()


def test_8869_another_assessment_may_have_found_factors():
    apart = [
        *factors("21"),
        *factors("1A", AssessmentID="a2"),
        *factors("1A", CINdetailsID="e2"),
        *factors("1A", LAchildID="c2"),
    ]
    assert found("8869", AssessmentFactorsList=apart) == set()


def closed(reason: str | None, *codes: str, assessments: int = 1):
    return found(
        "8873Q",
        CINdetails=[{"ReasonForClosure": reason}],
        Assessments=[{**ENDED, "AssessmentID": f"a{n + 1}"} for n in range(assessments)],
        AssessmentFactorsList=factors(*codes),
    )


def test_8873Q_no_factors_found_by_the_only_assessment_closes_the_episode_as_such():
    assert closed("RC8", "21") == set()
    assert closed("RC9", "21") == set()
    assert closed("RC7", "21") == {("CINdetails", 0), *rows(0)}
    assert closed(None, "21") == {("CINdetails", 0), *rows(0)}
    assert closed("RC7", "20") == set()
    assert closed("RC7", "1A", "21") == {("CINdetails", 0), *rows(1)}


def test_8873Q_asks_nothing_where_there_are_several_assessments_in_the_episode():
    assert closed("RC7", "21", assessments=2) == set()


def test_8873Q_asks_it_of_an_assessment_that_has_factors_but_no_end_too():
    """8614 finds that the factors came too soon; the specification's check asks for no end here."""
    rows_here = found(
        "8873Q",
        CINdetails=[{"ReasonForClosure": "RC7"}],
        Assessments=[OPEN],
        AssessmentFactorsList=factors("21", "21"),
    )
    assert rows_here == {("CINdetails", 0), *rows(0, 1)}


def test_8873Q_takes_the_episode_by_whatever_ids_there_are():
    tables = {
        "CINdetails": [{"ReasonForClosure": "RC7", "CINdetailsID": None}],
        "Assessments": [{**ENDED, "CINdetailsID": None}],
        "AssessmentFactorsList": factors("21", CINdetailsID="e1"),
    }
    assert found("8873Q", **tables) == {("CINdetails", 0), *rows(0)}


def test_8873Q_counts_the_assessments_of_each_episode():
    found_here = found(
        "8873Q",
        CINdetails=[{"ReasonForClosure": "RC7"}, {"ReasonForClosure": None, "CINdetailsID": "e2"}],
        Assessments=[ENDED, {**ENDED, "CINdetailsID": "e2"}, {**ENDED, "CINdetailsID": "e2"}],
        AssessmentFactorsList=factors("21"),
    )
    assert found_here == {("CINdetails", 0), *rows(0)}


def ended(day: date | None, *codes: str | None):
    assessments = [{"AssessmentAuthorisationDate": day}]
    return found("8897Q", Assessments=assessments, AssessmentFactorsList=factors(*codes))


def test_8897Q_an_assessment_that_ended_in_the_year_says_which_factors_it_found():
    assert ended(date(2025, 4, 1), "1A") == set()
    assert ended(date(2025, 4, 1)) == ASSESSED
    assert ended(date(2025, 3, 31)) == set()
    assert ended(date(2026, 4, 1)) == ASSESSED
    assert ended(None) == set()
    assert ended(date(2025, 4, 1), None, "") == ASSESSED


def test_8897Q_finds_what_is_not_a_code():
    assert ended(date(2025, 4, 1), "ZZ") == ASSESSED | rows(0)
    assert ended(date(2025, 4, 1), "1A", "1a", "24A") == ASSESSED | rows(1)
    assert ended(date(2025, 3, 31), "ZZ") == set()


def test_8897Q_another_assessments_factors_do_not_count():
    both = [ENDED, {**ENDED, "AssessmentID": "a2"}, {**ENDED, "CINdetailsID": "e2"}]
    assert found("8897Q", Assessments=both, AssessmentFactorsList=factors("1A")) == {
        ("Assessments", 1),
        ("Assessments", 2),
    }


def test_8897Q_cannot_tell_whether_an_assessment_that_names_no_child_has_factors():
    nameless = {"LAchildID": None}
    given = factors("1A", **nameless)
    assert found("8897Q", Assessments=[ENDED | nameless], AssessmentFactorsList=given) == set()


def test_8898_a_factor_is_given_once():
    assert found("8898", AssessmentFactorsList=factors("1A", "2A")) == set()
    assert found("8898", AssessmentFactorsList=factors("1A", "2A", "1A", "1A")) == rows(0, 2, 3)
    assert found("8898", AssessmentFactorsList=factors(None, None, "")) == set()
    assert found("8898", AssessmentFactorsList=factors("ZZ", "ZZ")) == rows(0, 1)
    assert found("8898", AssessmentFactorsList=factors("1A", "1A", LAchildID=None)) == set()
    apart = [
        *factors("1A", "1a"),
        *factors("1A", AssessmentID="a2"),
        *factors("1A", CINdetailsID="e2"),
        *factors("1A", LAchildID="c2"),
    ]
    assert found("8898", AssessmentFactorsList=apart) == set()


def test_8945Q_and_8950Q_ask_who_did_it():
    codes = [
        {"AssessmentFactor": code}
        for code in ("18A", "18B", "18C", "19A", "19B", "19C", None, "18a", "19a", "118A")
    ]
    assert failing("8945Q", "AssessmentFactorsList", *codes) == [0]
    assert failing("8950Q", "AssessmentFactorsList", *codes) == [3]
    twice = factors("18A", "19A", "18A")
    assert found("8945Q", AssessmentFactorsList=twice) == rows(0, 2)
    assert found("8950Q", AssessmentFactorsList=twice) == rows(1)
