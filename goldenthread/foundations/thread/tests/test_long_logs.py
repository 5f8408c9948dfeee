"""A long log is brought in by the worker: whole, once, and its end is told."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.thread import tasks
from goldenthread.foundations.thread.actions import confirming, importing
from goldenthread.foundations.thread.models import Action, ActionLog, ImportedRow, LocalTheme
from goldenthread.foundations.thread.tests.browsing import address, get, post, words
from goldenthread.foundations.thread.tests.logs import TO_SEE, uploaded

ROWS = confirming.AT_ONCE + 1
HEAD = "Ref,Action,Recommendation,Themes\n"


def long_log(rows: int = ROWS) -> bytes:
    lines = (f"A{n},Do the thing {n},Advice {n % 9},Theme {n % 40}\n" for n in range(rows))
    return (HEAD + "".join(lines)).encode()


@pytest.fixture
def log(manager):
    return uploaded(manager, long_log())


def jobs() -> list[dict]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT args FROM procrastinate_jobs WHERE task_name = 'thread.bring_in'")
        return [json.loads(row[0]) for row in cursor.fetchall()]


def work() -> None:
    for arguments in jobs():
        tasks.bring_in.func(**arguments)


def held(manager, log) -> ActionLog:
    with under(manager):
        return ActionLog.objects.get(pk=log.pk)


def actions_now(manager) -> int:
    with under(manager):
        return Action.objects.count()


def test_whoever_confirms_a_long_log_is_told_that_it_is_being_brought_in(client, manager, log):
    answer = post(client, manager, "import-preview", {"if_done": TO_SEE}, pk=log.pk)
    assert answer.url == address("import-preview", manager, pk=log.pk)
    assert "is being brought in" in words(get(client, manager, "import-preview", pk=log.pk))
    assert "Being brought in now log.csv" in words(get(client, manager, "import"))
    assert actions_now(manager) == 0
    work()
    assert client.get(answer.url).url == address("index", manager)
    assert f"{ROWS} actions brought in from log.csv" in words(get(client, manager, "index"))
    assert actions_now(manager) == ROWS


def test_confirmed_twice_and_worked_twice_it_comes_in_once(client, manager, log):
    for _ in range(2):
        post(client, manager, "import-preview", {"if_done": TO_SEE}, pk=log.pk)
    assert len(jobs()) == 1
    work()
    work()
    assert actions_now(manager) == ROWS


def test_a_worker_killed_half_way_leaves_nothing_and_the_next_finishes(manager, log, monkeypatch):
    def killed(*args, **kwargs):
        raise SystemExit

    with under(manager):
        confirming.confirm(log=log, rows=ROWS, if_done=TO_SEE, by=manager)
    with monkeypatch.context() as patch:
        patch.setattr(ImportedRow.objects, "bulk_create", killed)
        with pytest.raises(SystemExit):
            work()
    assert actions_now(manager) == 0
    assert held(manager, log).confirmed_at
    work()
    assert actions_now(manager) == ROWS


def test_an_error_of_ours_is_told_and_it_may_be_confirmed_again(
    client, manager, log, monkeypatch, caplog
):
    def broken(*args, **kwargs):
        raise RuntimeError

    post(client, manager, "import-preview", {"if_done": TO_SEE}, pk=log.pk)
    with monkeypatch.context() as patch:
        patch.setattr(ImportedRow.objects, "bulk_create", broken)
        work()
    assert "could not be brought in" in caplog.text
    page = words(get(client, manager, "import-preview", pk=log.pk))
    assert "Something went wrong on our side. Nothing came in." in page
    assert "Bring them in" in page


def test_nothing_comes_in_for_someone_who_has_left_the_seat(manager, log):
    with under(manager):
        confirming.confirm(log=log, rows=ROWS, if_done=TO_SEE, by=manager)
        Seat.objects.filter(pk=manager.seat_id).update(until=now().date())
    work()
    assert actions_now(manager) == 0
    assert held(manager, log).why_not == confirming.SEAT_GONE


def test_rows_that_cannot_be_read_are_refused_by_the_worker_too(manager):
    log = uploaded(manager, long_log().replace(b"Do the thing 7,", b","))
    with under(manager):
        confirming.confirm(log=log, rows=ROWS, if_done=TO_SEE, by=manager)
    work()
    assert "cannot be read" in held(manager, log).why_not


def test_nothing_about_a_log_changes_once_it_is_confirmed(manager, log):
    with under(manager):
        confirming.confirm(log=log, rows=ROWS, if_done=TO_SEE, by=manager)
    with under(manager), pytest.raises(PermissionDenied, match="confirmed this log already"):
        importing.map_columns(log=log, mapping={"Action": "action"}, by=manager)


def test_many_new_themes_are_one_mark_that_names_the_count(manager, log, owner):
    with under(manager):
        importing.bring_in(log=log, if_done=TO_SEE, by=manager)
        assert LocalTheme.objects.count() == 40
        with connection.cursor() as cursor:
            cursor.execute("SELECT detail FROM trail_mark WHERE did LIKE '%theme%'")
            assert [json.loads(row[0]) for row in cursor.fetchall()] == [{"themes": 40}]


def test_the_number_of_statements_does_not_grow_with_the_themes(
    manager, django_assert_max_num_queries
):
    log = uploaded(manager, long_log())
    with under(manager), django_assert_max_num_queries(45):
        importing.bring_in(log=log, if_done=TO_SEE, by=manager)


def test_a_file_is_read_once_when_it_is_uploaded(client, manager, monkeypatch):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from goldenthread.foundations.thread.queries import logs

    reads, read = [], logs.read_tables
    monkeypatch.setattr(logs, "read_tables", lambda *a, **k: reads.append(1) or read(*a, **k))
    post(client, manager, "import", {"file": SimpleUploadedFile("log.csv", long_log())})
    assert len(reads) == 1
