"""Lay the partnership's own themes and numbers over the shipped editions."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.thread import permissions
from goldenthread.foundations.thread.models import ActionLog, LocalTheme, TrackerSettings
from goldenthread.foundations.thread.rules.themes import Theme, local
from goldenthread.foundations.trail import actions as trail
from goldenthread.kernel.decision import YES, no


@transaction.atomic
def add_local_theme(*, title: str, by: Any) -> Theme:
    """A theme of the partnership's own. One of the same name is used again, even if it was retired."""
    insist(permissions.may_import(by))
    theme, added = LocalTheme.objects.get_or_create(
        {"title": title.strip()[:200], "added_on": today()},
        partnership_id=by.partnership_id,
        code=_code(title),
    )
    if theme.retired_on:
        theme.retired_on, theme.why_retired = None, ""
        theme.save(update_fields=["retired_on", "why_retired"])
        trail.record(by=by, did="brought a theme back", to=theme)
    if added:
        trail.record(by=by, did="added a theme", to=theme)
    return local(theme.code, theme.title)


def add_themes_of_log(*, titles: Iterable[str], log: ActionLog, by: Any) -> dict[str, Theme]:
    """By title, the partnership's own themes for these words: a few statements and one mark for all.

    Those it had are used again, even if they were retired.
    """
    wanted = {title: _code(title) for title in titles}
    new = {
        code: LocalTheme(
            partnership_id=by.partnership_id, code=code, title=title.strip()[:200], added_on=today()
        )
        for title, code in wanted.items()
    }
    LocalTheme.objects.bulk_create(new.values(), ignore_conflicts=True, batch_size=500)
    held = LocalTheme.objects.filter(partnership_id=by.partnership_id, code__in=new)
    held.exclude(retired_on=None).update(retired_on=None, why_retired="")
    if new:
        trail.record(by=by, did="added the themes of an action log", to=log, themes=len(new))
    titled = dict(held.values_list("code", "title"))
    return {title: local(code, titled[code]) for title, code in wanted.items()}


def _code(title: str) -> str:
    return slugify(title)[:120] or "theme"


@transaction.atomic
def retire_local_theme(*, code: str, reason: str, by: Any) -> None:
    """Offer it no more; what was marked with it stays marked. Retired twice, the first reason stays."""
    insist(permissions.may_manage(by))
    insist(YES if reason.strip() else no("Say why the theme is retired"))
    own = LocalTheme.objects.select_for_update(of=("self",))
    theme = own.get(partnership_id=by.partnership_id, code=code)
    if theme.retired_on:
        return
    theme.retired_on, theme.why_retired = today(), reason.strip()
    theme.save(update_fields=["retired_on", "why_retired"])
    trail.record(by=by, did="retired a theme", to=theme)


@transaction.atomic
def change_settings(
    *,
    soon_days: int | None,
    quiet_days: int | None,
    reminder_days: list[int] | None,
    then_every: int | None,
    by: Any,
) -> None:
    """None anywhere means: as the shipped edition has it."""
    insist(permissions.may_manage(by))
    settings, _ = TrackerSettings.objects.update_or_create(
        {
            "soon_days": soon_days,
            "quiet_days": quiet_days,
            "reminder_days": reminder_days,
            "then_every": then_every,
        },
        partnership_id=by.partnership_id,
    )
    trail.record(by=by, did="changed the tracker's settings", to=settings)
