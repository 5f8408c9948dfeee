"""Progress and ratings: only ever added."""

from typing import Any

from django.db import transaction

from goldenthread.capabilities.business_plan import permissions
from goldenthread.capabilities.business_plan.actions import due
from goldenthread.capabilities.business_plan.models import Objective, Progress, RatingRow
from goldenthread.capabilities.business_plan.queries.plans import as_at
from goldenthread.capabilities.business_plan.rules import ratings
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.documents import actions as documents
from goldenthread.foundations.documents.rules import Classification
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.trail import actions as trail


@transaction.atomic
def tell_progress(
    *, objective: Objective, text: str, evidence: str = "", upload: Any = None, by
) -> Progress:
    """Raises documents.inspection.Refused for a file that is not taken; then nothing is kept."""
    objective = _held(objective)
    insist(permissions.may_tell_progress(by, objective))
    document = _kept(upload, objective, by) if upload else None
    told = Progress.objects.create(
        partnership_id=objective.partnership_id,
        objective=objective,
        text=text,
        evidence=evidence,
        document=document,
        by=by.described,
        seat_id=by.seat_id,
    )
    objective.heard_on = today()
    objective.save(update_fields=["heard_on"])
    trail.record(by=by, did="told progress", to=objective, with_document=document is not None)
    return told


def _kept(upload: Any, objective: Objective, by):
    return documents.keep(
        upload,
        title=upload.name,
        classification=Classification.PARTNERSHIP,
        about=trail.reference(objective),
        by=by,
    )


@transaction.atomic
def rate(*, objective: Objective, rating: str, why: str = "", by) -> RatingRow:
    """Say how an objective stands. What the rule suggested is kept beside what was said."""
    objective = _held(objective)
    insist(permissions.may_rate(by, objective))
    suggestion = suggestion_for(objective)
    insist(ratings.may_be_said(rating, why, suggestion))
    row = RatingRow.objects.create(
        partnership_id=objective.partnership_id,
        objective=objective,
        rating=rating,
        suggested=suggestion.rag,
        why=why.strip(),
        by=by.described,
        seat_id=by.seat_id,
    )
    was, objective.rating = objective.rating, rating
    objective.save(update_fields=["rating"])
    due.set_one(objective, by=by)
    trail.record(by=by, did="rated an objective", to=objective, was=was, now=rating)
    return row


def suggestion_for(objective: Objective) -> ratings.Rating:
    """What due date and last progress speak for, on the day that the plan is judged at."""
    standing = ratings.Standing(objective.due_on, objective.heard_on, objective.rating)
    return ratings.suggested(standing, as_at(objective.plan, today()))


def _held(objective: Objective) -> Objective:
    """The row as it is now, locked, with its plan and owners."""
    Objective.objects.select_for_update().get(pk=objective.pk)
    own = Objective.objects.select_related("plan").prefetch_related("owners")
    return own.get(pk=objective.pk)
