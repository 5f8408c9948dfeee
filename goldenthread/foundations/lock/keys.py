"""What a transaction may see, and how it says so to the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection, transaction


class Door(StrEnum):
    """The way by which someone came in; policies may ask."""

    SEAT = "seat"  # one seat, at an address under /p/<partnership>/
    INBOX = "inbox"  # all seats of one person; reads only
    GUEST = "guest"  # a single-use link
    SIGN_IN = "sign-in"  # nobody yet, at one of the pages by which people sign in
    PUBLIC = "public"  # anyone; sees what was published
    MACHINE = "machine"  # a job or a command


@dataclass(frozen=True)
class Keys:
    """The rows that a transaction may see: those of these owners."""

    door: Door
    partnerships: tuple[int, ...] = ()
    organisations: tuple[int, ...] = ()
    person: int = 0

    def as_settings(self) -> dict[str, str]:
        return {
            "goldenthread.door": self.door,
            "goldenthread.partnerships": _array(self.partnerships),
            "goldenthread.organisations": _array(self.organisations),
            "goldenthread.person": str(self.person),
        }


SIGNING_IN = Keys(Door.SIGN_IN)


@contextmanager
def opened(keys: Keys, *, reads_only: bool = False) -> Iterator[None]:
    """A transaction in which the database shows the rows of these owners and no others.

    Everything done inside is kept or undone as one. Opened inside another, it narrows or changes
    the view for its own length and then puts back what was there.
    """
    nested = connection.in_atomic_block
    with transaction.atomic():
        before = _current() if nested else None
        _tell(keys.as_settings())
        if reads_only and not nested:
            _read_only()
        yield
        if before is not None:
            _tell(before)


def hand_over(keys: Keys, *, reads_only: bool = False) -> None:
    """From here to the end of the open transaction, show the rows of these owners instead."""
    if not connection.in_atomic_block:
        raise RuntimeError("No lock is open: keys belong to the transaction that `opened` begins.")
    _tell(keys.as_settings())
    if reads_only:
        _read_only()


def _array(numbers: tuple[int, ...]) -> str:
    return "{" + ",".join(str(int(number)) for number in numbers) + "}"


NAMES = tuple(SIGNING_IN.as_settings())


def _tell(settings: dict[str, str]) -> None:
    # set_config(…, true) lasts as long as the transaction, so a pooled connection forgets it.
    calls = ", ".join("set_config(%s, %s, true)" for _ in settings)
    values = [part for pair in settings.items() for part in pair]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {calls}", values)


def _current() -> dict[str, str]:
    with connection.cursor() as cursor:
        columns = ", ".join("current_setting(%s, true)" for _ in NAMES)
        cursor.execute(f"SELECT {columns}", list(NAMES))
        return {name: value or "" for name, value in zip(NAMES, cursor.fetchone(), strict=True)}


def _read_only() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")
