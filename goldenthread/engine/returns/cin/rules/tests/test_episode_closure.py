"""Each rule about how an episode closes, on rows that pass, fail and stand on the boundary."""

from datetime import date

from goldenthread.engine.returns.cin.fields import codes
from goldenthread.engine.returns.cin.rules.tests.cases import failing, found

DAY = date(2025, 6, 1)


def died(reason: str | None, day: date | None):
    child, episode = {"PersonDeathDate": day}, {"ReasonForClosure": reason}
    return found("8585Q", ChildIdentifiers=[child], CINdetails=[episode])


def test_8585Q_a_child_who_died_has_a_date_of_death():
    assert died("RC2", None) == {("CINdetails", 0), ("ChildIdentifiers", 0)}
    assert died("RC2", DAY) == set()
    assert died("RC1", None) == set()
    assert died(None, None) == set()


def test_8585Q_a_child_without_identifiers_has_no_date_of_death():
    assert found("8585Q", CINdetails=[{"ReasonForClosure": "RC2"}]) == {("CINdetails", 0)}


def test_8620_an_episode_closes_from_1_april_to_31_march():
    days = (date(2025, 3, 31), date(2025, 4, 1), date(2026, 3, 31), date(2026, 4, 1), None)
    assert failing("8620", "CINdetails", *({"CINclosureDate": day} for day in days)) == [0, 3]


def test_8630_an_episode_may_close_on_the_day_of_its_referral_but_not_before():
    assert failing(
        "8630",
        "CINdetails",
        {"CINreferralDate": DAY, "CINclosureDate": date(2025, 5, 31)},
        {"CINreferralDate": DAY, "CINclosureDate": DAY},
        {"CINreferralDate": DAY, "CINclosureDate": None},
        {"CINreferralDate": None, "CINclosureDate": DAY},
        {"CINreferralDate": date(2024, 3, 1), "CINclosureDate": date(2024, 2, 29)},
        {"CINreferralDate": date(2024, 2, 29), "CINclosureDate": date(2024, 2, 29)},
    ) == [0, 4]


def test_8640_a_reason_is_one_of_the_codes():
    reasons = [*codes("reasonforclosure"), None, "", "RC10", "rc1", "N1"]
    rows = [{"ReasonForClosure": reason} for reason in reasons]
    assert failing("8640", "CINdetails", *rows) == [11, 12, 13]


CLOSURES = (
    {"CINclosureDate": DAY, "ReasonForClosure": "RC1"},
    {"CINclosureDate": DAY, "ReasonForClosure": None},
    {"CINclosureDate": None, "ReasonForClosure": "RC1"},
    {"CINclosureDate": None, "ReasonForClosure": None},
    {"CINclosureDate": None, "ReasonForClosure": " "},
)


def test_8805_a_closure_has_a_reason():
    assert failing("8805", "CINdetails", *CLOSURES) == [1]


def test_8810_a_reason_has_a_closure():
    assert failing("8810", "CINdetails", *CLOSURES) == [2]


def test_8867_a_closed_episode_has_no_open_assessment():
    def assessed(closed: date | None, *ends: date | None):
        assessments = [{"AssessmentAuthorisationDate": end} for end in ends]
        return found("8867", CINdetails=[{"CINclosureDate": closed}], Assessments=assessments)

    assert assessed(DAY, DAY, None) == {("CINdetails", 0), ("Assessments", 1)}
    assert assessed(DAY, None, None) == {
        ("CINdetails", 0),
        ("Assessments", 0),
        ("Assessments", 1),
    }
    assert assessed(DAY, DAY) == set()
    assert assessed(None, None) == set()
    assert assessed(DAY) == set()


def test_8867_another_episode_may_have_one():
    episodes = [{"CINclosureDate": DAY}, {"CINclosureDate": None, "CINdetailsID": "e2"}]
    still_open = [
        {"AssessmentAuthorisationDate": None, "CINdetailsID": "e2"},
        {"AssessmentAuthorisationDate": None, "LAchildID": "c2"},
    ]
    assert found("8867", CINdetails=episodes, Assessments=still_open) == set()


def enquired(closed: date | None, *enquiries: tuple[date | None, str | None], own=None):
    rows = [{"DateOfInitialCPC": day, "ICPCnotRequired": flag} for day, flag in enquiries]
    episode = {"CINclosureDate": closed, "DateOfInitialCPC": own}
    return found("8868", CINdetails=[episode], Section47=rows)


def test_8868_a_closed_episode_has_no_enquiry_without_its_end():
    both = {("CINdetails", 0), ("Section47", 0)}
    assert enquired(DAY, (None, "0")) == both
    assert enquired(DAY, (None, None)) == both
    assert enquired(DAY, (None, "true")) == set()
    assert enquired(DAY, (DAY, "0")) == set()
    assert enquired(DAY, (DAY, "1")) == set()
    assert enquired(None, (None, "0")) == set()
    assert enquired(DAY) == set()
    assert enquired(DAY, (DAY, "0"), (None, "0")) == {("CINdetails", 0), ("Section47", 1)}


def test_8868_a_conference_of_the_episode_does_not_end_an_enquiry():
    assert enquired(DAY, (None, "0"), own=DAY) == {("CINdetails", 0), ("Section47", 0)}


def test_8868_another_episode_or_child_may_have_one():
    episodes = [{"CINclosureDate": DAY}, {"CINclosureDate": None, "CINdetailsID": "e2"}]
    waiting = [{"ICPCnotRequired": "0", "CINdetailsID": "e2"}, {"LAchildID": "c2"}]
    assert found("8868", CINdetails=episodes, Section47=waiting) == set()
