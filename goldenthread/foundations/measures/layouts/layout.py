"""The layouts as written in `layouts.toml`, and how a file is recognised by its headings."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from goldenthread.engine.intake.fields import Field
from goldenthread.engine.intake.wording import plain

NEARLY = 0.7  # of its headings: then the file is told what it lacks, instead of not being known


@dataclass(frozen=True)
class Layout:
    """One layout; see the heading of `layouts.toml` for what each part says."""

    name: str
    title: str
    columns: tuple[str, ...]
    optional: tuple[str, ...] = ()
    line: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    total: str = ""
    figures: dict[str, str] = field(default_factory=dict)
    figure: str = ""
    kind: str = "kind"
    by_kind: dict[str, dict[str, str]] = field(default_factory=dict)
    named_by: str = ""
    basis_by: str = ""
    across: str = ""
    undated: bool = False
    benchmarks: bool = False
    scale: int = 1
    average: dict[str, str] = field(default_factory=dict)
    source_title: str = ""

    @property
    def _known(self) -> dict[str, str]:
        """Each column by its words as they are compared."""
        return {plain(column): column for column in (*self.columns, *self.optional)}

    @property
    def needed(self) -> tuple[str, ...]:
        """The general layout asks for three of its columns; the others for every one."""
        return (self.named_by, "period", "value") if self.named_by else self.columns

    def missing(self, header: Sequence[str]) -> list[str]:
        there = set(map(plain, header))
        return [column for column in self.needed if plain(column) not in there]

    def fields(self, header: Sequence[str]) -> list[Field]:
        """What intake is to read from each column: all as text, since a cell may hold a symbol."""
        known = self._known
        extra = header if self.across else ()
        names = dict.fromkeys([*known.values(), *(h for h in extra if plain(h) not in known)])
        return [Field(name, name.replace("_", " ").capitalize()) for name in names]

    def mapping(self, header: Sequence[str]) -> dict[str, str]:
        """Heading → field; a heading of no use to this layout is left out."""
        known = self._known
        return {
            heading: known.get(plain(heading), heading)
            for heading in header
            if plain(heading) in known or self.across
        }


@cache
def layouts() -> tuple[Layout, ...]:
    path = files("goldenthread.foundations.measures") / "layouts" / "layouts.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["layout"]
    return tuple(Layout(**{name: _frozen(value) for name, value in row.items()}) for row in rows)


def recognise(header: Sequence[str]) -> Layout | None:
    """The layout whose headings are all there (of several the fullest), else one that nearly fits."""
    fitting = [one for one in layouts() if not one.missing(header)]
    if fitting:
        return max(fitting, key=lambda one: len(one.needed))
    nearest = max(layouts(), key=lambda one: _share(one, header))
    return nearest if _share(nearest, header) >= NEARLY else None


def layout_named(name: str) -> Layout:
    return next(one for one in layouts() if one.name == name)


def known_headings() -> frozenset[str]:
    return frozenset(plain(column) for one in layouts() for column in one.columns)


def _share(layout: Layout, header: Sequence[str]) -> float:
    return 1 - len(layout.missing(header)) / len(layout.needed)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
