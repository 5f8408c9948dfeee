"""What is open for one organisation."""

from django.db.models import Count, Q

from goldenthread.foundations.people.models import Organisation
from goldenthread.foundations.thread.models import Action, ProgressNote, Recommendation
from goldenthread.foundations.thread.queries.actions import actions_seen_by
from goldenthread.foundations.thread.queries.recommendations import recommendations_seen_by
from goldenthread.foundations.thread.rules import action_stages, recommendation_stages

MOST = 100


def organisations_with_open(member) -> list[tuple[Organisation, int]]:
    """Each organisation that owns something open, with how much of it."""
    own = actions_seen_by(member).filter(stage__in=action_stages.OPEN).order_by()
    counted = own.exclude(owner_organisation=None).values_list("owner_organisation")
    numbers = dict(counted.annotate(Count("pk")))
    found = Organisation.objects.filter(pk__in=numbers).order_by("name")
    return [(organisation, numbers[organisation.pk]) for organisation in found]


def open_for(organisation_id: int, member) -> list[Action]:
    """Overdue first; at most a hundred, which is more than a sitting holds."""
    own = actions_seen_by(member).filter(
        owner_organisation_id=organisation_id, stage__in=action_stages.OPEN
    )
    whole = own.select_related("owner_organisation", "owner_seat__person")
    return list(whole.order_by("due_on", "pk")[:MOST])


def last_notes(actions: list[Action]) -> dict[int, str]:
    notes = ProgressNote.objects.filter(action__in=[action.pk for action in actions])
    newest = notes.order_by("action_id", "-at", "-pk").distinct("action_id")
    return dict(newest.values_list("action_id", "text"))


def recommendations_open_for(organisation_id: int, member) -> list[Recommendation]:
    """Those that it owns, or that wait for one of its actions."""
    theirs = Q(owner_organisation_id=organisation_id) | Q(
        actions__owner_organisation_id=organisation_id
    )
    seen = recommendations_seen_by(member).filter(stage__in=recommendation_stages.OPEN)
    return list(seen.filter(theirs).distinct()[:MOST])
