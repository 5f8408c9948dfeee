"""What the pages of home say, ready to print."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse

from goldenthread.foundations.people.members import Member
from goldenthread.home import navigation

SOON_DAYS = 14


@dataclass(frozen=True)
class Waiting:
    """Something that waits for the one who asks."""

    title: str
    href: str
    due_on: date
    where: str
    tone: str
    when: str


def waiting(due, today: date, slug: str) -> Waiting:
    days = (due.due_on - today).days
    return Waiting(
        due.title,
        address_of(due, slug),
        due.due_on,
        due.partnership.name,
        tone_of(days),
        in_words(days),
    )


def address_of(due, slug: str) -> str:
    try:
        return reverse(due.page, kwargs=due.page_kwargs | {"partnership": slug})
    except NoReverseMatch:  # a page that was renamed since: the front page is better than an error
        return reverse("partnership", args=[slug])


def tone_of(days: int) -> str:
    if days < 0:
        return "bad"
    return "watch" if days <= SOON_DAYS else "waiting"


def in_words(days: int) -> str:
    if days < 0:
        return f"{-days} day{'s' if days < -1 else ''} late"
    if days == 0:
        return "Due today"
    return f"In {days} day{'s' if days > 1 else ''}"


@dataclass(frozen=True)
class InboxPage:
    name: str
    waiting: list[Waiting]
    late: int
    soon: int
    more: int
    partnerships: list[dict[str, Any]]

    @classmethod
    def of(cls, asker, seats, due, more: int, today: date) -> "InboxPage":
        slugs = {seat.partnership_id: seat.partnership.slug for seat in seats}
        rows = [waiting(one, today, slugs[one.partnership_id]) for one in due]
        tones = [row.tone for row in rows]
        partnerships = [
            {
                "name": seat.partnership.name,
                "href": reverse("partnership", args=[seat.partnership.slug]),
                "seat": f"{seat.title or 'Seat'}, {seat.organisation.name}",
                "roles": ", ".join(seat.roles),
            }
            for seat in seats
        ]
        return cls(
            asker.described, rows, tones.count("bad"), tones.count("watch"), more, partnerships
        )


@dataclass(frozen=True)
class PartnershipPage:
    name: str
    waiting: list[Waiting]
    places: list[Any]

    @classmethod
    def of(cls, member: Member, due, today: date) -> "PartnershipPage":
        rows = [waiting(one, today, member.slug) for one in due]
        return cls(member.partnership, rows, navigation.places(member))


@dataclass(frozen=True)
class MarkRow:
    at: Any
    by: str
    did: str
    to: str
    detail: str

    @classmethod
    def of(cls, mark) -> "MarkRow":
        detail = ", ".join(
            f"{key.replace('_', ' ')}: {value}" for key, value in mark.detail.items()
        )
        return cls(mark.at, mark.by, mark.did, mark.to, detail)
