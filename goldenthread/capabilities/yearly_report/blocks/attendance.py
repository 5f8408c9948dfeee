"""Attendance: who came to the partnership's meetings, and how often each group met."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from goldenthread.capabilities.yearly_report.blocks.figures import corrected_cell
from goldenthread.capabilities.yearly_report.blocks.record import Record
from goldenthread.engine.writers.report import Block, Paragraph, Table
from goldenthread.foundations.measures.models import Observation
from goldenthread.foundations.measures.showing.shown import FigureTable
from goldenthread.foundations.publishing.kinds import Drawn
from goldenthread.kernel.periods import Period

CAME, MET = "group-attendance", "group-meetings"
MEASURES = (CAME, MET)
EMPTY = "The record holds neither the attendance nor the meetings of this year."
ONLY_MEETINGS = "The record says how often each group met in this year, and not who came."


class AttendanceKind:
    title = "Attendance"

    def __init__(self, record: Record):
        self.record = record

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        years = self.record.this_year_and_last()
        came, met = self._came(years), self._met(years)
        if not came and not met:
            return Drawn((), note=EMPTY)
        note = "" if came else ONLY_MEETINGS
        return Drawn((*came, *met), evidence=f"Attendance: {years[-1].label}", note=note)

    def _came(self, years: Sequence[Period]) -> list[Block]:
        before, now = (self._lines(CAME, year) for year in years)
        if not now:
            return []
        seats = self._all_counted(now)
        rows = [self._row(one, before, seats=seats) for one in now]
        told = [*(years[:-1] if before else []), years[-1]]
        counted = [f"Seats filled {told[-1]}", f"Seats {told[-1]}"] if seats else []
        if seats and len(now) > 1:
            rows.append(
                _all(now, before, _share(before) if before and self._all_counted(before) else "–")
            )
        notes = tuple(map(corrected_cell, self.record.corrected_of([CAME], years)))
        table = Table(
            "Who came to the meetings",
            ("Agency", *map(str, told), *counted),
            tuple(rows),
            has_total_row=seats and len(now) > 1,
            notes=notes,
            source=_source([*before, *now]),
        )
        return [Paragraph(_sentence(now, years[-1])), table] if seats else [table]

    def _lines(self, code: str, year: Period) -> list[Observation]:
        """The agencies of one year, withheld ones too: a symbol stands for those."""
        return [one for one in self.record.figures(code) if one.period == year and one.breakdown]

    def _all_counted(self, figures: Sequence[Observation]) -> bool:
        """Whether the public may see each with its seats; only then is there a sum of them."""
        return all(
            one.numerator is not None
            and one.denominator
            and self.record.shown(one).value is not None
            for one in figures
        )

    def _row(
        self, one: Observation, before: Sequence[Observation], *, seats: bool
    ) -> tuple[str, ...]:
        counted = (f"{one.numerator:,.0f}", f"{one.denominator:,.0f}") if seats else ()
        was = next((old for old in before if old.breakdown == one.breakdown), None)
        earlier = (self.record.shown(was).text if was else "–",) if before else ()
        return (one.breakdown, *earlier, self.record.shown(one).text, *counted)

    def _met(self, years: Sequence[Period]) -> list[Block]:
        known = {one.period for one in self.record.figures(MET)}
        told = [year for year in years if year in known]
        table = self.record.table_of([MET], told) if years[-1] in known else None
        return [_meetings(table)] if table else []


def _sentence(now: Sequence[Observation], year: Period) -> str:
    filled, seats = _sum(now)
    lowest = min(now, key=lambda one: one.value or 0)
    said = f"In {year.label}, {filled:,.0f} of {seats:,.0f} seats at the meetings were filled ({_share(now)})"
    if len(now) < 2:
        return f"{said}."
    return f"{said}. Attendance was lowest for {lowest.breakdown}, at {lowest.value:.0f}%."


def _all(now: Sequence[Observation], before: Sequence[Observation], was: str) -> tuple[str, ...]:
    filled, seats = _sum(now)
    earlier = (was,) if before else ()
    return ("All agencies", *earlier, _share(now), f"{filled:,.0f}", f"{seats:,.0f}")


def _sum(figures: Sequence[Observation]) -> tuple[Decimal, Decimal]:
    filled = sum((one.numerator or Decimal(0) for one in figures), Decimal(0))
    return filled, sum((one.denominator or Decimal(0) for one in figures), Decimal(0))


def _share(figures: Sequence[Observation]) -> str:
    filled, seats = _sum(figures)
    return f"{(filled * 100 / seats).quantize(Decimal(1), ROUND_HALF_UP)}%"


def _meetings(table: FigureTable) -> Table:
    """Each group with its meetings, and their sum where every one is told."""
    rows = [tuple(line) for line in table.texts()]
    columns = list(zip(*(line.cells for line in table.lines), strict=True))
    sums = [
        f"{sum(cell.value or 0 for cell in cells):,.0f}"
        if all(cell.value is not None for cell in cells)
        else "–"
        for cells in columns
    ]
    several = len(rows) > 1 and table.lines[-1].kind == "line"
    if several:
        rows.append(("All groups", *sums))
    return Table(
        "Meetings held by each group",
        ("Group", *table.columns),
        tuple(rows),
        has_total_row=several,
        notes=table.notes,
        source="; ".join(table.sources),
    )


def _source(figures: Sequence[Observation]) -> str:
    return "; ".join(dict.fromkeys(str(one.source) for one in figures if one.source))
