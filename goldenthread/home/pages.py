"""What the pages of home say, ready to print."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse

from goldenthread.foundations.people.entrances import opens_to
from goldenthread.foundations.people.members import Member
from goldenthread.foundations.thread import queries as thread
from goldenthread.foundations.thread.pages.tracker import shortened
from goldenthread.home import named, navigation, steps, yours
from goldenthread.home.glance import Glance
from goldenthread.home.yours import Yours

SOON_DAYS = 14
MOST_LETTERS = 120
NOTHING: tuple[Any, ...] = (None, "", [])


@dataclass(frozen=True)
class Waiting:
    """Something that waits for the one who asks."""

    title: str
    href: str
    due_on: date
    where: str
    tone: str
    when: str
    about: str = ""  # the words of the record that it is about, where the thread keeps them


def waiting(due, today: date, slug: str, words: dict[str, str] | None = None) -> Waiting:
    days = (due.due_on - today).days
    return Waiting(
        due.title,
        address_of(due, slug),
        due.due_on,
        due.partnership.name,
        tone_of(days),
        in_words(days),
        shortened((words or {}).get(due.about, ""), MOST_LETTERS),
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
        words = thread.texts_of([one.about for one in due])
        rows = [waiting(one, today, slugs[one.partnership_id], words) for one in due]
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
    more: bool
    places: list[Any]
    glance: Glance
    search: str
    yours: Yours | None

    @classmethod
    def of(cls, member: Member, due, most: int, glance: Glance, today: date) -> "PartnershipPage":
        due = list(due)
        words = thread.texts_of([one.about for one in due])
        rows = [waiting(one, today, member.slug, words) for one in due]
        more = len(rows) > most
        return cls(
            member.partnership,
            rows[:most],
            more,
            navigation.places(member),
            glance,
            _search(member),
            yours.of(member),
        )


def _search(member: Member) -> str:
    if not opens_to("search", member.roles):
        return ""
    return reverse("search", kwargs={"partnership": member.slug})


@dataclass(frozen=True)
class MarkRow:
    at: Any
    by: str
    did: str
    to: named.Named
    detail: str

    @classmethod
    def of(cls, mark, member: Member) -> "MarkRow":
        told = ", ".join(said for each in mark.detail.items() if (said := in_detail(*each)))
        return cls(mark.at, mark.by, steps.in_words(mark), named.named(mark.to, member), told)


def in_detail(key: str, value: Any) -> str:
    """ "put aside" for what is so, nothing for what is not so or not there, and "fields: text" for the rest."""
    name = key.replace("_", " ")
    if value is True:
        return name
    if value is False or value in NOTHING:
        return ""
    return f"{name}: {', '.join(map(str, value)) if isinstance(value, list) else value}"
