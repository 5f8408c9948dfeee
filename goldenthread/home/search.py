"""Search: one query for each kind of record, each as this member may see it, grouped by kind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet
from django.urls import reverse

from goldenthread.foundations.capability import ask_all
from goldenthread.foundations.design.words import day
from goldenthread.foundations.people.entrances import opens_to
from goldenthread.foundations.people.members import Member
from goldenthread.foundations.people.queries import groups, organisations, seats
from goldenthread.foundations.thread import queries as thread
from goldenthread.foundations.thread.pages.tracker import shortened
from goldenthread.foundations.thread.rules import ACTION, RECOMMENDATION
from goldenthread.foundations.thread.rules.action_stages import SETTLED

MOST_OF_A_KIND = 10
SHORTEST = 3  # letters; fewer would find nearly everything


@dataclass(frozen=True)
class Hit:
    """One record found: its words, what is worth knowing about it, and where it is."""

    title: str
    what: str
    href: str


@dataclass(frozen=True)
class Found:
    """What was found of one kind; `more` when there is more than is shown."""

    kind: str
    hits: list[Hit]
    more: bool


@dataclass(frozen=True)
class Kind:
    """A kind of record: the page that shows one, and how those with these words are looked up."""

    title: str
    page: str
    key: str  # what the page's address calls the record
    rows: Callable[[Member], QuerySet]
    fields: tuple[str, ...]
    hit: Callable[..., tuple[object, str, str]]  # its key, its title, what it is


def found(member: Member, words: str) -> list[Found]:
    """Everything with all of these words, grouped by kind; the queries do not grow with what is found."""
    asked = words.split()
    if len("".join(asked)) < SHORTEST:
        return []
    open_here = [kind for kind in KINDS if opens_to(kind.page, member.roles)]
    own = [_of_kind(kind, member, asked) for kind in open_here]
    return [one for one in [*own, *_of_capabilities(member, words)] if one.hits]


def _of_kind(kind: Kind, member: Member, asked: list[str]) -> Found:
    rows = kind.rows(member).filter(_all_words(kind.fields, asked))[: MOST_OF_A_KIND + 1]
    hits = [_hit(kind, member, *kind.hit(row)) for row in rows]
    return Found(kind.title, hits[:MOST_OF_A_KIND], len(hits) > MOST_OF_A_KIND)


def _hit(kind: Kind, member: Member, key: object, title: str, what: str) -> Hit:
    at = reverse(kind.page, kwargs={"partnership": member.slug, kind.key: key})
    return Hit(shortened(title), what, at)


def _all_words(fields: tuple[str, ...], asked: list[str]) -> Q:
    every = Q()
    for word in asked:
        one = Q()
        for field in fields:
            one |= Q(**{f"{field}__icontains": word})
        every &= one
    return every


def _of_capabilities(member: Member, words: str) -> Iterator[Found]:
    for capability, offered in ask_all("found_by_search", member, words):
        hits = [Hit(one["title"], one["what"], one["href"]) for one in offered]
        yield Found(capability.title, hits[:MOST_OF_A_KIND], len(hits) > MOST_OF_A_KIND)


def _finding(row) -> tuple[object, str, str]:
    source = row.source_title or "Source not given"
    return row.pk, row.text, f"{row.kind.capitalize()}. {source}, {day(row.found_on)}"


def _recommendation(row) -> tuple[object, str, str]:
    said = [row.reference, RECOMMENDATION.label(row.stage), row.source_title]
    return row.pk, row.text, ", ".join(one for one in said if one)


def _action(row) -> tuple[object, str, str]:
    due = f"due {day(row.due_on)}" if row.due_on else "no due date"
    owner = row.owner_organisation.name if row.owner_organisation else row.owner_name
    said = [row.reference, ACTION.label(row.stage), due, owner]
    return row.pk, row.text, ", ".join(one for one in said if one)


def _seat(row) -> tuple[object, str, str]:
    name = row.person.name if row.person else "Vacant seat"
    said = [row.title, row.organisation.name, "" if row.until is None else "former"]
    return row.pk, name, ", ".join(one for one in said if one)


def _part(row) -> tuple[object, str, str]:
    return row.pk, row.organisation.name, row.get_standing_display()


def _group(row) -> tuple[object, str, str]:
    return row.pk, row.name, row.get_kind_display()


def _open_first(rows: QuerySet) -> QuerySet:
    """What is open and due soonest, then what is done."""
    settled = ExpressionWrapper(Q(stage__in=SETTLED), BooleanField())
    ordered = rows.order_by(settled, F("due_on").asc(nulls_last=True), "pk")
    return ordered.select_related("owner_organisation")


KINDS = (
    Kind(
        "Actions",
        "thread:action",
        "pk",
        lambda by: _open_first(thread.actions_seen_by(by)),
        ("text", "reference", "owner_name", "owner_organisation__name"),
        _action,
    ),
    Kind(
        "Recommendations",
        "thread:recommendation",
        "pk",
        thread.recommendations_seen_by,
        ("text", "reference", "source_title"),
        _recommendation,
    ),
    Kind(
        "Findings",
        "thread:finding",
        "pk",
        thread.findings_seen_by,
        ("text", "source_title"),
        _finding,
    ),
    Kind(
        "People",
        "people:seat",
        "seat",
        seats.seats_held,
        ("person__name", "person__email", "title"),
        _seat,
    ),
    Kind(
        "Organisations",
        "people:organisation",
        "part",
        organisations.parts_now,
        ("organisation__name",),
        _part,
    ),
    Kind("Groups", "people:group", "group", groups.groups_now, ("name", "purpose"), _group),
)
