"""The list of actions, and what it may be narrowed by. The same number of queries at any length."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

from goldenthread.foundations.people.models import Organisation, Seat
from goldenthread.foundations.thread.models import Action, RecommendationTheme
from goldenthread.foundations.thread.queries.actions import actions_seen_by
from goldenthread.foundations.thread.queries.ratings import with_rating
from goldenthread.foundations.thread.rules.action_stages import SETTLED
from goldenthread.foundations.thread.rules.ratings import Thresholds
from goldenthread.foundations.thread.rules.themes import Theme, split

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


def sources_of(member) -> list[str]:
    """Where the actions came from, by title."""
    titles = actions_seen_by(member).exclude(source_title="").order_by("source_title")
    return list(titles.values_list("source_title", flat=True).distinct()[:MOST_SOURCES])


def owning_organisations(member) -> list[tuple[str, str]]:
    owning = actions_seen_by(member).exclude(owner_organisation=None).order_by()
    ids = owning.values("owner_organisation_id").distinct()
    named = Organisation.objects.filter(pk__in=ids).values_list("pk", "name")
    return [(str(pk), name) for pk, name in named]


def owning_people(member) -> list[tuple[str, str]]:
    owning = actions_seen_by(member).exclude(owner_seat=None).order_by()
    ids = owning.values("owner_seat_id").distinct()
    seats = Seat.objects.filter(pk__in=ids, person__isnull=False).order_by("person__name", "pk")
    return [(str(pk), name) for pk, name in seats.values_list("pk", "person__name")]


def of_theme(theme: Theme) -> Q:
    """Actions whose recommendation bears this theme."""
    edition, code = split(theme.key)
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
