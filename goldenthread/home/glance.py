"""A partnership at a glance: how its open actions stand, and what else stands out."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.foundations.capability import ask_all
from goldenthread.foundations.people.entrances import opens_to
from goldenthread.foundations.people.members import Member
from goldenthread.foundations.people.queries import here as people
from goldenthread.foundations.questions import Standing
from goldenthread.foundations.thread import queries as thread
from goldenthread.foundations.thread.pages.tracker import summary
from goldenthread.foundations.thread.queries import tracker
from goldenthread.foundations.thread.rules import who


@dataclass(frozen=True)
class Glance:
    """Tiles for the open actions this member may see, and for what the capabilities say of themselves."""

    heading: str
    actions: list[dict[str, Any]]
    others: list[dict[str, Any]]


def of(member: Member, today: date) -> Glance:
    """A fixed number of queries, however much there is; nothing that the member may not open."""
    said = [one for _, standings in ask_all("stands_out", member) for one in standings]
    others = [_tile(one) for one in said if one.number or one.of]  # "0 of 13" tells, "0" does not
    return Glance(_heading(member), _actions(member, today), others)


def _heading(member: Member) -> str:
    if member.has(*who.READS_ALL):
        return "Open actions"
    return f"Open actions of {member.organisation}"


def _actions(member: Member, today: date) -> list[dict[str, Any]]:
    if not opens_to("thread:index", member.roles):
        return []
    thresholds = thread.thresholds_of(people.partnership_of(member))
    counts = tracker.counts_by_rating(tracker.tracker(member, thresholds, today))
    if not counts:
        return []
    at = reverse("thread:index", kwargs={"partnership": member.slug})
    return [tile | {"href": f"{at}{tile['href']}"} for tile in summary(counts)]


def _tile(one: Standing) -> dict[str, Any]:
    number = f"{one.number:,} of {one.of:,}" if one.of else f"{one.number:,}"
    return {"number": number, "words": one.words, "href": one.href}
