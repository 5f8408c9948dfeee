"""How a model says who owns its rows: `lock = OwnedByPartnership()` in its body.

Each declaration is the condition that the database puts on every row of the table. A table with
none is refused by `fitting.py`, so forgetting it is an error and not a hole.
"""

from dataclasses import dataclass

from django.apps import apps
from django.db import models

MINE = "= ANY ((SELECT lock_partnerships())::bigint[])"
OUR_ORGANISATIONS = "= ANY ((SELECT lock_organisations())::bigint[])"
ME = "= (SELECT lock_person())"
DOOR = "(SELECT lock_door())"


@dataclass(frozen=True)
class Lock:
    """What may be read, and what may be written; SQL conditions over the table's own columns."""

    def reading(self, table: str) -> str:
        raise NotImplementedError

    def writing(self, table: str) -> str:
        return self.reading(table)

    def adding(self, table: str) -> str:
        return self.writing(table)

    append_only = False


@dataclass(frozen=True)
class OwnedByPartnership(Lock):
    """Rows of one partnership."""

    column: str = "partnership_id"
    append_only: bool = False

    def reading(self, table: str) -> str:
        return f"{self.column} {MINE}"


@dataclass(frozen=True)
class OwnedByOrganisation(Lock):
    """Rows of one organisation, which may serve many partnerships."""

    column: str = "organisation_id"

    def reading(self, table: str) -> str:
        return f"{self.column} {OUR_ORGANISATIONS}"


@dataclass(frozen=True)
class OwnedByPerson(Lock):
    """Rows of one person; the sign-in pages see them too, since nobody is signed in there yet."""

    column: str = "person_id"

    def reading(self, table: str) -> str:
        return f"{self.column} {ME} OR {DOOR} = 'sign-in'"


@dataclass(frozen=True)
class SharedThrough(Lock):
    """Rows of one partnership that a link table shares with others, as a joint panel is.

    Anyone it is shared with may read; only the partnership that hosts it may write.
    """

    link: str
    link_column: str
    column: str = "partnership_id"

    def reading(self, table: str) -> str:
        shared = (
            f"SELECT 1 FROM {self.link} AS link"
            f" WHERE link.{self.link_column} = {table}.id AND link.partnership_id {MINE}"
        )
        return f"{self.column} {MINE} OR EXISTS ({shared})"

    def writing(self, table: str) -> str:
        return f"{self.column} {MINE}"


@dataclass(frozen=True)
class Where(Lock):
    """A condition of its own, for the few tables that need one. It must say why.

    `add` is for rows whose owner is only known once they are there; without it, `write` holds.
    """

    read: str
    write: str
    why: str
    append_only: bool = False
    add: str = ""

    def reading(self, table: str) -> str:
        return self.read

    def writing(self, table: str) -> str:
        return self.write

    def adding(self, table: str) -> str:
        return self.add or self.write


@dataclass(frozen=True)
class Unlocked(Lock):
    """Rows that belong to nobody in particular. It must say why that is safe."""

    why: str

    def reading(self, table: str) -> str:
        return "true"


def declared() -> dict[str, Lock]:
    """Every table of the project and of the libraries it uses, with what was declared for it."""
    found: dict[str, Lock] = {}
    for model in apps.get_models(include_auto_created=True):
        lock = getattr(model, "lock", None)
        if isinstance(lock, Lock) and model._meta.managed:
            found[model._meta.db_table] = lock
    for config in apps.get_app_configs():
        found |= getattr(config, "locks_of_libraries", {})
    return found


def owned_models() -> list[type[models.Model]]:
    """The locked models whose rows have one partnership for an owner, in a column of that name."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if isinstance(
            getattr(model, "lock", Unlocked("")), OwnedByPartnership | SharedThrough | Where
        )
        and any(field.column == "partnership_id" for field in model._meta.local_fields)
    ]
