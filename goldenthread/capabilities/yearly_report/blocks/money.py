"""Money: what came in, from whom; what it was spent on; what was left. This year beside the last."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from goldenthread.capabilities.yearly_report.blocks.figures import corrected_cell
from goldenthread.capabilities.yearly_report.blocks.record import Record
from goldenthread.engine.writers.report import Block, Notice, Paragraph, Table
from goldenthread.foundations.measures.showing.shown import FigureTable, Line, Shown
from goldenthread.foundations.measures.wording import pounds
from goldenthread.foundations.publishing.kinds import Drawn
from goldenthread.kernel.periods import Period

IN, OUT, LEFT = ("income",), ("expenditure",), ("overspend", "reserve")
MEASURES = (*IN, *OUT, *LEFT)
EMPTY = "The record holds neither income nor expenditure of this year."
NAMES = {"overspend": "Overspend, as published", "reserve": "Reserves"}


class MoneyKind:
    title = "Money"

    def __init__(self, record: Record):
        self.record = record

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        years = self.record.this_year_and_last()
        received = self.record.table_of(IN, self._told(IN, years))
        spent = self.record.table_of(OUT, self._told(OUT, years))
        if received is None and spent is None:
            return Drawn((), note=EMPTY)
        blocks: list[Block] = [Paragraph(said) for said in _sentences(received, spent, years[-1])]
        blocks += [_lines("Money in", "Where it came from", received)] if received else []
        blocks += [_lines("Money out", "What it was spent on", spent)] if spent else []
        blocks += self._left(years)
        return Drawn(tuple(blocks), evidence=f"Money: {years[-1].label}")

    def _told(self, codes: Sequence[str], years: Sequence[Period]) -> list[Period]:
        """The years with figures of these measures; none where this one has none."""
        known = {one.period for code in codes for one in self.record.figures(code)}
        return [year for year in years if year in known] if years[-1] in known else []

    def _left(self, years: Sequence[Period]) -> list[Block]:
        """What was published of the difference and carried forward; then what does not add up, corrections too."""
        tables = {code: self.record.table_of([code], self._told([code], years)) for code in LEFT}
        rows = tuple(
            (_name(code, line), *(cell.text or "–" for cell in line.cells[-1:]))
            for code, table in tables.items()
            if table
            for line in table.lines
        )
        notes = tuple(map(corrected_cell, self.record.corrected_of(MEASURES, years)))
        blocks: list[Block] = []
        if rows:
            blocks.append(
                Table(
                    "What was left", ("At the end of the year", years[-1].label), rows, notes=notes
                )
            )
        elif notes:
            blocks += [Paragraph(note) for note in notes]
        return blocks + self._flags(years)

    def _flags(self, years: Sequence[Period]) -> list[Block]:
        tables = (self.record.table_of([code], self._told([code], years)) for code in MEASURES)
        told = dict.fromkeys(flag for table in tables if table for flag in table.flags)
        return [Notice(sentence, title="As published") for sentence in told]


def _name(code: str, line: Line) -> str:
    return line.name if line.kind == "line" else NAMES[code]


def _sentences(received: FigureTable | None, spent: FigureTable | None, year: Period) -> list[str]:
    """What came in against what went out, where both can be told."""
    came, went = total_of(received), total_of(spent)
    if came is None or went is None:
        return []
    said = f"In {year.label} the partnership received {pounds(came)} and spent {pounds(went)}"
    if came == went:
        return [f"{said}."]
    way = "more" if went > came else "less"
    return [f"{said}, which is {pounds(abs(went - came))} {way} than it received."]


def total_of(table: FigureTable | None) -> Decimal | None:
    """This year's total as published, else the sum of its lines; none where one of them is not told."""
    if table is None:
        return None
    whole = [line.cells[-1].value for line in table.lines if line.kind in ("whole", "own")]
    if whole:
        return whole[0]
    lines = [line.cells[-1].value for line in table.lines if line.kind == "line"]
    return None if None in lines else sum((one for one in lines if one is not None), Decimal(0))


def _lines(caption: str, heading: str, table: FigureTable) -> Table:
    """Each line with its share of this year's total and, where last year's is known, its change."""
    total, compared = total_of(table), len(table.columns) > 1
    header = (heading, *table.columns, *(["Change"] if compared else []))
    share = f"Share of {table.columns[-1]}"
    rows = [_row(line, total, compared) for line in table.lines]
    has_total = table.lines[-1].kind == "whole"
    if not has_total and total is not None and len(rows) > 1:
        rows.append(_summed(table, total, compared))
        has_total = True
    return Table(
        caption,
        (*header, share),
        tuple(rows),
        has_total_row=has_total,
        notes=table.notes,
        source="; ".join(table.sources),
    )


def _row(line: Line, total: Decimal | None, compared: bool) -> tuple[str, ...]:
    texts = (cell.text or "–" for cell in line.cells)
    change = (_change(line.cells),) if compared else ()
    # A subtotal has no share: with it, the shares in the column would come to far more than all.
    share = "–" if line.kind == "subtotal" else _share(line.cells[-1].value, total)
    return (line.name, *texts, *change, share)


def _summed(table: FigureTable, total: Decimal, compared: bool) -> tuple[str, ...]:
    """Where no total was published, the sum of the lines, which says that it is one."""
    earlier = ("–", "–") if compared else ()
    return ("Sum of the lines", *earlier[:1], pounds(total), *earlier[1:], _share(total, total))


def _change(cells: Sequence[Shown]) -> str:
    before, now = cells[0].value, cells[-1].value
    if before is None or now is None:
        return "–"
    return pounds(now - before) if now <= before else f"+{pounds(now - before)}"


def _share(value: Decimal | None, total: Decimal | None) -> str:
    if value is None or not total:
        return "–"
    share = (value * 100 / total).quantize(Decimal(1), ROUND_HALF_UP)
    return "<1%" if value > 0 and not share else f"{share}%"
