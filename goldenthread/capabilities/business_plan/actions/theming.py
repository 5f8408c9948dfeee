"""Themes shared with other boards: kept, sorted, reported."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.capabilities.business_plan import permissions
from goldenthread.capabilities.business_plan.models import LinkedBoard, SharedTheme, ThemeReport
from goldenthread.capabilities.business_plan.rules import sorting, who
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks import actions as clocks
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.trail import actions as trail


@transaction.atomic
def add_theme(*, linked: Sequence[str] = (), by, **fields: Any) -> SharedTheme:
    """`fields` are title, urgency, importance, lead_board, reporting_month and linkage."""
    insist(permissions.may_type(by))
    theme = SharedTheme.objects.create(partnership_id=by.partnership_id, **fields)
    _link(theme, linked)
    _set_due(theme, sorting.next_report(theme.reporting_month, today()), by=by)
    trail.record(by=by, did="shared a theme", to=theme)
    return theme


@transaction.atomic
def change_theme(*, theme: SharedTheme, linked: Sequence[str], by, **fields: Any) -> None:
    insist(permissions.may_type(by))
    moved = fields.get("reporting_month", theme.reporting_month) != theme.reporting_month
    for name, value in fields.items():
        setattr(theme, name, value)
    theme.save(update_fields=list(fields))
    _link(theme, linked)
    if moved:
        _set_due(theme, sorting.next_report(theme.reporting_month, today()), by=by)
    trail.record(by=by, did="changed a shared theme", to=theme, fields=sorted(fields))


@transaction.atomic
def report_theme(*, theme: SharedTheme, on: date, said: str = "", by) -> ThemeReport:
    """It was reported; it is due again a year on."""
    insist(permissions.may_type(by))
    report = ThemeReport.objects.create(
        partnership_id=theme.partnership_id,
        theme=theme,
        on=on,
        said=said,
        by=by.described,
        seat_id=by.seat_id,
    )
    _set_due(theme, sorting.report_after(theme.reporting_month, on), by=by)
    trail.record(by=by, did="reported a shared theme", to=theme)
    return report


@transaction.atomic
def end_theme(*, theme: SharedTheme, by) -> None:
    """No longer shared. Its reports stay in the record."""
    insist(permissions.may_type(by))
    theme.ended_on = today()
    theme.save(update_fields=["ended_on"])
    clocks.settle(trail.reference(theme), by=by)
    trail.record(by=by, did="ended a shared theme", to=theme)


def _link(theme: SharedTheme, linked: Sequence[str]) -> None:
    wanted = {name for name in linked if name != theme.lead_board}
    theme.linked.exclude(name__in=wanted).delete()
    known = set(theme.linked.values_list("name", flat=True))
    LinkedBoard.objects.bulk_create(
        LinkedBoard(partnership_id=theme.partnership_id, theme=theme, name=name)
        for name in sorted(wanted - known)
    )


def _set_due(theme: SharedTheme, due_on: date | None, *, by) -> None:
    about = trail.reference(theme)
    if due_on is None:
        clocks.settle(about, by=by)
        return
    clocks.set_due(
        about,
        title=f"Report on {theme.title} to {theme.lead_board}",
        due_on=due_on,
        page="business_plan:report_theme",
        page_kwargs={"pk": theme.pk},
        partnership_id=theme.partnership_id,
        roles=who.MANAGES,
        by=by,
    )
