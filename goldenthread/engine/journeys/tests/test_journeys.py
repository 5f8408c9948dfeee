"""Journeys by hand: stages, flows, times between, re-entry and drift."""

import polars as pl
import pytest

from goldenthread.engine import journeys
from goldenthread.engine.indicators.tests.cared_for import episode, returned
from goldenthread.engine.indicators.tests.worked import census_of, day
from goldenthread.engine.journeys.flows import totals

REFERRED = {"CINreferralDate": day("1 May 2025"), "CINclosureDate": None}


def steps(looked_after=None, **tables):
    years = {2026: returned({"Episodes": looked_after})} if looked_after else None
    return journeys.steps({2026: census_of(2026, tables)}, years)


def whole():
    """One child, all the way; another, referred and closed; a third, referred twice."""
    return steps(
        [episode("1 Sep 2025"), episode("1 Jan 2020", CHILD="c2")],
        CINdetails=[
            REFERRED,
            {**REFERRED, "LAchildID": "c2", "CINclosureDate": day("9 May 2025")},
            {**REFERRED, "LAchildID": "c3", "CINclosureDate": day("1 Jun 2025")},
            {
                "LAchildID": "c3",
                "CINdetailsID": "e2",
                "CINreferralDate": day("1 Jul 2025"),
                "CINclosureDate": None,
            },
        ],
        Section47=[
            {"S47ActualStartDate": day("5 May 2025"), "DateOfInitialCPC": day("15 May 2025")},
            {"S47ActualStartDate": day("3 May 2025"), "DateOfInitialCPC": None, "LAchildID": "c3"},
        ],
        ChildProtectionPlans=[{"CPPstartDate": day("15 May 2025")}],
    )


def told(frame, *columns):
    return {tuple(row[:2]): row[2:] for row in frame.select("start", "end", *columns).iter_rows()}


def test_each_referral_is_a_row_with_the_first_day_of_each_stage():
    rows = whole()
    assert rows.columns == ["child", *journeys.STAGES, "closed", "again"]
    assert rows.height == 4
    first = rows.row(0, named=True)
    assert first["enquiry"] == day("5 May 2025")
    assert first["looked_after"] == day("1 Sep 2025")
    assert rows.row(1, named=True)["looked_after"] is None, "it began before the referral"


def test_flows_lead_from_each_stage_to_the_next_that_was_reached():
    found = told(journeys.flows(whole()), "number", "median_days")
    assert found == {
        ("Referral", "Section 47 enquiry"): (2, 3.0),
        ("Section 47 enquiry", "Initial conference"): (1, 10.0),
        ("Initial conference", "Child protection plan"): (1, 0.0),
        ("Child protection plan", "Looked after"): (1, 109.0),
        ("Section 47 enquiry", "Referral"): (1, 30.0),
    }


def test_a_stage_that_was_passed_by_is_no_stop():
    rows = steps([episode("2 Jun 2025")], CINdetails=[REFERRED])
    assert told(journeys.flows(rows), "number") == {("Referral", "Looked after"): (1,)}


def test_a_conference_on_transfer_in_is_a_conference():
    rows = steps(CINdetails=[{**REFERRED, "DateOfInitialCPC": day("2 May 2025")}])
    assert told(journeys.flows(rows), "number") == {("Referral", "Initial conference"): (1,)}


def test_what_happened_after_closure_or_before_referral_is_not_of_the_journey():
    rows = steps(
        [episode("2 Jun 2025")],
        CINdetails=[{**REFERRED, "CINclosureDate": day("1 Jun 2025")}],
        Section47=[{"S47ActualStartDate": day("30 Apr 2025")}],
    )
    assert journeys.flows(rows).height == 0


def test_one_episode_in_two_returns_is_one_journey():
    before = census_of(2025, {"CINdetails": [{"CINreferralDate": day("20 Mar 2025")}]})
    now = census_of(
        2026,
        {
            "CINdetails": [
                {"CINreferralDate": day("20 Mar 2025"), "CINclosureDate": day("2 May 2025")}
            ],
            "ChildProtectionPlans": [{"CPPstartDate": day("2 Apr 2025")}],
        },
    )
    rows = journeys.steps({2025: before, 2026: now})
    assert rows.select("plan", "closed").rows() == [(day("2 Apr 2025"), day("2 May 2025"))]
    assert journeys.steps({2026: now}).height == 0, "referred before the year of the return"


@pytest.mark.parametrize(
    ("on", "open_at", "over"),
    [
        ("4 May 2025", {"Referral": 2, "Section 47 enquiry": 1}, 0),
        ("31 Mar 2026", {"Referral": 1, "Looked after": 1}, 2),
    ],
)
def test_drift_is_told_by_the_last_stage_reached_by_then(on, open_at, over):
    found = journeys.drift(whole(), day(on))
    assert dict(found.filter(pl.col("open") > 0).select("stage", "open").iter_rows()) == open_at
    assert found["over_6_months"].sum() == over
    assert found["over_12_months"].sum() == 0


def test_a_case_is_over_six_months_from_the_day_after():
    rows = steps(CINdetails=[{**REFERRED, "CINreferralDate": day("30 Sep 2025")}])
    for on, over in (("30 Mar 2026", 0), ("31 Mar 2026", 1)):
        assert journeys.drift(rows, day(on))["over_6_months"].sum() == over


@pytest.mark.parametrize(
    ("next_day", "within"), [("1 May 2025", 1), ("2 May 2025", 0), ("30 Apr 2024", 0)]
)
def test_re_entry_is_counted_from_closure_up_to_the_same_date_a_year_on(next_day, within):
    before = {"CINreferralDate": day("10 Apr 2024"), "CINclosureDate": day("1 May 2024")}
    later = {"CINdetailsID": "e2", "CINreferralDate": day(next_day), "CINclosureDate": None}
    made = journeys.steps(
        {
            2025: census_of(2025, {"CINdetails": [before]}),
            2026: census_of(2026, {"CINdetails": [later]}),
        }
    )
    first = journeys.re_entry(made).row(0, named=True)
    again = int(day(next_day) >= before["CINclosureDate"])
    assert (first["stage"], first["closed"], first["again"], first["within_12_months"]) == (
        "Referral",
        1,
        again,
        within,
    )


def test_the_picture_has_the_numbers_in_its_table():
    rows = whole()
    chart = journeys.drawn(journeys.flows(rows), totals(rows), title="From referral on")
    assert ("Referral", "Section 47 enquiry", "2", "50%", "typically 3 days") in chart.rows
    assert "1 back to Referral" in chart.description
    assert "<svg" in chart.svg


def test_nobody_going_anywhere_is_still_a_journey():
    rows = steps(CINdetails=[REFERRED])
    chart = journeys.drawn(journeys.flows(rows), totals(rows), title="From referral on")
    assert "1" in chart.description
