"""Extensions asked for and answered, and ratings set by hand."""

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.thread import permissions
from goldenthread.foundations.thread.actions import moving
from goldenthread.foundations.thread.actions.due import put_on_inbox
from goldenthread.foundations.thread.actions.signing import signed
from goldenthread.foundations.thread.models import Action, Extension, RatingChange
from goldenthread.foundations.thread.rules.ratings import MAY_BE_SAID
from goldenthread.foundations.trail import actions as trail
from goldenthread.kernel.decision import YES, Decision, no


@transaction.atomic
def ask_extension(*, action: Action, wanted_on: date, reason: str, by: Any) -> Extension:
    """Ask for a later due date. The action keeps its date until a manager has answered."""
    held = moving.locked(action)
    insist(permissions.may_ask_extension(by, held))
    insist(_later(held, wanted_on))
    insist(_none_open(held))
    asked = Extension.objects.create(
        **signed(by),
        action=held,
        was_due_on=held.due_on,
        wanted_on=wanted_on,
        reason=reason.strip(),
    )
    trail.record(by=by, did="asked for an extension", to=held, extension=asked.pk)
    return asked


@transaction.atomic
def answer_extension(*, extension: Extension, granted: bool, answer: str = "", by: Any) -> None:
    """Grant or refuse. Granted, the due date moves; the first date stays."""
    action = moving.locked(extension.action)
    extension = Extension.objects.select_for_update().get(pk=extension.pk)
    insist(permissions.may_answer_extension(by, action))
    insist(YES if extension.granted is None else no("This was answered already"))
    insist(YES if granted or answer.strip() else no("Say why the date cannot move"))
    extension.decide(granted, answer=answer.strip(), by=by.described[:300])
    extension.save()
    if granted:
        action.first_due_on = action.first_due_on or extension.wanted_on
        action.due_on, action.reminded_on = extension.wanted_on, None
        action.save(update_fields=["due_on", "first_due_on", "reminded_on", "changed_at"])
        put_on_inbox(action, by=by)
    did = "granted an extension" if granted else "refused an extension"
    trail.record(by=by, did=did, to=action, extension=extension.pk)


@transaction.atomic
def rate(*, action: Action, rating: str, reason: str, by: Any) -> None:
    """Set the rating by hand, with a reason; an empty rating gives it back to the rule."""
    held = moving.locked(action)
    insist(permissions.may_rate(by, held))
    insist(YES if reason.strip() else no("Give a reason for the rating"))
    if rating and rating not in MAY_BE_SAID:
        raise ValueError(f"“{rating}” is not a rating that can be set")
    held.said_rating, held.why_said = rating, reason.strip() if rating else ""
    held.save(update_fields=["said_rating", "why_said", "changed_at"])
    RatingChange.objects.create(**signed(by), action=held, rating=rating, reason=reason.strip())
    trail.record(by=by, did="set a rating", to=held, rating=rating or "as worked out")


def _later(action: Action, wanted_on: date) -> Decision:
    if action.due_on and wanted_on <= action.due_on:
        return no("The new date must be after the date that it is due now")
    return YES


def _none_open(action: Action) -> Decision:
    waiting = Extension.objects.filter(action=action, granted__isnull=True).exists()
    return no("An extension was asked for already and waits for an answer") if waiting else YES
