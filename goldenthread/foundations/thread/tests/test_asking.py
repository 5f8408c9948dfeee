"""Reminders and single-use links: at most one e-mail a day, and a link opens only what it asks."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks import closing
from goldenthread.foundations.messages import tasks as post
from goldenthread.foundations.messages.models import Message
from goldenthread.foundations.people import tasks as people_tasks
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Link
from goldenthread.foundations.people.queries import every_partnership
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread import actions
from goldenthread.foundations.thread.actions.asking import send_reminders
from goldenthread.foundations.thread.models import Action, Asking
from goldenthread.foundations.thread.tests import making
from goldenthread.foundations.thread.tests.browsing import address, soup, words

OVERDUE = today() - timedelta(days=1)


@pytest.fixture(autouse=True)
def a_working_day(monkeypatch):
    """Whatever day these tests run on."""
    where = "goldenthread.foundations.clocks.reckoning.is_working_day_for_all"
    monkeypatch.setattr(where, lambda day: True)


@pytest.fixture
def lead(manager):
    return making.colleague(manager, Role.AGENCY_LEAD, name="Bea Lin", email="bea@example.org")


def remind():
    return send_reminders(every_partnership(doing="sending reminders"))


def test_on_a_weekend_or_a_bank_holiday_nobody_is_reminded(manager, lead, monkeypatch):
    making.action(manager, owner=lead, due_on=OVERDUE)
    where = "goldenthread.foundations.clocks.reckoning.is_working_day_for_all"
    monkeypatch.setattr(where, lambda day: False)
    assert remind() == 0
    monkeypatch.setattr(where, lambda day: True)
    assert remind() == 1, "it is owed on the next working day"


def test_on_a_closed_day_only_that_partnerships_owners_are_spared(manager, lead):
    other = factories.member(Role.BUSINESS_MANAGER)
    making.action(manager, owner=lead, due_on=OVERDUE)
    making.action(other, owner=other, due_on=OVERDUE)
    with under(manager):
        closed = closing.close(first_day=today(), last_day=today(), reason="Snow", by=manager)
    assert remind() == 1
    with under(manager):
        closing.open_again(closed, by=manager)
    assert remind() == 1, "what was owed on the closed day is owed still"


def messages(by):
    with under(by):
        return list(Message.objects.order_by("pk"))


def outsider(manager, text="A private plan", **fields):
    return making.action(
        manager,
        text,
        owner_name="Jo Reed",
        owner_email="Jo@practice.example",
        due_on=OVERDUE,
        **fields,
    )


def test_one_e_mail_gathers_everything_that_is_owed(manager, lead):
    for text in ("First secret", "Second secret"):
        making.action(manager, text, owner=lead, due_on=OVERDUE)
    assert remind() == 1
    [message] = messages(manager)
    assert message.to == "bea@example.org"
    assert message.address == reverse("inbox")
    with under(manager):
        assert Asking.objects.get().asked.count() == 2


def test_an_e_mail_says_that_something_waits_and_not_what(manager, lead):
    making.action(manager, "First secret", owner=lead, due_on=OVERDUE)
    outsider(manager)
    remind()
    for message in messages(manager):
        said = f"{message.subject} {message.paragraphs}"
        assert "secret" not in said
        assert "private" not in said


def test_at_most_one_reminder_a_day_and_none_again_until_the_next_is_planned(manager, lead):
    making.action(manager, owner=lead, due_on=OVERDUE)
    assert remind() == 1
    assert remind() == 0
    making.action(manager, "Another", owner=lead, due_on=OVERDUE)
    assert remind() == 0, "the owner was written to today"
    with under(manager):
        Asking.objects.update(asked_on=OVERDUE)
    assert remind() == 1, "the other action is still owed one"


def test_someone_in_two_partnerships_gets_one_e_mail(manager):
    other = factories.member(Role.BUSINESS_MANAGER)
    for by in (manager, other):
        making.action(by, owner_name="Jo", owner_email="jo@practice.example", due_on=OVERDUE)
    assert remind() == 1
    assert len(messages(manager)) + len(messages(other)) == 1


@pytest.mark.parametrize("days", [29, 100])
def test_nobody_is_reminded_long_before(manager, lead, days):
    making.action(manager, owner=lead, due_on=today() + timedelta(days=days))
    assert remind() == 0


def test_nobody_is_reminded_of_what_they_reported_done(manager, lead):
    action = making.action(manager, owner=lead, due_on=OVERDUE)
    with under(lead):
        actions.update(action=action, standing="done", evidence="Shown", by=lead)
    assert remind() == 0


def test_without_an_address_nobody_can_be_asked(manager):
    action = making.action(manager)
    with under(manager), pytest.raises(PermissionDenied, match="e-mail address first"):
        actions.ask_owner(action=action, by=manager)


def opened_by_link(client, by):
    """Open the link of the newest e-mail as its reader would, with the code that is posted."""
    [message] = messages(by)[-1:]
    post.deliver(message_id=message.pk, partnership_id=by.partnership_id)
    path = re.search(r"http://testserver(/\S+)", mail.outbox[-1].body)[1]
    client.post(path)
    with under(by):
        link = Link.objects.latest("pk")
    people_tasks.send_code(partnership=by.partnership_id, link=link.pk)
    code = re.search(r"\b(\d{6})\b", mail.outbox[-1].body)[1]
    answer = client.post(path + "code/", {"code": code})
    assert answer.status_code == 302, soup(answer).get_text()
    return answer.url


def test_an_owner_without_an_account_updates_by_the_link_in_the_e_mail(client, manager):
    action, other = outsider(manager), making.action(manager, "Not theirs")
    remind()
    where = opened_by_link(client, manager)
    page = soup(client.get(where))
    assert "A private plan" in words(page)
    assert "Not theirs" not in words(page)
    nothing = soup(client.post(where, {f"action-{action.pk}-standing": "nothing"}))
    assert "Say how at least one of them stands" in words(nothing)
    typed = {
        f"action-{action.pk}-standing": "done",
        f"action-{action.pk}-evidence": "The plan was sent",
        f"action-{other.pk}-standing": "done",
        f"action-{other.pk}-evidence": "Mischief",
    }
    assert "Thank you" in words(soup(client.post(where, typed)))
    with under(manager):
        assert Action.objects.get(pk=action.pk).stage == "reported done"
        assert Action.objects.get(pk=other.pk).stage == "not started"
        evidence = action.evidence.get()
        assert evidence.by == "Jo Reed (by a link)"
    assert client.get(where).status_code == 404, "a link is used once"


def test_a_guest_opens_no_other_page(client, manager):
    outsider(manager)
    remind()
    opened_by_link(client, manager)
    assert client.get(address("index", manager)).status_code == 302  # to sign in


def test_a_manager_asks_an_owner_at_once(client, manager):
    action = outsider(manager)
    factories.sign_in(client, manager).post(address("action-ask", manager, pk=action.pk))
    [message] = messages(manager)
    post.deliver(message_id=message.pk, partnership_id=manager.partnership_id)
    assert "private" not in mail.outbox[-1].body
    assert "/link/" in mail.outbox[-1].body
