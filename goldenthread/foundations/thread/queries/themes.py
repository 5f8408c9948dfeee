"""The themes a partnership may choose from: the shipped ones, and its own beside them."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from goldenthread.foundations.thread.models import LocalTheme
from goldenthread.foundations.thread.rules import themes
from goldenthread.foundations.thread.rules.themes import Theme


def themes_of(partnership_id: int, *, with_retired: bool = False) -> dict[str, Theme]:
    """Every theme by its key, national lists first, then the partnership's own by title."""
    own = LocalTheme.objects.filter(partnership_id=partnership_id)
    if not with_retired:
        own = local_themes(partnership_id)
    added = [themes.local(theme.code, theme.title) for theme in own]
    return themes.shipped() | {theme.key: theme for theme in added}


def local_themes(partnership_id: int) -> QuerySet[LocalTheme]:
    """The partnership's own that are still offered."""
    return LocalTheme.objects.filter(partnership_id=partnership_id, retired_on__isnull=True)


def retired_themes(partnership_id: int) -> QuerySet[LocalTheme]:
    return LocalTheme.objects.filter(partnership_id=partnership_id, retired_on__isnull=False)


def titles(rows, known: dict[str, Theme]) -> list[str]:
    """The titles of theme rows; a theme that is no longer known shows its code."""
    keys = [f"{row.edition}:{row.code}" for row in rows]
    return [known[key].title if key in known else key for key in keys]


def borne(rows: QuerySet) -> ArraySubquery:
    """The themes of each thing that is read, in the same query; `rows` are its own. For `named`."""
    own = LocalTheme.objects.filter(
        partnership_id=OuterRef("partnership_id"), code=OuterRef("code")
    )
    title = Subquery(own.values("title")[:1])
    return ArraySubquery(rows.values(one=JSONObject(edition="edition", code="code", title=title)))


def named(thing: Any) -> list[str]:
    """The titles of the themes that a thing bears, retired ones too; it was read with `bears`."""
    shipped = themes.shipped()
    return [
        shipped[key].title
        if (key := f"{one['edition']}:{one['code']}") in shipped
        else one["title"]
        for one in thing.bears
    ]
