"""Tell progress, and capture a decision in one line."""

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.thread import permissions
from goldenthread.foundations.thread.actions import deciding, moving, proving
from goldenthread.foundations.thread.actions.recording import record_action
from goldenthread.foundations.thread.actions.signing import signed
from goldenthread.foundations.thread.models import Action, ProgressNote
from goldenthread.foundations.thread.queries.owners import organisation_called
from goldenthread.foundations.thread.rules import one_line
from goldenthread.foundations.trail import actions as trail


@transaction.atomic
def tell_progress(*, action: Action, text: str, by: Any) -> ProgressNote:
    """Add a note. Notes are never changed, so of two people at once both are kept."""
    held = moving.locked(action)
    insist(permissions.may_update(by, held))
    note = ProgressNote.objects.create(**signed(by), action=held, text=text.strip())
    moving.begin(held, by)
    held.heard_on = today()
    held.save(update_fields=["heard_on", "changed_at"])
    trail.record(by=by, did="told progress", to=held, note=note.pk)
    return note


@transaction.atomic
def update(
    *,
    action: Action,
    standing: str,
    progress: str = "",
    evidence: str = "",
    upload: Any = None,
    wanted_on: date | None = None,
    why_later: str = "",
    by: Any,
) -> None:
    """All that an owner says at once: progress, that it is done and what shows it, or more time.

    `standing` is "going", "done" or "later". Everything is kept, or nothing.
    """
    if progress.strip():
        tell_progress(action=action, text=progress, by=by)
    if standing == "done":
        proving.add_evidence(of=action, text=evidence, upload=upload, by=by)
        moving.take_action_step("report-done", action=action, by=by)
    if standing == "later" and wanted_on:
        deciding.ask_extension(action=action, wanted_on=wanted_on, reason=why_later, by=by)


@transaction.atomic
def capture(
    *,
    line: str,
    due_on: date | None = None,
    owner_organisation_id: int | None = None,
    owner_name: str = "",
    source: Any = "",
    source_title: str = "",
    by: Any,
) -> Action:
    """A decision as it was said becomes an action; what is given beside the line has the last word."""
    said = one_line.read(line, today())
    who = owner_name or said.who
    organisation = owner_organisation_id or organisation_called(who, by.partnership_id)
    return record_action(
        text=said.what,
        due_on=due_on or said.due_on,
        owner_organisation_id=organisation,
        owner_name=who,
        source=source,
        source_title=source_title,
        by=by,
    )
