import re

import pytest
from django.core import mail
from django.db import connection

from goldenthread.foundations.messages import actions, tasks
from goldenthread.foundations.messages.models import Message
from goldenthread.foundations.people.actions import offer_link
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.tests import factories


def send(by):
    with under(by):
        return actions.send(
            to="lead@example.org",
            name="Ade",
            subject="Something waits for you",
            paragraphs=["An action of your organisation waits for an update."],
            address="/p/somewhere/",
            by=by,
        )


def send_and_fail(by):
    with under(by):
        send(by)
        raise KeyError


def jobs() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE queue_name = 'messages'")
        return cursor.fetchone()[0]


def test_a_message_and_its_job_are_written_together(db):
    manager = factories.member()
    send(manager)
    assert jobs() == 1


def test_a_change_that_is_undone_sends_nothing(committed):
    with pytest.raises(KeyError):
        send_and_fail(factories.member())
    assert jobs() == 0


def test_a_job_that_runs_twice_posts_once(db):
    manager = factories.member()
    message = send(manager)
    for _ in range(2):
        tasks.deliver(message_id=message.pk, partnership_id=manager.partnership_id)
    assert [letter.to for letter in mail.outbox] == [["lead@example.org"]]
    assert "http://testserver/p/somewhere/" in mail.outbox[0].body


def test_a_single_use_link_gets_its_token_only_as_it_is_posted(client, db):
    manager = factories.member()
    with under(manager):
        reference = offer_link("update", "thread.action:1", "pat@surgery.example", "Pat", manager)
        message = actions.send(
            to="pat@surgery.example",
            name="Pat",
            subject="Something waits",
            paragraphs=["An update is asked of you."],
            address=reference,
            by=manager,
        )
    tasks.deliver(message_id=message.pk, partnership_id=manager.partnership_id)
    path = re.search(r"http://testserver(/p/\S+)", mail.outbox[0].body)[1]
    assert client.get(path).status_code == 200
    with under(manager):
        stored = Message.objects.get(pk=message.pk)
    assert stored.address == reference
    assert path.split("/")[-2] not in str(vars(stored))
