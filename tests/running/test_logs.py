"""What reaches the log when things go well and when they go wrong: never a value."""

import json
import logging

import pytest
from django.db import DataError, connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from goldenthread.config.logs import ValueFreeJson
from goldenthread.config.request_log import RequestLog
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.trail import actions as trail
from goldenthread.foundations.trail.models import Mark

CHILD = "Rowan Fairweather"


@pytest.fixture
def written():
    """Every line that the site would write, as written."""
    lines: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record):
            lines.append(self.format(record))

    kept = Kept()
    kept.setFormatter(ValueFreeJson())
    logging.getLogger().addHandler(kept)
    yield lines
    logging.getLogger().removeHandler(kept)


def last_of(written, logger: str) -> dict:
    return [line for line in map(json.loads, written) if line["logger"] == logger][-1]


def test_the_log_is_in_force_and_django_writes_nothing_of_its_own():
    root = logging.getLogger()
    assert any(isinstance(handler.formatter, ValueFreeJson) for handler in root.handlers)
    assert not logging.getLogger("django").handlers
    assert not logging.getLogger("django.server").handlers


def test_a_name_typed_into_a_form_reaches_no_line(client, db, written):
    client.post(reverse("account_login"), {"login": f"{CHILD}@example.org", "password": CHILD})
    client.get(reverse("account_login"), {"next": CHILD})
    client.get(f"/p/nowhere/{CHILD}/")
    assert len(written) >= 3
    assert "Rowan" not in "".join(written)


def test_each_answer_is_one_line_of_json_with_the_requests_own_name(client, db, written):
    answers = [client.get("/healthz"), client.get("/healthz")]
    lines = [json.loads(line) for line in written]
    asked = [line["request"] for line in lines if line["logger"] == "goldenthread.request"]
    assert asked == [answer["X-Request-Id"] for answer in answers]
    assert len(set(asked)) == 2
    assert last_of(written, "goldenthread.request")["page"] == "healthz"


def test_a_page_that_breaks_leaves_its_place_and_no_value(db, written, monkeypatch):
    def breaks(request):
        held = CHILD
        raise ValueError(f"cannot read {held}")

    monkeypatch.setattr("goldenthread.foundations.people.gate._answer", lambda *a, **k: breaks(a))
    answer = Client(raise_request_exception=False).get(reverse("account_login"))
    assert answer.status_code == 500
    told = last_of(written, "django.request")
    assert told["exception"] == "ValueError"
    assert any("breaks" in place for place in told["through"])
    assert told["request"] == answer["X-Request-Id"]
    assert "Rowan" not in "".join(written)


def test_a_row_that_the_database_refuses_is_not_quoted(db, written):
    """Where the lock is on a table the database itself keeps the values back; here it does not."""
    with pytest.raises(DataError, match=CHILD) as refused, connection.cursor() as cursor:
        cursor.execute("SELECT CAST(%s AS integer)", [CHILD])
    logging.getLogger("goldenthread.request").error("refused", exc_info=refused.value)
    assert last_of(written, "goldenthread.request")["exception"] == "DataError"
    assert "owan" not in "".join(written)


def test_a_librarys_own_sentence_is_told_only_by_its_place(written):
    logging.getLogger("procrastinate.worker").error(f"Job send(name='{CHILD}') ended")  # noqa: G004
    logging.getLogger("procrastinate.worker").error("Job %s ended", CHILD)
    first, second = map(json.loads, written)
    assert "test_logs.py:" in first["said at"]
    assert second["message"] == "Job %s ended"
    assert "Rowan" not in "".join(written)


def test_a_mark_carries_the_name_of_the_request_that_left_it(db):
    def leaves_a_mark(request):
        with under(manager):
            trail.record(by=manager, did="asked", to="tests:1")
        return HttpResponse()

    manager = factories.member()
    answer = RequestLog(leaves_a_mark)(RequestFactory().get("/"))
    with under(manager):
        assert Mark.objects.get(did="asked").request == answer["X-Request-Id"]
