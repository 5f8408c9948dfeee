"""Each rule about assessments, on rows that pass, fail and stand on the boundary."""

from datetime import date

from goldenthread.engine.returns.cin.rules.tests.cases import found


def test_1103_an_assessment_may_start_on_the_day_of_the_referral_but_not_before():
    episode = [{"CINreferralDate": date(2025, 5, 1)}]

    def starting(day: date):
        return found("1103", CINdetails=episode, Assessments=[{"AssessmentActualStartDate": day}])

    assert starting(date(2025, 4, 30)) == {("Assessments", 0), ("CINdetails", 0)}
    assert starting(date(2025, 5, 1)) == set()
