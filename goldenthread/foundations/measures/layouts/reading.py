"""The one way in for figures: a file of any kind is recognised, read row by row, and told about."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from goldenthread.engine.intake import preview as intake
from goldenthread.engine.intake.limits import FIGURES
from goldenthread.engine.intake.messages import Message, Severity, Unreadable
from goldenthread.engine.intake.reading import read_tables
from goldenthread.engine.intake.table import Row, Table
from goldenthread.foundations.measures.layouts import benchmarks, rows
from goldenthread.foundations.measures.layouts.cells import CannotRead
from goldenthread.foundations.measures.layouts.figure import SUBTOTAL, Figure, Reading
from goldenthread.foundations.measures.layouts.layout import (
    Layout,
    known_headings,
    layout_named,
    recognise,
)
from goldenthread.foundations.measures.layouts.rows import Given

GENERAL = "indicators"


def read_figures(
    source: Path | bytes, name: str, given: Given, *, mapping: dict[str, str] | None = None
) -> Reading:
    """Every figure in a file, and what must be told. Reads only; never raises for what is in the file.

    `mapping` (heading → column of the general layout) is for a file that no layout fits.
    """
    try:
        table = _table(source, name)
    except Unreadable as error:
        return Reading(messages=[error.message])
    layout = layout_named(GENERAL) if mapping else recognise(table.header)
    if layout is None:
        told = "We do not know this layout. Say which column is which"
        return Reading(header=table.header, messages=[Message(table.place_of(), told)])
    return _read(table, layout, mapping or layout.mapping(table.header), given)


def check_readable(source: Path | bytes, name: str) -> None:
    """Raises Unreadable, with the reason, for a file that holds no table which could be looked at."""
    _table(source, name)


def _table(source: Path | bytes, name: str) -> Table:
    """The table that fits a layout best; of several sheets, hidden ones last."""
    tables = read_tables(source, name, known_headings=known_headings(), limits=FIGURES)
    return max(tables, key=lambda one: (not one.hidden, recognise(one.header) is not None))


def _read(table: Table, layout: Layout, mapping: dict[str, str], given: Given) -> Reading:
    reading = Reading(layout.name, layout.title, header=table.header)
    lacking = [one for one in layout.needed if one not in mapping.values()]
    if lacking:
        named = ", ".join(f"“{one}”" for one in lacking)
        told = f"This looks like “{layout.title}”, but it has no column {named}"
        reading.messages.append(Message(table.place_of(), told))
        return reading
    shown = intake.apply_mapping(table, mapping, layout.fields(table.header))
    reading.messages += shown.all_messages
    reading.messages += _left_out(table, shown.unmapped)
    reading.rows = len(shown.rows)
    reading.figures = grouped(_every_figure(table, layout, shown.rows, mapping, given, reading))
    _tell_of_repeats(reading)
    if not reading.figures and not reading.errors:
        reading.messages.append(Message(table.place, "holds no figures"))
    return reading


def _left_out(table: Table, unmapped: list[str]) -> Iterator[Message]:
    for heading in unmapped:
        place = table.place_of(column=table.header.index(heading))
        yield Message(place, f"We leave out the column “{heading}”", Severity.WARNING)


def _every_figure(
    table: Table,
    layout: Layout,
    read: list[intake.PreviewRow],
    mapping: dict[str, str],
    given: Given,
    reading: Reading,
) -> Iterator[Figure]:
    """Figures row by row; a row at fault gives none, and its message goes to the reading."""
    texts = [{name: str(value or "") for name, value in one.values.items()} for one in read]
    siblings = benchmarks.Siblings(texts) if layout.benchmarks else None
    for one, row in zip(read, texts, strict=True):
        place = table.place_of(Row(one.number, ()))
        try:
            figures = list(
                benchmarks.figures_of(row, place, siblings)
                if siblings
                else rows.figures_of(row, place, layout, given)
            )
        except CannotRead as error:
            reading.messages.append(error.at(_place(table, one.number, error.column, mapping)))
            continue
        said = [
            replace(figure, place=_place(table, one.number, figure.column, mapping))
            for figure in figures
            if not figure.said.is_blank
        ]
        if not said:
            reading.messages.append(Message(place, "This row gives no figure"))
        yield from said


def _place(table: Table, number: int, column: str, mapping: dict[str, str]):
    heading = next((h for h, name in mapping.items() if name == column), None)
    at = table.header.index(heading) if heading else None
    return table.place_of(Row(number, ()), at)


def grouped(figures: Iterable[Figure]) -> list[Figure]:
    """Lines above a subtotal, back to the last one, belong to it, as in any statement of accounts."""
    kept = list(figures)
    waiting: dict[tuple[object, ...], list[int]] = {}
    for n, figure in enumerate(kept):
        account = (figure.code, figure.area, figure.period)
        if figure.standing == SUBTOTAL:
            for line in [*waiting.pop(account, []), n]:
                kept[line] = kept[line].with_group(figure.breakdown)
        elif figure.breakdown:
            waiting.setdefault(account, []).append(n)
    return kept


def _tell_of_repeats(reading: Reading) -> None:
    """The same figure twice is kept once; two different ones for the same thing are an error."""
    first: dict[tuple[object, ...], Figure] = {}
    for figure in reading.figures:
        before = first.setdefault(figure.key, figure)
        if before is figure:
            continue
        if before.said == figure.said:
            told = f"Says the same as row {before.place.row} again; we keep it once"
            reading.messages.append(Message(figure.place, told, Severity.NOTE))
        else:
            told = f"Gives another figure than row {before.place.row} for the same thing"
            reading.messages.append(Message(figure.place, told))
    reading.figures = list(first.values())
