"""The demonstration: the published plan as it stands, and a plan at work; loading twice is once."""

import pytest

from goldenthread.capabilities.business_plan import demonstration, offers, queries
from goldenthread.capabilities.business_plan.models import (
    Ballot,
    Objective,
    ObjectiveOwner,
    Plan,
    Progress,
    RatingRow,
    SharedTheme,
)
from goldenthread.capabilities.business_plan.queries.ballots import areas_of, result_of
from goldenthread.engine.writers.report import Table
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks.models import Due
from goldenthread.foundations.people import demonstration as people
from goldenthread.foundations.people.demonstration.keeper import business_manager_of
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.people.models import Partnership

COUNTED = (Plan, Objective, ObjectiveOwner, Progress, RatingRow, Ballot, SharedTheme, Due)


@pytest.fixture
def loaded(db):
    people.load()
    demonstration.load()


def of(slug):
    place = Partnership.objects.get(slug=slug)
    with under(machine(place.pk, doing="tests")):
        return place, business_manager_of(place)


def numbers(place) -> list[int]:
    with under(machine(place.pk, doing="tests")):
        return [model.objects.count() for model in COUNTED]


def test_loading_again_changes_nothing(loaded):
    place, _ = of("callowdale")
    before = numbers(place)
    assert all(before)
    demonstration.load()
    assert numbers(place) == before


def test_the_main_partnership_has_a_plan_at_work(loaded):
    _, keeper = of("callowdale")
    with under(keeper):
        plan = queries.current_plan(keeper)
        assert (plan.priorities.count(), plan.objectives.count()) == (5, 28)
        owners = ObjectiveOwner.objects.filter(objective__plan=plan)
        assert owners.exclude(group=None).count() > 10
        assert owners.exclude(organisation=None).count() > 10
        assert plan.objectives.exclude(rating="").count() > 10


def test_its_ballot_ranked_fifteen_areas_and_four_were_chosen(loaded):
    _, keeper = of("callowdale")
    with under(keeper):
        ballot = Ballot.objects.get()
        result = result_of(ballot, list(areas_of(ballot)))
        assert (len(result), ballot.wanted) == (15, 4)
        voted, could = queries.turnout(ballot, today())
        assert voted == 18
        assert could >= voted
        assert max(one.ranked_by for one in result) == 18


def test_the_worked_example_stays_as_published_with_nothing_rated(loaded):
    _, keeper = of("kirklees-worked-example")
    with under(keeper):
        plan = Plan.objects.get()
        assert plan.objectives.count() == 32
        assert set(plan.objectives.values_list("rating", flat=True)) == {""}
        assert not Due.objects.filter(settled_at__isnull=True).exists()


@pytest.mark.parametrize("period", ["2019/20", "2020/21", "2019/21"])
def test_a_report_of_its_years_is_offered_the_plan(loaded, period):
    _, keeper = of("kirklees-worked-example")
    with under(keeper):
        (block,) = offers.report_blocks(keeper, period)
        drawn = offers.draw_report_block(keeper, block.key, period)
    tables = [part for part in drawn.blocks if isinstance(part, Table)]
    assert len(tables) == 6
    assert sum(len(table.rows) for table in tables) == 32
    assert {row[4] for table in tables for row in table.rows} == {"Not rated yet"}
    assert drawn.evidence.startswith("The plan: ")
    assert "32 objectives of Business plan 2019/21 not rated yet" in drawn.note


@pytest.mark.parametrize("period", ["2014/15", "2021/22", "no period"])
def test_a_report_of_other_years_is_offered_nothing(loaded, period):
    _, keeper = of("kirklees-worked-example")
    with under(keeper):
        assert list(offers.report_blocks(keeper, period)) == []
        assert not offers.draw_report_block(keeper, offers.PROGRESS, period).evidence
        assert offers.draw_report_block(keeper, "dataset.other", period) is None


def test_the_plan_on_one_page_fits_one_sheet(loaded):
    """The words that a chair gets: counts, what is late, what is next; never more than twelve lines."""
    from goldenthread.capabilities.business_plan.pages.summary import one_page

    _, keeper = of("callowdale")
    with under(keeper):
        page = one_page(queries.current_plan(keeper), today())
        assert page.said.startswith("Of 28 objectives")
        assert len(page.late) + len(page.coming) <= 12
