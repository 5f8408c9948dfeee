import pytest
from django.core import mail
from django.db import connection

from goldenthread.foundations.messages import actions, tasks
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
