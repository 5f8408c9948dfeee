"""Each rule about section 47 enquiries, on rows that pass, fail and stand on the boundary."""

from datetime import date

import polars as pl
import pytest

from goldenthread.engine.returns import run_rule
from goldenthread.engine.returns.cin.rules.tests.cases import case, each_alone, found, only

ENQUIRY = ("Section47", 0)


def enquiry(start: str | None, conference: str | None = None, not_required: object = 0, **more):
    """One enquiry: its start, its conference, whether none was needed."""
    dates = {"S47ActualStartDate": start, "DateOfInitialCPC": conference}
    return {**dates, "ICPCnotRequired": not_required, **more}


@each_alone(
    case("8615", "starts on the day", False, **enquiry("2025-05-06", "2025-05-06")),
    case("8615", "starts before", False, **enquiry("2025-05-05", "2025-05-06")),
    case("8615", "starts after", True, **enquiry("2025-05-07", "2025-05-06")),
    case("8615", "no start", True, **enquiry(None, "2025-05-06")),
    case("8615", "no conference", False, **enquiry(None)),
    # 15 working days before Tuesday 31 March 2026 is Tuesday 10 March.
    case("8675Q", "16 days before", True, **enquiry("2026-03-09")),
    case("8675Q", "15 days before", False, **enquiry("2026-03-10")),
    case("8675Q", "a conference", False, **enquiry("2026-03-09", "2026-03-30")),
    case("8675Q", "none needed", False, **enquiry("2026-03-09", None, "true")),
    case("8675Q", "not said", False, **enquiry("2026-03-09", None, None)),
    case("8675Q", "no start", False, **enquiry(None)),
    case("8740", "the day before the year", True, **enquiry("2025-03-31", None, "false")),
    case("8740", "the first day", False, **enquiry("2025-04-01")),
    case("8740", "the last day", False, **enquiry("2026-03-31")),
    case("8740", "the day after", True, **enquiry("2026-04-01")),
    case("8740", "a conference", False, **enquiry("2025-03-31", "2025-04-09")),
    case("8740", "none needed", False, **enquiry("2025-03-31", None, 1)),
    case("8740", "no start", True, **enquiry(None)),
    case("8740", "not said", False, **enquiry("2025-03-31", None, None)),
    case("8740", "a conference after the year", False, **enquiry("2025-03-31", "2026-04-01")),
    case("8740", "a leap day before the year", True, **enquiry("2024-02-29")),
    case("8870Q", "Friday", False, InitialCPCtarget="2025-05-09"),
    case("8870Q", "Saturday", True, InitialCPCtarget="2025-05-10"),
    case("8870Q", "Sunday", True, InitialCPCtarget="2025-05-11"),
    case("8870Q", "Monday, a bank holiday", False, InitialCPCtarget="2025-05-05"),
    case("8870Q", "missing", False, InitialCPCtarget=None),
    case("8875", "Friday", False, DateOfInitialCPC="2025-05-09"),
    case("8875", "Saturday", True, DateOfInitialCPC="2025-05-10"),
    case("8875", "Sunday", True, DateOfInitialCPC="2025-05-11"),
    case("8875", "Monday", False, DateOfInitialCPC="2025-05-12"),
    case("8875", "missing", False, DateOfInitialCPC=None),
)
def test_an_enquiry_by_itself(code, row, fails):
    assert found(code, Section47=[row]) == only(fails, ENQUIRY)


@pytest.mark.parametrize(("day", "fails"), [(date(2024, 3, 7), True), (date(2024, 3, 8), False)])
def test_8675_leaves_out_good_friday_and_counts_from_a_reference_date_at_a_weekend(day, fails):
    """31 March 2024 was Easter Sunday: 15 working days before it is Friday 8 March."""
    enquiries = pl.DataFrame({"S47ActualStartDate": [day], "ICPCnotRequired": [False]})
    context = {"reference_date": date(2024, 3, 31)}
    assert run_rule("cin", "8675Q", {"Section47": enquiries}, context=context) == only(
        fails, ENQUIRY
    )


@pytest.mark.parametrize(
    ("conference", "fails"),
    [
        ("2025-03-31", True),
        ("2025-04-01", False),
        ("2026-03-31", False),
        ("2026-04-01", True),
        (None, False),
    ],
)
def test_8715_a_conference_lies_within_the_year_that_the_header_names(conference, fails):
    header = [{"ReferenceDate": "2026-03-31"}]
    enquiries = [enquiry("2025-03-01", conference)]
    assert found("8715", Section47=enquiries, Header=header) == only(fails, ENQUIRY, ("Header", 0))
    assert found("8715", Section47=enquiries) == only(fails, ENQUIRY)


@pytest.mark.parametrize("code", ["1104", "2889"])
@pytest.mark.parametrize(
    ("day", "fails"),
    [("2025-04-30", True), ("2025-05-01", False), ("2025-05-02", False), (None, False)],
)
def test_an_enquiry_and_its_conference_may_be_on_the_day_of_the_referral_but_not_before(
    code, day, fails
):
    episodes = [
        {"CINreferralDate": "2025-09-01", "CINdetailsID": "e2"},
        {"CINreferralDate": "2025-05-01", "DateOfInitialCPC": "2025-01-01"},
    ]
    later = {"S47ActualStartDate": "2025-12-01", "DateOfInitialCPC": "2025-12-02"}
    field = "DateOfInitialCPC" if code == "1104" else "S47ActualStartDate"
    rows = only(fails, ENQUIRY, ("CINdetails", 1))
    assert found(code, CINdetails=episodes, Section47=[{**later, field: day}]) == rows


def test_2884_a_conference_is_recorded_once():
    episodes = [
        {"DateOfInitialCPC": "2025-05-06"},
        {"DateOfInitialCPC": None, "CINdetailsID": "e2"},
        {"DateOfInitialCPC": "2025-05-06", "LAchildID": "c2"},
    ]
    enquiries = [
        enquiry("2025-05-01", "2025-05-06"),
        enquiry("2025-05-01", "2025-05-07"),
        enquiry("2025-05-01", "2025-05-06", CINdetailsID="e2"),
        enquiry("2025-05-01"),
    ]
    assert found("2884", CINdetails=episodes, Section47=enquiries) == {
        ("CINdetails", 0),
        ("Section47", 0),
        ("Section47", 2),
    }


def test_8839_an_episode_has_one_enquiry_at_most_that_waits_for_its_conference():
    enquiries = [
        enquiry("2025-05-01", None, 0),
        enquiry("2025-06-01", None, None),
        enquiry("2025-07-01", None, 1),
        enquiry("2025-08-01", "2025-08-08"),
        enquiry("2025-05-01", None, 0, CINdetailsID="e2"),
        enquiry("2025-05-01", None, 0, LAchildID="c2"),
    ]
    assert found("8839", Section47=enquiries) == {("Section47", 0), ("Section47", 1)}
    assert found("8839", Section47=enquiries[1:]) == set()
    assert found("8839", Section47=[enquiries[0], enquiries[0]]) == {ENQUIRY, ("Section47", 1)}
    nameless = enquiry("2025-05-01", LAchildID=None)
    assert found("8839", Section47=[nameless, nameless]) == set()
