"""The list of measures, each with its newest figure; the lists of imports and of what does not add up."""

from dataclasses import dataclass
from functools import cached_property

from goldenthread.foundations.design.filters import Choice, Conditions, Search
from goldenthread.foundations.design.listing import Column, Listing
from goldenthread.foundations.measures import queries
from goldenthread.foundations.measures.definitions import Basis
from goldenthread.foundations.measures.wording import figure_text


@dataclass(frozen=True)
class Newest:
    """A measure's newest figure, as it is written."""

    text: str
    period: str


class CataloguePage:
    """Asks for what the page at hand shows, whatever the number of figures behind it."""

    def __init__(self, member, asked) -> None:
        self.member = member
        self.listing = Listing(
            queries.measures_of(member),
            asked,
            columns=(
                Column("Measure", "name", by=("name",)),
                Column("Theme", "theme", by=("theme", "name")),
                Column("Newest figure", numeric=True),
                Column("Period"),
                Column("Supplied by", "supplier", by=("supplier", "name")),
            ),
            filters=_filters(queries.themes_of(member)),
            sorted_by="theme",
            one="measure",
        )

    @cached_property
    def newest(self) -> dict[int, Newest]:
        """By measure; measures with no figure for the whole of our area are not in it."""
        rows = queries.latest_of(self.member, [measure.pk for measure in self.listing.rows])
        return {pk: Newest(text_of(one), one.period.label) for pk, one in rows.items()}

    @cached_property
    def flagged(self) -> set[int]:
        return queries.flagged_among([measure.pk for measure in self.listing.rows])


def _filters(themes: list[str]):
    return (
        Search("words", "Words in the name or definition", ("name", "definition", "supplier")),
        Choice("theme", "Theme", [(theme, theme) for theme in themes], "theme"),
        Choice("basis", "What the figures are", [(b.value, b.value) for b in Basis], "basis"),
        Conditions(
            "with",
            "Show only measures",
            [("figures", "with figures"), ("flags", "with something that does not add up")],
            conditions={"figures": queries.with_figures(), "flags": queries.with_flags()},
        ),
    )


def text_of(one) -> str:
    """The figure of an observation as it is written; its symbol where it has no value."""
    if one.value is None:
        return one.symbol or "–"
    return figure_text(one.value, one.measure.basis, one.measure.unit)


def parts_of(one) -> str:
    """“60 of 421”: the numerator and denominator of a share."""
    parts = [one.numerator, one.denominator]
    return " of ".join(f"{part.normalize():,f}" for part in parts if part is not None)


def imports_page(member, asked) -> Listing:
    return Listing(
        queries.imports_of(member),
        asked,
        columns=(
            Column("File", "file", by=("file_name",)),
            Column("Brought in", "when", by=("imported_at",)),
            Column("By"),
            Column("Added", "added", by=("added",), numeric=True),
            Column("Changed", "changed", by=("changed",), numeric=True),
            Column("Here already", numeric=True),
        ),
        sorted_by="-when",
        one="file",
    )


def figures_of_import(brought, asked) -> Listing:
    """What one file brought, figure by figure."""
    return Listing(
        queries.in_full(brought.observations.all()),
        asked,
        columns=(
            Column("Measure", "measure", by=("measure__name", "breakdown")),
            Column("Line"),
            Column("Area"),
            Column("Period", "period", by=("period_end",)),
            Column("Figure", numeric=True),
            Column("Place", "place", by=("pk",)),
        ),
        sorted_by="place",
        one="figure",
    )


def flags_page(member, asked) -> Listing:
    return Listing(
        queries.open_flags(member),
        asked,
        columns=(
            Column("What does not add up", "measure", by=("observation__measure__name",)),
            Column("Published", "found", by=("found",), numeric=True),
            Column("Expected", "expected", by=("expected",), numeric=True),
            Column("Source"),
        ),
        sorted_by="measure",
        one="figure that does not add up",
        many="figures that do not add up",
    )
