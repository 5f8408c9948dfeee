"""Members rank areas of concern; the count is open, the papers are not."""

from datetime import date, timedelta

import pytest

from goldenthread.capabilities.business_plan.actions import balloting
from goldenthread.capabilities.business_plan.models import Ballot, Paper, PaperLine, Plan, Voter
from goldenthread.capabilities.business_plan.tests.conftest import words
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks.models import Due
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role

AREAS = ["Neglect", "Exploitation", "Online harm"]


@pytest.fixture
def voters(colleague):
    return [colleague(Role.AGENCY_LEAD, name=f"Voter {n}") for n in range(3)]


@pytest.fixture
def ballot(manager, voters):
    with under(manager):
        return balloting.open_ballot(
            title="What worries us",
            areas=AREAS,
            wanted=2,
            closes_on=today() + timedelta(days=7),
            by=manager,
        )


def vote(member, ballot, *ranks):
    with under(member):
        areas = [area.pk for area in ballot.areas.all()]
        balloting.vote(ballot=ballot, ranks=dict(zip(areas, ranks, strict=True)), by=member)


def test_a_ballot_is_opened_with_areas_one_on_each_line(here):
    day = today() + timedelta(days=10)
    sent = {
        "title": "What worries us", "areas": "Neglect\n\n Online   harm \nExploitation", "wanted": "2",
        "closes_on-day": day.day, "closes_on-month": day.month, "closes_on-year": day.year,
    }  # fmt: skip
    shown = words(here.post("new_ballot", sent))
    assert "0 of 1 members at the table have voted" in shown
    with under(here.member):
        assert [a.title for a in Ballot.objects.get().areas.all()] == [
            "Neglect",
            "Online harm",
            "Exploitation",
        ]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"areas": "Neglect\nneglect"}, "stands on the list twice"),
        ({"areas": "Neglect"}, "Enter 2 to 40 areas"),
        ({"wanted": "5"}, "There are only 2 areas"),
        ({"closes_on-year": "2020"}, "must be today or later"),
    ],
)
def test_a_ballot_with_mistakes_is_not_opened(here, changed, told):
    sent = {
        "title": "T", "areas": "Neglect\nOnline", "wanted": "1",
        "closes_on-day": "1", "closes_on-month": "1", "closes_on-year": "2099",
    }  # fmt: skip
    assert told in words(here.post("new_ballot", sent | changed))
    with under(here.member):
        assert not Ballot.objects.exists()


def test_a_member_votes_once_and_the_paper_bears_no_name(site_of, ballot, voters):
    site = site_of(voters[0])
    page = site.get("vote", pk=ballot.pk)
    names = [box["name"] for box in page.select("input[name^=area_]")]
    shown = words(site.post("vote", {names[0]: "2", names[1]: "1"}, pk=ballot.pk))
    assert "1 of 4 members" in shown
    assert site.ask("vote", pk=ballot.pk).status_code == 403
    columns = {field.name for model in (Paper, PaperLine) for field in model._meta.fields}
    assert columns == {"id", "partnership", "ballot", "paper", "area", "place"}
    assert {field.name for field in Voter._meta.fields} == {"id", "partnership", "ballot", "seat"}


def test_a_paper_with_mistakes_says_where_and_keeps_what_was_typed(site_of, ballot, voters):
    site = site_of(voters[0])
    names = [box["name"] for box in site.get("vote", pk=ballot.pk).select("input[name^=area_]")]
    page = site.post("vote", {names[0]: "1", names[1]: "1"}, pk=ballot.pk)
    assert "You gave the number 1 more than once" in words(page)
    assert page.select_one(f"input[name={names[1]}]")["value"] == "1"
    page = site.post("vote", {}, pk=ballot.pk)
    assert "Give at least one area a number" in words(page)


def test_nobody_sees_the_ranking_while_others_may_still_vote(here, ballot, voters):
    vote(voters[0], ballot, 1, 2, 3)
    shown = words(here.get("ballot", pk=ballot.pk))
    assert "The ranking is shown when the ballot has closed" in shown
    assert "Points" not in shown
    assert here.ask("plan_from_ballot", pk=ballot.pk).status_code == 403


def test_a_closed_ballot_shows_ranking_turnout_and_how_it_was_counted(here, ballot, voters):
    vote(voters[0], ballot, 1, 2, 3)
    vote(voters[1], ballot, 1, None, 2)
    here.post("close_ballot", pk=ballot.pk)
    page = here.get("ballot", pk=ballot.pk)
    shown = words(page)
    assert "2 of 4 members at the table voted" in shown
    assert "Borda count" in shown
    rows = [
        [c.get_text(" ", strip=True) for c in row.select("th, td")]
        for row in page.select("tbody tr")
    ]
    assert [row[:3] for row in rows] == [
        ["1", "Neglect", "6"],
        ["2", "Online harm", "3"],
        ["3", "Exploitation", "2"],
    ]


def test_a_ballot_closes_by_itself_after_its_last_day(site_of, manager, ballot, voters):
    with under(manager):
        Ballot.objects.filter(pk=ballot.pk).update(
            opens_on=date(2020, 1, 1), closes_on=today() - timedelta(days=1)
        )
        balloting.settle_closed(by=manager)
        assert not Due.objects.filter(settled_at__isnull=True, about__contains="ballot").exists()
    assert site_of(voters[0]).ask("vote", pk=ballot.pk).status_code == 403


def test_a_vote_waits_on_each_inbox_until_it_is_cast(manager, ballot, voters):
    def waiting():
        with under(manager):
            return set(
                Due.objects.filter(settled_at__isnull=True).values_list("seat_id", flat=True)
            )

    assert waiting() == {manager.seat_id, *(voter.seat_id for voter in voters)}
    vote(voters[0], ballot, 1, 2, 3)
    assert voters[0].seat_id not in waiting()


def test_the_chosen_areas_become_the_priorities_of_a_new_plan_in_their_order(here, ballot, voters):
    vote(voters[0], ballot, 3, 1, 2)
    vote(voters[1], ballot, 3, 1, 2)
    here.post("close_ballot", pk=ballot.pk)
    page = here.get("plan_from_ballot", pk=ballot.pk)
    ticked = [box["value"] for box in page.select("input[name=areas][checked]")]
    sent = {
        "title": "Plan 2027/29", "areas": ticked,
        "starts_on-day": "1", "starts_on-month": "4", "starts_on-year": "2027",
        "ends_on-day": "31", "ends_on-month": "3", "ends_on-year": "2029",
    }  # fmt: skip
    here.post("plan_from_ballot", sent, pk=ballot.pk)
    with under(here.member):
        plan = Plan.objects.get()
        assert plan.ballot_id == ballot.pk
        assert [(p.number, p.title) for p in plan.priorities.all()] == [
            ("1", "Exploitation"),
            ("2", "Online harm"),
        ]


def test_a_tie_for_the_last_place_is_left_to_people(here, ballot, voters):
    vote(voters[0], ballot, 1, None, None)
    here.post("close_ballot", pk=ballot.pk)
    shown = words(here.get("ballot", pk=ballot.pk))
    assert "Some areas share the last rank" in shown
    assert "2=" in shown


@pytest.mark.parametrize("role", [Role.YOUNG_ADVISOR, Role.PRACTITIONER, Role.CONTRIBUTOR])
def test_who_is_not_at_the_table_does_not_vote(site_of, colleague, ballot, role):
    assert site_of(colleague(role)).ask("vote", pk=ballot.pk).status_code == 403
