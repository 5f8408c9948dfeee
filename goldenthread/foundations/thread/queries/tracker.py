"""The list of actions, and what it may be narrowed by. The same number of queries at any length."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, Count, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast

from goldenthread.foundations.people.models import Organisation, Seat
from goldenthread.foundations.thread.models import Action, RecommendationTheme
from goldenthread.foundations.thread.models.actions import IS_SETTLED
from goldenthread.foundations.thread.queries.actions import actions_seen_by
from goldenthread.foundations.thread.queries.owners import organisations_of
from goldenthread.foundations.thread.queries.ratings import with_rating
from goldenthread.foundations.thread.rules.action_stages import SETTLED
from goldenthread.foundations.thread.rules.ratings import Thresholds
from goldenthread.foundations.thread.rules.themes import split

MOST_SOURCES = 200


def tracker(member, thresholds: Thresholds, today: date) -> QuerySet[Action]:
    """Every action the member may see, rated; what is settled sorts after what is open."""
    seen = actions_seen_by(member).annotate(is_settled=IS_SETTLED)
    return with_rating(seen, thresholds, today).select_related(
        "owner_organisation", "owner_seat__person"
    )


def counts_by_rating(rated: QuerySet[Any]) -> dict[str, int]:
    """How many open actions have each rating; `rated` comes from `tracker`."""
    return dict(_counted(rated).values_list("rag", "number"))


def _counted(rated: QuerySet[Any]) -> QuerySet[Any]:
    is_open = rated.exclude(stage__in=SETTLED).select_related(None).order_by()
    return is_open.values("rag").annotate(number=Count("pk"))


@dataclass(frozen=True)
class Beside:
    """What stands beside the rows of the tracker: the choices, as (code, words), and the counts."""

    sources: list[tuple[str, str]]
    organisations: list[tuple[str, str]]  # that own an action
    owners: list[tuple[str, str]]
    taking_part: list[tuple[str, str]]  # the organisations that may be given an action
    open_by_rating: dict[str, int]


def beside(member, rated: QuerySet[Any]) -> Beside:
    """All of it in one query; `rated` comes from `tracker`."""
    own = actions_seen_by(member).order_by()
    sources = own.exclude(source_title="").values_list(
        Value("source"), "source_title", "source_title"
    )
    organisations = Organisation.objects.filter(pk__in=own.values("owner_organisation_id"))
    people = Seat.objects.filter(pk__in=own.values("owner_seat_id"), person__isnull=False)
    rows = sources.distinct()[:MOST_SOURCES].union(
        _choices(organisations, "organisation", "name"),
        _choices(people, "owner", "person__name"),
        _choices(organisations_of(member.partnership_id), "taking part", "name"),
        _counted(rated).values_list(Value("rating"), "rag", Cast("number", CharField())),
        all=True,
    )
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for what, code, words in rows:
        found[what].append((code, words))
    chosen = {what: sorted(choices, key=lambda one: one[1]) for what, choices in found.items()}
    return Beside(
        sources=chosen.get("source", []),
        organisations=chosen.get("organisation", []),
        owners=chosen.get("owner", []),
        taking_part=chosen.get("taking part", []),
        open_by_rating={rag: int(number) for rag, number in found["rating"]},
    )


def _choices(things: QuerySet, what: str, named: str) -> QuerySet:
    code = Cast("pk", CharField())
    return things.order_by().values_list(Value(what), code, named)


def of_theme(key: str) -> Q:
    """Actions whose recommendation bears this theme."""
    edition, code = split(key)
    bears = RecommendationTheme.objects.filter(
        recommendation=OuterRef("recommendation"), edition=edition, code=code
    )
    return Q(Exists(bears))


def due_conditions(today: date, soon_days: int) -> dict[str, Q]:
    is_open = ~Q(stage__in=SETTLED)
    soon = today + timedelta(days=soon_days)
    return {
        "overdue": is_open & Q(due_on__lt=today),
        "soon": is_open & Q(due_on__gte=today, due_on__lte=soon),
        "later": is_open & Q(due_on__gt=soon),
        "none": is_open & Q(due_on__isnull=True),
    }
