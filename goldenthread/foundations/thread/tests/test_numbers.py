"""Every action has a reference: the one it came with, or the next of the partnership's own."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread import actions
from goldenthread.foundations.thread.models import Action
from goldenthread.foundations.thread.tests import making
from goldenthread.foundations.thread.tests.browsing import get, post, words


def captured(by, line="Police to write the list by 30 June 2030"):
    with under(by):
        return actions.capture(line=line, by=by).reference


def test_captured_actions_are_numbered_in_each_partnership(manager):
    elsewhere = factories.member(Role.BUSINESS_MANAGER)
    assert [captured(manager), captured(manager), captured(elsewhere)] == [
        "A0001",
        "A0002",
        "A0001",
    ]


def test_a_reference_that_was_given_is_kept_and_never_given_again(manager):
    making.action(manager, reference="A0001")
    making.action(manager, reference="LSCP 4")
    assert captured(manager) == "A0002"


def test_the_number_is_said_on_capture_and_shown_and_exported(client, manager):
    post(client, manager, "capture", {"line": "Police to write the list"})
    page = words(get(client, manager, "index"))
    assert "Action A0001 captured for Police" in page
    assert page.count("A0001") >= 2
    answer = client.get(f"/p/{manager.slug}/thread/export/0/csv/")
    assert b"A0001" in b"".join(answer.streaming_content)


def test_the_reference_comes_back_when_it_is_emptied(client, manager):
    captured(manager)
    with under(manager):
        made = Action.objects.get()
        actions.reword(action=made, text="Other words", reference="", by=manager)
        assert Action.objects.get().reference == "A0001"


def test_many_who_capture_at_once_are_given_each_their_own(committed):
    manager = factories.member(Role.BUSINESS_MANAGER)

    def capture_several(_):
        try:
            return [captured(manager) for _ in range(5)]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        given = [reference for some in pool.map(capture_several, range(4)) for reference in some]
    assert sorted(given) == [f"A{number:04}" for number in range(1, 21)]
