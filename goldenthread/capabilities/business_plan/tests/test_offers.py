"""What the rest of the house is told of the plan."""

from goldenthread.capabilities.business_plan import offers
from goldenthread.capabilities.business_plan.actions import objectives
from goldenthread.capabilities.business_plan.queries.owners import Named
from goldenthread.foundations.clocks.models import Due
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories


def test_a_reference_of_ours_is_told_its_title_and_no_other(manager, objective):
    with under(manager):
        assert offers.title_of(f"business_plan.objective:{objective.pk}").startswith("1.1 Agree")
        assert offers.title_of("business_plan.objective:0") is None
        assert offers.title_of("thread.action:1") is None
        assert offers.title_of("business_plan.objective:x") is None


def test_search_finds_objectives_by_every_word(manager, objective):
    with under(manager):
        (found,) = offers.found_by_search(manager, "threshold agree")
        assert found["href"].endswith(f"/objectives/{objective.pk}/")
        assert not list(offers.found_by_search(manager, "threshold absent"))


def test_search_tells_nothing_to_others(manager, objective, colleague):
    young, elsewhere = colleague(Role.YOUNG_ADVISOR), factories.member(Role.BUSINESS_MANAGER)
    for member in (young, elsewhere):
        with under(member):
            assert not list(offers.found_by_search(member, "threshold"))


def test_a_draft_is_not_offered_to_a_report_and_a_plan_in_force_is(manager, plan, objective):
    with under(manager):
        assert not list(offers.report_blocks(manager, "2025/26"))


def test_the_report_says_in_words_what_was_done(manager, in_force, objective):
    with under(manager):
        (block,) = offers.report_blocks(manager, "2025/26")
        drawn = offers.draw_report_block(manager, block.key, "2025/26")
    assert drawn.blocks[0].text == "Of 1 objective, 1 not rated yet. None is late."
    table = drawn.blocks[-1]
    assert table.rows[0][3:] == ("September 2026", "Not rated yet", "No progress told yet")


def test_what_a_seat_answers_for_passes_to_its_heir_or_its_organisation(
    manager, owner, colleague, objective, in_force
):
    heir = colleague(Role.AGENCY_LEAD)
    with under(manager):
        objectives.change_objective(
            objective=objective, owners=[Named(seat_id=owner.seat_id)], by=manager
        )
        seats = {pk: Seat.objects.get(pk=pk) for pk in (owner.seat_id, heir.seat_id)}
        (held,) = offers.work_held_by(seats[owner.seat_id], manager)
        assert held.how_many == 1
        offers.pass_on_work(of=seats[owner.seat_id], to=seats[heir.seat_id], by=manager)
        assert objective.owners.get().seat_id == heir.seat_id
        offers.pass_on_work(of=seats[heir.seat_id], to=None, by=manager)
        assert objective.owners.get().organisation_id == heir.organisation_id
        assert Due.objects.get(settled_at__isnull=True).organisation_id == heir.organisation_id
