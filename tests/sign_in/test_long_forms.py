"""The long forms of the site open with what was kept of them."""

from datetime import date

import pytest
from django.urls import reverse

from goldenthread.capabilities.business_plan.actions import plans
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread.tests import making
from goldenthread.foundations.thread.tests.browsing import address, soup


@pytest.fixture
def manager(db, client, settings):
    settings.DEMONSTRATION = True  # asks for no second factor
    member = factories.member(Role.BUSINESS_MANAGER)
    factories.sign_in(client, member)
    return member


def opened_with(client, page: str, **typed):
    client.post(reverse("sign_in_keep"), {**typed, "draft-page": page})
    return soup(client.get(page))


def text_in(page, name: str) -> str:
    return page.find("textarea", attrs={"name": name}).get_text().strip()


@pytest.mark.parametrize("page", ["new-finding", "new-recommendation"])
def test_what_is_written_into_the_thread(client, manager, page):
    opened = opened_with(client, address(page, manager), text="Half a sentence")
    assert text_in(opened, "text") == "Half a sentence"
    assert opened.find("a", string="Look at what you kept")


def test_an_update_with_its_choice_its_evidence_and_its_date_in_parts(client, manager):
    action = making.action(manager, "Audit the file", owner=manager)
    page = address("action-update", manager, pk=action.pk)
    date_in_parts = {"wanted_on-day": "7", "wanted_on-month": "3", "wanted_on-year": "2027"}
    opened = opened_with(
        client, page, standing="later", evidence="A list", why_later="Ill", **date_in_parts
    )
    assert text_in(opened, "evidence") == "A list"
    assert opened.find("input", attrs={"name": "standing", "value": "later"}).has_attr("checked")
    for name, value in date_in_parts.items():
        assert opened.find("input", attrs={"name": name})["value"] == value


def test_every_answer_of_a_six_monthly_review(client, manager):
    first, second = (making.action(manager, text, owner=manager) for text in ("One", "Two"))
    page = address("review-organisation", manager, pk=manager.organisation_id)
    name = "action-{}-progress".format
    opened = opened_with(client, page, **{name(first.pk): "Half way", name(second.pk): "Nearly"})
    assert [text_in(opened, name(one.pk)) for one in (first, second)] == ["Half way", "Nearly"]


def test_an_objective_of_the_plan(client, manager):
    with under(manager):
        plan = plans.make_plan(
            title="Plan", starts_on=date(2025, 4, 1), ends_on=date(2027, 3, 31), by=manager
        )
        plans.add_priority(plan=plan, number="1", title="Early support", aim="Help", by=manager)
    page = reverse("business_plan:add_objective", args=[manager.slug, plan.pk])
    assert text_in(opened_with(client, page, text="Answer in a day"), "text") == "Answer in a day"


def test_a_form_without_a_box_for_words_offers_nothing_to_keep(client, manager):
    found = making.action(manager, "Audit", owner=manager)
    with_words = soup(client.get(address("action-rating", manager, pk=found.pk)))
    without = soup(client.get(reverse("thread:import", args=[manager.slug])))
    assert with_words.find(attrs={"data-keep": True})
    assert not without.find(attrs={"data-keep": True})


def test_what_was_sent_wrongly_is_shown_as_it_was_sent(client, manager):
    page = address("new-finding", manager)
    opened_with(client, page, text="Kept before")
    answer = soup(client.post(page, {"text": "Sent just now"}))
    assert text_in(answer, "text") == "Sent just now"
