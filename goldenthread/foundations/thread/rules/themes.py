"""The shipped themes: immutable rows keyed by edition and code. A partnership adds its own as overlay."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path

SHIPPED = Path(__file__).parent / "editions" / "themes.csv"
LOCAL = "local"
LOCAL_TITLE = "Our own themes"


@dataclass(frozen=True)
class Theme:
    """One theme of one edition; `key` is how a finding names it: "panel-2020:leadership"."""

    edition: str
    edition_title: str
    code: str
    title: str
    source: str

    @property
    def key(self) -> str:
        return f"{self.edition}:{self.code}"


@lru_cache(maxsize=1)
def shipped() -> dict[str, Theme]:
    """Every shipped theme by its key, in the order of the file."""
    with SHIPPED.open(encoding="utf-8", newline="") as lines:
        rows = [
            Theme(r["edition"], r["edition_title"], r["code"], r["title"], r["source"])
            for r in csv.DictReader(lines)
        ]
    return {theme.key: theme for theme in rows}


def national_lists() -> list[list[Theme]]:
    """The shipped themes, a list for each edition."""
    return [list(same) for _, same in groupby(shipped().values(), key=attrgetter("edition"))]


def local(code: str, title: str) -> Theme:
    return Theme(LOCAL, LOCAL_TITLE, code, title, "Added by the partnership")


def split(key: str) -> tuple[str, str]:
    """ "panel-2020:leadership" → ("panel-2020", "leadership"). ValueError if it is not a key."""
    edition, between, code = key.partition(":")
    if not between or not code:
        raise ValueError(f"“{key}” is not a theme")
    return edition, code
