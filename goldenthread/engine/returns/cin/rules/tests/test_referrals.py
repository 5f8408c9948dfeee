"""Each rule about referrals, on rows that pass, fail and stand on the boundary."""

from datetime import date

import polars as pl
import pytest

from goldenthread.engine.returns import run_rule
from goldenthread.engine.returns.cin.fields import codes
from goldenthread.engine.returns.cin.rules.tests.cases import failing, found

BOTH = {("CINdetails", 0), ("ChildIdentifiers", 0)}


def referred(day: date | None, **fields: object):
    return {"CINreferralDate": day, **fields}


def of_child(code: str, day: date | None, **identifiers: date | None):
    return found(code, CINdetails=[referred(day)], ChildIdentifiers=[identifiers])


def test_8555Q_a_child_may_be_referred_on_the_day_of_death_but_not_after():
    died = date(2025, 5, 1)
    assert of_child("8555Q", date(2025, 5, 2), PersonDeathDate=died) == BOTH
    assert of_child("8555Q", died, PersonDeathDate=died) == set()
    assert of_child("8555Q", date(2025, 5, 2), PersonDeathDate=None) == set()
    assert of_child("8555Q", None, PersonDeathDate=died) == set()


def test_8555Q_finds_each_referral_after_the_death_of_that_child():
    children = [{"LAchildID": "c2"}, {"PersonDeathDate": date(2025, 5, 1)}]
    referrals = [
        referred(date(2025, 6, 1), LAchildID="c2"),
        referred(date(2025, 4, 1), CINdetailsID="e1"),
        referred(date(2025, 6, 1), CINdetailsID="e2"),
        referred(date(2025, 7, 1), CINdetailsID="e3"),
    ]
    assert found("8555Q", CINdetails=referrals, ChildIdentifiers=children) == {
        ("CINdetails", 2),
        ("CINdetails", 3),
        ("ChildIdentifiers", 1),
    }


def test_8568_whether_action_followed_is_said_in_one_of_the_known_spellings():
    spellings = ("0", "1", "true", "FALSE", " True ", None, "", "yes", "2", "no")
    rows = [{"ReferralNFA": spelling} for spelling in spellings]
    assert failing("8568", "CINdetails", *rows) == [5, 6, 7, 8, 9]
    assert failing("8568", "CINdetails", {"ReferralNFA": True}, {"ReferralNFA": False}) == []


def test_8568_numbers_are_read_too():
    assert failing("8568", "CINdetails", *({"ReferralNFA": n} for n in (0, 1, 2, None))) == [2, 3]


def test_8569Q_an_old_case_is_not_one_of_no_further_action():
    # 1 April 2025 is a Tuesday: one working day before is Monday 31 March.
    assert failing(
        "8569Q",
        "CINdetails",
        referred(date(2025, 3, 30), ReferralNFA="1"),
        referred(date(2025, 3, 31), ReferralNFA="1"),
        referred(date(2025, 4, 1), ReferralNFA="1"),
        referred(date(2025, 3, 30), ReferralNFA="0"),
        referred(date(2025, 3, 30), ReferralNFA=None),
        referred(None, ReferralNFA="1"),
    ) == [0]


@pytest.mark.parametrize(
    ("reference", "allowed"),
    [
        (date(2025, 3, 31), date(2024, 3, 28)),  # 1 April 2024 is Easter Monday
        (date(2024, 3, 31), date(2023, 3, 31)),  # 1 April 2023 is a Saturday
        (date(2019, 3, 31), date(2018, 3, 29)),  # 1 April 2018 is Easter Sunday
    ],
)
def test_8569Q_the_working_day_before_the_year_passes_over_easter_and_weekends(reference, allowed):
    days = [allowed.replace(day=allowed.day - 1), allowed]
    rows = pl.DataFrame([referred(day, LAchildID="c1", ReferralNFA=True) for day in days])
    context = {"reference_date": reference}
    assert run_rule("cin", "8569Q", {"CINdetails": rows}, context=context) == {("CINdetails", 0)}


def test_8600_a_referral_has_a_date_that_is_not_after_the_year():
    days = (None, date(2026, 3, 31), date(2026, 4, 1), date(2012, 2, 29))
    assert failing("8600", "CINdetails", *map(referred, days)) == [0, 2]


def test_8600_a_date_that_does_not_exist_is_missing():
    days = ("2025-02-29", "2024-02-29", "29/02/2024", "not known")
    assert failing("8600", "CINdetails", *({"CINreferralDate": day} for day in days)) == [0, 3]


@pytest.mark.parametrize("born", ["PersonBirthDate", "ExpectedPersonBirthDate"])
def test_8606_a_child_may_be_referred_280_days_before_birth_but_not_earlier(born):
    # 280 days before 29 February 2028 is 25 May 2027, before 1 March 2028 it is the 26th.
    assert of_child("8606", date(2027, 5, 24), **{born: date(2028, 2, 29)}) == BOTH
    assert of_child("8606", date(2027, 5, 25), **{born: date(2028, 2, 29)}) == set()
    assert of_child("8606", date(2027, 5, 25), **{born: date(2028, 3, 1)}) == BOTH
    assert of_child("8606", date(2027, 5, 26), **{born: date(2028, 3, 1)}) == set()
    assert of_child("8606", date(2027, 5, 26), **{born: None}) == set()
    assert of_child("8606", None, **{born: date(2028, 3, 1)}) == set()


def test_8606_either_date_may_be_too_late():
    dates = {"PersonBirthDate": date(2025, 5, 1), "ExpectedPersonBirthDate": date(2027, 5, 1)}
    assert of_child("8606", date(2025, 5, 1), **dates) == BOTH


def test_8610_a_referral_with_further_action_names_the_need():
    assert failing(
        "8610",
        "CINdetails",
        {"ReferralNFA": "false", "PrimaryNeedCode": None},
        {"ReferralNFA": "0", "PrimaryNeedCode": " "},
        {"ReferralNFA": "0", "PrimaryNeedCode": "N0"},
        {"ReferralNFA": "1", "PrimaryNeedCode": None},
        {"ReferralNFA": None, "PrimaryNeedCode": None},
    ) == [0, 1]


def test_8650_a_need_is_one_of_the_codes():
    needs = [*codes("primaryneedcode"), None, "", "N10", "n1", "RC1"]
    assert failing("8650", "CINdetails", *({"PrimaryNeedCode": need} for need in needs)) == [
        12,
        13,
        14,
    ]


def test_8866_a_referral_since_april_2013_says_who_made_it():
    assert failing(
        "8866",
        "CINdetails",
        referred(date(2013, 3, 31), ReferralSource=None),
        referred(date(2013, 4, 1), ReferralSource=None),
        referred(date(2013, 4, 1), ReferralSource="1A"),
        referred(date(2025, 4, 1), ReferralSource="1"),
        referred(date(2025, 4, 1), ReferralSource="10"),
        referred(None, ReferralSource="ZZ"),
    ) == [1, 3]


def test_8866_every_code_is_known():
    rows = [referred(date(2025, 4, 1), ReferralSource=code) for code in codes("referralsource")]
    assert failing("8866", "CINdetails", *rows) == []
