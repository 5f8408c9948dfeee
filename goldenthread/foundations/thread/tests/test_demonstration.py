"""The demonstration's thread: its size, its variety, and that its history is whole."""

import pytest

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.people.demonstration import load as load_people
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.thread import demonstration
from goldenthread.foundations.thread.actions import numbering
from goldenthread.foundations.thread.demonstration import owners
from goldenthread.foundations.thread.models import (
    Action,
    ActionMove,
    Evidence,
    Finding,
    Recommendation,
    RecommendationMove,
    Sight,
    TestInPractice,
)
from goldenthread.foundations.thread.queries.nearest import nearest
from goldenthread.foundations.thread.rules import ACTION, RECOMMENDATION
from goldenthread.foundations.thread.rules.action_stages import ActionStage
from goldenthread.foundations.thread.rules.kinds import TestMethod


@pytest.fixture
def loaded(db):
    load_people()
    demonstration.load()
    demonstration.load()
    return machine(owners.place().pk, doing="looking")


def test_nothing_in_it_happened_later_than_now(loaded):
    with under(loaded):
        for table in (ActionMove, Evidence, RecommendationMove):
            assert table.objects.exists()
            assert not table.objects.filter(at__gt=now()).exists(), table


def test_the_next_action_captured_goes_on_from_the_demonstrations_numbers(loaded):
    with under(loaded):
        oldest_first = Action.objects.order_by("recorded_on", "number")
        numbers = list(oldest_first.values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
        given = numbering.given("", loaded.partnership_id)
        assert given == {"reference": f"A{len(numbers) + 1:04}", "number": len(numbers) + 1}


def test_the_demonstrations_thread_is_whole(loaded):
    with under(loaded):
        assert Finding.objects.count() == 400
        assert Recommendation.objects.count() == 150
        assert 330 <= Action.objects.count() <= 370
        stages = set(Recommendation.objects.values_list("stage", flat=True))
        assert {"embedded", "re-opened", "proposed", "rejected", "superseded"} <= stages
        assert TestInPractice.objects.filter(result="failed").exists()
        check_moves(Recommendation, RecommendationMove, "recommendation", RECOMMENDATION)
        check_moves(Action, ActionMove, "action", ACTION)
        done = Action.objects.filter(stage=ActionStage.COMPLETE)
        assert done.count() == Sight.objects.filter(action__in=done).count()
        for sight in Sight.objects.filter(action__in=done).select_related("action__owner_seat"):
            assert sight.person_id != sight.action.owner_seat.person_id
        assert not done.exclude(pk__in=Evidence.objects.values("action_id")).exists()


def check_moves(things, moves, name, workflow):
    """Every history is a walk through the workflow that ends where the thing stands."""
    found = {}
    for move in moves.objects.order_by(f"{name}_id", "pk"):
        found.setdefault(getattr(move, f"{name}_id"), []).append(move)
    for thing in things.objects.all():
        walk = found[thing.pk]
        assert walk[-1].now == thing.stage
        for before, after in zip(walk, walk[1:], strict=False):
            assert after.was == before.now
            assert workflow.after(after.step, at=after.was) == after.now


def test_a_repeated_lesson_finds_the_earlier_ones(loaded):
    from goldenthread.foundations.people.roles import Role
    from goldenthread.foundations.people.tests import factories

    with under(loaded):
        assert Recommendation.objects.exists()
    manager = factories.member(Role.BUSINESS_MANAGER, partnership=owners.place())
    with under(manager):
        found = nearest(manager, "Make sure that health takes part in every strategy discussion.")
    assert len(found) >= 3
    assert all("trategy discussion" in one.text for one in found)


def test_some_recommendations_were_tested_by_asking_children(loaded):
    with under(loaded):
        asked = TestInPractice.objects.filter(method=TestMethod.CHILDREN)
        assert {test.result for test in asked} == {"passed", "partly", "failed"}
