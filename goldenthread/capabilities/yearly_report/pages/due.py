"""When a report is due, as its page says it."""

from datetime import date
from typing import Any

from django.utils.timezone import localdate

from goldenthread.capabilities.yearly_report import deadlines
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.design.words import counted, day
from goldenthread.foundations.publishing import permissions
from goldenthread.foundations.publishing.rules import SENT_ON


def deadline_rows(report, turns) -> list[dict[str, Any]]:
    """The newest turn first: what must be done by when, where that is written, and whether it is done.

    Empty where no edition that is held set a time limit for the report's year.
    """
    if not deadlines.shipped()["YR-1"].holds_for(report.period):
        return []
    published = last(turns, "publish")
    first = row("YR-1", deadlines.publish_by(report.period), published)
    if published is None:
        return [first]
    sent = last(turns, SENT_ON)
    done = sent if sent and sent.at >= published.at else None
    return [first, row("YR-2", deadlines.send_by(localdate(published.at)), done)]


def row(code: str, on, done) -> dict[str, Any]:
    deadline = deadlines.shipped()[code]
    words, tone = standing(on, localdate(done.at) if done else None, today())
    return {
        "what": deadline.what,
        "by": on,
        "source": f"{deadline.source} ({deadline.code})",
        "confirmed": deadline.confirmed,
        "done": done.at if done else None,
        "words": words,
        "tone": tone,
    }


def standing(by: date, done: date | None, now: date) -> tuple[str, str]:
    """How a deadline stands, with the tone of its tag; a day late is late, and says by how much."""
    if done:
        return (f"Done {day(done)}", "good") if done <= by else (_late("Done", by, done), "watch")
    return (_late("Not done", by, now), "bad") if now > by else ("To do", "waiting")


def _late(what: str, by: date, until: date) -> str:
    return f"{what}, {counted((until - by).days, 'day')} late"


def last(turns, step: str) -> Any:
    return next((turn for turn in turns if turn.step == step), None)


def may_send_on(report, turns, member) -> bool:
    """Whether this member is still to say that the published report was sent on."""
    rows = deadline_rows(report, turns)
    waits = len(rows) > 1 and rows[1]["done"] is None
    return waits and bool(permissions.may_send_on(member, report))
