"""The plan and its objectives as a person sees them."""

from datetime import date

import pytest

from goldenthread.capabilities.business_plan.actions import objectives
from goldenthread.capabilities.business_plan.tests.conftest import words
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests.counting import statements

DATES = {
    "starts_on-day": "1", "starts_on-month": "4", "starts_on-year": "2025",
    "ends_on-day": "31", "ends_on-month": "3", "ends_on-year": "2027",
}  # fmt: skip


def test_without_a_plan_the_first_page_says_what_to_do_next(here):
    assert "Start one, or bring in the one you have" in words(here.get("index"))


def test_a_plan_is_started_and_gets_its_priorities_and_objectives(here, owner, chair):
    page = here.post("new_plan", {"title": "Plan 2025/27", **DATES})
    assert "No priorities yet" in words(page)
    pk = int(page.select_one("a[href*='priorities/add']")["href"].split("/")[-4])
    here.post("add_priority", {"number": "Priority 1", "title": "Early support"}, pk=pk)
    form = here.get("add_objective", pk=pk)
    sent = {
        "priority": form.select_one("#id_priority option:nth-of-type(2)")["value"],
        "number": "1.1",
        "text": "Agree one threshold",
        "groups": [str(chair[1].pk)],
        "organisations": [str(owner.organisation_id)],
        "person_1": str(owner.seat_id),
        "other_owners": "All subgroups",
        "due_on-day": "30", "due_on-month": "9", "due_on-year": "2026", "due_is_month": "on",
    }  # fmt: skip
    page = here.post("add_objective", sent, pk=pk)
    shown = words(page)
    assert "1. Early support" in shown
    assert "September 2026" in shown
    for name in ("Early Help Sub-Group", owner.organisation, "Sam Hill", "All subgroups"):
        assert name in shown


def test_a_form_with_mistakes_says_what_to_do_and_keeps_what_was_typed(here):
    page = here.post("new_plan", {"title": "Plan X", **DATES, "ends_on-year": "2020"})
    assert "The plan must end after it starts" in words(page)
    assert page.select_one("#id_title")["value"] == "Plan X"


def test_the_plan_in_force_is_the_first_page(here, objective, in_force):
    shown = words(here.get("index"))
    assert "Plan 2025/27" in shown
    assert "Agree one threshold document" in shown
    assert "Not rated yet" in shown


def test_the_list_is_narrowed_to_what_is_late(here, objective, in_force):
    assert "Agree one threshold document" in words(here.get("index", "?state=late"))
    assert "No objectives match" in words(here.get("index", "?rating=blue"))


def test_an_objective_shows_who_answers_and_what_is_missing(here, objective, owner):
    shown = words(here.get("objective", pk=objective.pk))
    assert owner.organisation in shown
    assert "No progress has been told yet" in shown
    assert "Not written yet" in shown


def test_an_objective_is_changed_with_its_owners(here, objective, chair):
    sent = {
        "priority": str(objective.priority_id), "number": "1.2", "text": "Agree it",
        "groups": [str(chair[1].pk)], "due_on-day": "1", "due_on-month": "2", "due_on-year": "2027",
    }  # fmt: skip
    shown = words(here.post("edit_objective", sent, pk=objective.pk))
    assert "1.2 Agree it" in shown
    assert "Early Help Sub-Group" in shown
    assert "1 February 2027" in shown


@pytest.mark.parametrize("page", ["plan", "index", "plans"])
def test_a_list_asks_no_more_of_the_database_for_two_hundred_objectives(
    here, manager, plan, in_force, objective, priority, owner, page
):
    kwargs = {"pk": plan.pk} if page == "plan" else {}
    here.get(page, **kwargs)  # signs in
    few = len(statements(lambda: here.get(page, **kwargs)))
    with under(manager):
        for n in range(2, 202):
            objectives.add_objective(
                priority=priority,
                number=f"1.{n}",
                text=f"Objective {n}",
                owners=objectives_owners(owner),
                by=manager,
            )
    many = len(statements(lambda: here.get(page, **kwargs)))
    assert many == few
    assert many <= 12, many


def objectives_owners(owner):
    from goldenthread.capabilities.business_plan.queries.owners import Named

    return [Named(organisation_id=owner.organisation_id), Named(seat_id=owner.seat_id)]


def test_a_reader_sees_no_button_and_is_refused_with_the_reason(site_of, colleague, objective):
    reader = site_of(colleague(Role.LAY_MEMBER))
    page = reader.get("plan", pk=objective.plan_id)
    assert not page.select("a[href*='objectives/add']")
    answer = reader.ask("add_objective", pk=objective.plan_id)
    assert answer.status_code == 403


def test_another_partnership_finds_nothing(site_of, objective, db):
    from goldenthread.foundations.people.tests import factories

    other = site_of(factories.member(Role.BUSINESS_MANAGER))
    assert other.ask("objective", pk=objective.pk).status_code == 404
    assert other.ask("plan", pk=objective.plan_id).status_code == 404
    assert "Agree one threshold" not in words(other.get("plans"))


def test_the_plan_on_one_page_says_what_is_late_and_what_is_next(
    here, manager, objective, priority, in_force
):
    with under(manager):
        objectives.add_objective(
            priority=priority, number="1.2", text="Far ahead", due_on=date(2099, 1, 1), by=manager
        )
    page = here.get("one_page", pk=in_force.pk)
    late, coming = page.select(".gt-plan-few")
    assert "Agree one threshold document" in late.get_text()
    assert "Far ahead" in coming.get_text()
    assert "Of 2 objectives, 2 not rated yet. 1 is late." in words(page)
