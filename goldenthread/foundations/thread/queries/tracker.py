"""The list of actions, and what it may be narrowed by. The same number of queries at any length."""

from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast

from goldenthread.foundations.people.models import Organisation, Seat
from goldenthread.foundations.thread.models import Action, RecommendationTheme
from goldenthread.foundations.thread.queries.actions import actions_seen_by
from goldenthread.foundations.thread.queries.ratings import with_rating
from goldenthread.foundations.thread.rules.action_stages import SETTLED
from goldenthread.foundations.thread.rules.ratings import Thresholds
from goldenthread.foundations.thread.rules.themes import split

MOST_SOURCES = 200


def tracker(member, thresholds: Thresholds, today: date) -> QuerySet[Action]:
    """Every action the member may see, rated; what is settled sorts after what is open."""
    after = Case(When(stage__in=SETTLED, then=Value(1)), default=0, output_field=IntegerField())
    seen = actions_seen_by(member).annotate(is_settled=after)
    return with_rating(seen, thresholds, today).select_related(
        "owner_organisation", "owner_seat__person"
    )


def counts_by_rating(rated: QuerySet[Any]) -> dict[str, int]:
    """How many open actions have each rating; `rated` comes from `tracker`."""
    counted = rated.exclude(stage__in=SETTLED).order_by().values_list("rag").annotate(Count("pk"))
    return dict(counted)


def narrowed_by(member) -> dict[str, list[tuple[str, str]]]:
    """What the tracker can be narrowed by: "source", "organisation" and "owner", in one query."""
    own = actions_seen_by(member).order_by()
    sources = own.exclude(source_title="").values_list(
        Value("source"), "source_title", "source_title"
    )
    organisations = Organisation.objects.filter(pk__in=own.values("owner_organisation_id"))
    people = Seat.objects.filter(pk__in=own.values("owner_seat_id"), person__isnull=False)
    rows = sources.distinct()[:MOST_SOURCES].union(
        _choices(organisations, "organisation", "name"),
        _choices(people, "owner", "person__name"),
        all=True,
    )
    found: dict[str, list[tuple[str, str]]] = {"source": [], "organisation": [], "owner": []}
    for what, code, words in rows:
        found[what].append((code, words))
    return {what: sorted(choices, key=lambda one: one[1]) for what, choices in found.items()}


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
