"""Each rule about assessments, on rows that pass, fail and stand on the boundary."""

from datetime import date

import polars as pl

from goldenthread.engine.returns import run_rule
from goldenthread.engine.returns.cin.rules.tests.cases import failing, found


def assessment(starts: date | None, ends: date | None = None, **keys: str):
    dates = {"AssessmentActualStartDate": starts, "AssessmentAuthorisationDate": ends}
    return dates | keys


def rows(*positions: int) -> set[tuple[str, int]]:
    return {("Assessments", position) for position in positions}


def test_1103_an_assessment_may_start_on_the_day_of_the_referral_but_not_before():
    episode = [{"CINreferralDate": date(2025, 5, 1)}]

    def starting(day: date | None):
        return found("1103", CINdetails=episode, Assessments=[{"AssessmentActualStartDate": day}])

    assert starting(date(2025, 4, 30)) == {("Assessments", 0), ("CINdetails", 0)}
    assert starting(date(2025, 5, 1)) == set()
    assert starting(date(2025, 5, 2)) == set()
    assert starting(None) == set()


def test_1103_compares_with_the_referral_of_its_own_episode():
    episodes = [
        {"CINdetailsID": "e1", "CINreferralDate": date(2025, 5, 1)},
        {"CINdetailsID": "e2", "CINreferralDate": date(2025, 9, 1)},
        {"LAchildID": "c2", "CINdetailsID": "e1", "CINreferralDate": date(2025, 9, 1)},
    ]
    june = assessment(date(2025, 6, 1))
    assert found("1103", CINdetails=episodes, Assessments=[june]) == set()
    second = [june, {**june, "CINdetailsID": "e2"}]
    assert found("1103", CINdetails=episodes, Assessments=second) == {
        ("Assessments", 1),
        ("CINdetails", 1),
    }


def test_8608_an_assessment_may_end_on_the_day_it_starts_but_not_before():
    assert failing(
        "8608",
        "Assessments",
        assessment(date(2025, 5, 1), date(2025, 4, 30)),
        assessment(date(2025, 5, 1), date(2025, 5, 1)),
        assessment(date(2025, 5, 1), date(2025, 5, 2)),
        assessment(date(2025, 5, 1)),
        assessment(None, date(2025, 5, 1)),
        assessment(date(2024, 3, 1), date(2024, 2, 29)),
    ) == [0, 5]


def test_8670Q_an_open_assessment_is_asked_about_after_forty_five_working_days():
    # Back from Tuesday 31 March 2026 there is no bank holiday until 1 January: nine whole weeks.
    assert failing(
        "8670Q",
        "Assessments",
        assessment(date(2026, 1, 26)),
        assessment(date(2026, 1, 27)),
        assessment(date(2026, 1, 28)),
        assessment(date(2026, 1, 26), date(2026, 3, 31)),
        assessment(None),
    ) == [0]


def test_8670Q_counts_no_bank_holiday_and_no_weekend():
    # Sunday 31 March 2024 is Easter Day: Good Friday the 29th does not count, Thursday is the first.
    year = {"reference_date": date(2024, 3, 31)}
    rows = pl.DataFrame([assessment(date(2024, 1, 25)), assessment(date(2024, 1, 26))])
    assert run_rule("cin", "8670Q", {"Assessments": rows}, context=year) == {("Assessments", 0)}


def test_8696_an_assessment_ends_from_1_april_to_31_march():
    assert failing(
        "8696",
        "Assessments",
        assessment(None, date(2025, 3, 31)),
        assessment(None, date(2025, 4, 1)),
        assessment(None, date(2026, 3, 31)),
        assessment(None, date(2026, 4, 1)),
        assessment(date(2024, 1, 1), None),
    ) == [0, 3]


def test_8736_an_open_assessment_starts_from_1_april_to_31_march():
    assert failing(
        "8736",
        "Assessments",
        assessment(date(2025, 3, 31)),
        assessment(date(2025, 4, 1)),
        assessment(date(2026, 3, 31)),
        assessment(date(2026, 4, 1)),
        assessment(None),
        assessment(date(2025, 3, 31), date(2025, 4, 1)),
        assessment(None, date(2025, 4, 1)),
    ) == [0, 3, 4]


MAY, JUNE, JULY = date(2025, 5, 1), date(2025, 6, 1), date(2025, 7, 1)


def test_8863Q_an_assessment_may_start_the_day_after_another_ended_but_not_on_that_day():
    first = assessment(MAY, JUNE)
    assert found("8863Q", Assessments=[first, assessment(date(2025, 6, 2), JULY)]) == set()
    assert found("8863Q", Assessments=[first, assessment(JUNE, JULY)]) == rows(0, 1)
    assert found("8863Q", Assessments=[assessment(JUNE, JULY), first]) == rows(0, 1)


def test_8863Q_an_open_assessment_lasts_to_the_reference_date():
    still_open = assessment(MAY)
    last_day, after = assessment(date(2026, 3, 31)), assessment(date(2026, 4, 1))
    assert found("8863Q", Assessments=[still_open, last_day]) == rows(0, 1)
    assert found("8863Q", Assessments=[still_open, after]) == set()
    assert (
        found("8863Q", Assessments=[assessment(date(2025, 4, 1), MAY), assessment(JUNE)]) == set()
    )


def test_8863Q_finds_an_assessment_written_twice_and_one_of_a_single_day():
    twice, one_day = assessment(MAY, JUNE), assessment(date(2025, 5, 9), date(2025, 5, 9))
    assert found("8863Q", Assessments=[twice, twice]) == rows(0, 1)
    assert found("8863Q", Assessments=[one_day, one_day, assessment(JULY)]) == rows(0, 1)
    assert found("8863Q", Assessments=[twice, one_day]) == rows(0, 1)


def test_8863Q_compares_the_assessments_of_one_episode_of_one_child():
    first = assessment(MAY, JULY)
    others = [{**first, "CINdetailsID": "e2"}, {**first, "LAchildID": "c2"}]
    assert found("8863Q", Assessments=[first, *others, assessment(None, JUNE)]) == set()


def test_8863Q_finds_two_apart_that_lie_within_a_third():
    year = assessment(date(2025, 4, 1), date(2026, 3, 31))
    within = [assessment(MAY, JUNE), assessment(date(2025, 6, 2), JULY)]
    assert found("8863Q", Assessments=[year, *within]) == rows(0, 1, 2)


def test_8896_one_assessment_of_an_episode_may_be_open_and_no_more():
    still_open, ended = assessment(MAY), assessment(MAY, JUNE)
    assert found("8896", Assessments=[still_open, ended, ended]) == set()
    assert found("8896", Assessments=[still_open, ended, still_open]) == rows(0, 2)
    elsewhere = [{**still_open, "CINdetailsID": "e2"}, {**still_open, "LAchildID": "c2"}]
    assert found("8896", Assessments=[still_open, *elsewhere]) == set()


def test_8896_does_not_take_rows_without_a_child_for_one_childs():
    nameless = {**assessment(MAY), "LAchildID": None}
    assert found("8896", Assessments=[nameless, nameless, assessment(MAY)]) == set()
