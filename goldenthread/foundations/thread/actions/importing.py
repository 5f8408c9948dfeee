"""Bring an action log in: the file waits with its mapping until it is confirmed, then all at once."""

from datetime import timedelta
from typing import Any

from django.db import transaction

from goldenthread.engine.intake.table import Table
from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.models import Organisation
from goldenthread.foundations.thread import permissions
from goldenthread.foundations.thread.actions.arriving import bring_rows_in
from goldenthread.foundations.thread.actions.signing import signed
from goldenthread.foundations.thread.models import ActionLog, OrganisationWord
from goldenthread.foundations.thread.queries import logs
from goldenthread.foundations.trail import actions as trail
from goldenthread.kernel.decision import YES, Decision, no

SAID_YES = "Somebody has confirmed this log already"
LEFT_LYING = timedelta(days=7)


@transaction.atomic
def upload_log(
    *, name: str, content: bytes, tables: list[Table] | None = None, by: Any
) -> ActionLog:
    """Keep a file until it is brought in. Raises intake.messages.Unreadable; then nothing is kept.

    `tables` are what the file holds, from whoever has read it already.
    """
    insist(permissions.may_import(by))
    tables = tables or logs.tables_in(content, name)
    table = logs.likeliest(tables, by.partnership_id)
    _let_go_of_old(by)
    log = ActionLog.objects.create(
        **signed(by),
        file_name=name[-200:],
        content=content,
        part=table.name[:200],
        header=table.header,
        mapping=logs.proposed(table, by.partnership_id),
    )
    trail.record(by=by, did="uploaded an action log", to=log)
    return log


@transaction.atomic
def choose_table(*, log: ActionLog, part: str, by: Any) -> None:
    _may_still_change(log, by)
    tables = {table.name: table for table in logs.tables_in(log.content or b"", log.file_name)}
    table = tables[part]
    log.part, log.header = part[:200], table.header
    log.mapping = logs.proposed(table, by.partnership_id)
    log.save(update_fields=["part", "header", "mapping"])


@transaction.atomic
def map_columns(*, log: ActionLog, mapping: dict[str, str], by: Any) -> None:
    """`mapping` is heading → field name; headings left out are kept and not read."""
    _may_still_change(log, by)
    log.mapping = mapping
    log.save(update_fields=["mapping"])


@transaction.atomic
def teach_organisation(*, words: str, organisation: Organisation, by: Any) -> None:
    """Say what a log means by a name, for this log and every later one."""
    insist(permissions.may_import(by))
    known = OrganisationWord.objects.filter(
        partnership_id=by.partnership_id, words__iexact=words.strip()
    )
    if not known.update(organisation=organisation):
        OrganisationWord.objects.create(
            partnership_id=by.partnership_id, words=words.strip()[:200], organisation=organisation
        )
    trail.record(by=by, did="said what a log calls an organisation", to=organisation)


@transaction.atomic
def bring_in(
    *, log: ActionLog, if_done: str = "", leave_out_refused: bool = False, by: Any
) -> ActionLog:
    """Everything in the log becomes actions, or nothing does. Asked twice, it happens once."""
    insist(permissions.may_import(by))
    log = ActionLog.objects.select_for_update().get(pk=log.pk)
    if log.brought_in_at:
        return log
    preview = logs.preview_of(log)
    insist(_may_come_in(preview, leave_out_refused))
    log.if_done = if_done or log.if_done
    bring_rows_in(preview.to_import, log=log, by=by)
    log.brought_in_at, log.content = now(), None
    log.rows_in, log.rows_left_out = preview.counts.to_import, preview.counts.refused
    log.leave_out_refused = leave_out_refused
    log.save()
    trail.record(by=by, did="brought in an action log", to=log, rows=log.rows_in)
    return log


def _may_come_in(preview, leave_out_refused: bool) -> Decision:
    if not preview.is_ready:
        return no("Nothing in this table can be brought in. Put it right and upload it again")
    if preview.counts.refused and not leave_out_refused:
        return no("Some rows cannot be read. Put them right, or say that they are left out")
    return YES


def _may_still_change(log: ActionLog, by: Any) -> None:
    """Not once somebody has said yes to what the preview showed."""
    insist(permissions.may_import(by))
    held = ActionLog.objects.select_for_update().get(pk=log.pk)
    insist(no(SAID_YES) if held.confirmed_at or held.brought_in_at else YES)


def _let_go_of_old(by: Any) -> None:
    """Files that nobody brought in are not kept longer than a week."""
    old = ActionLog.objects.filter(
        partnership_id=by.partnership_id,
        brought_in_at=None,
        confirmed_at=None,
        at__lt=now() - LEFT_LYING,
    )
    old.delete()
