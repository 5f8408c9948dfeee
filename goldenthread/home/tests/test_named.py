import pytest
from django.apps import apps
from django.urls import reverse

from goldenthread.foundations.people.entrances import entrance_of
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.trail import actions as trail
from goldenthread.home.named import PAGES_OF, Named, named


def test_a_reference_is_said_in_words_and_leads_to_its_page(manager, django_assert_num_queries):
    with django_assert_num_queries(0):
        action = named("thread.action:12", manager)
    assert action == Named("Action 12", reverse("thread:action", args=[manager.slug, 12]))
    assert named("thread.actionlog:2", manager).words == "Action log 2"


def test_a_way_is_shown_only_to_who_may_go_there(db):
    administrator = factories.member(Role.SYSTEM_ADMINISTRATOR)
    assert named("thread.finding:3", administrator) == Named("Finding 3")


@pytest.mark.parametrize("reference", ["", "a@example.org", "no.such:1", "thread.action:x"])
def test_what_is_no_reference_is_said_as_it_stands(manager, reference):
    assert named(reference, manager) == Named(reference)


def test_every_way_leads_from_a_model_to_a_page_that_there_is():
    for label, (page, argument) in PAGES_OF.items():
        assert apps.get_model(label)
        assert entrance_of(page).__class__.__name__ == "Seats", page
        assert reverse(page, kwargs={"partnership": "here", argument: 1})


def test_the_trail_shows_them(client, manager):
    factories.sign_in(client, manager)

    with under(manager):
        trail.record(by=manager, did="looked at", to="thread.action:12")
    page = client.get(f"/p/{manager.slug}/trail/").content.decode()
    assert f'href="{reverse("thread:action", args=[manager.slug, 12])}">Action 12</a>' in page
