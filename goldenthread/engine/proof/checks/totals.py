"""Totals that the lines above them, or the cells beside them, do not make."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from goldenthread.engine.proof.checks import sums
from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.grid import NOT_ADDED, PLAIN_TOTAL, TOTAL, Grid, Row
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip

KIND = "total"
CLOSE, FAR = Decimal("0.15"), Decimal("0.5")


@dataclass(frozen=True)
class Misfit:
    """A total cell with what its lines make instead."""

    row: Row
    column: int
    expected: Decimal
    found: Decimal
    certainty: float
    said: str

    @property
    def apart(self) -> Decimal:
        """How far out the total is, as a share of itself."""
        return abs(self.expected - self.found) / max(abs(self.found), Decimal(1))


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    """A slip for each total in a table that is not the sum of its lines."""
    for at, table in document.tables():
        grid = Grid(table)
        best: dict[tuple[int, int], Misfit] = {}
        for misfit in [*down(grid), *across(grid)]:
            cell = misfit.row.at, misfit.column
            if cell not in best or best[cell].certainty < misfit.certainty:
                best[cell] = misfit
        for (row, column), misfit in best.items():
            yield Slip(
                KIND,
                table.place_of(row, column),
                misfit.row.quote,
                misfit.said,
                misfit.certainty,
                expected=misfit.expected,
                found=misfit.found,
                at=at,
            )


def down(grid: Grid) -> Iterator[Misfit]:
    """Totals at the foot (or head) of columns."""
    columns = [c for c in grid.amount_columns if grid.adds_up(c)]
    for index, row in enumerate(grid.rows):
        if not row.is_total:
            continue
        results = {c: sums.makes(grid.rows, index, c) for c in columns if row.value(c) is not None}
        sound = sum(1 for made in results.values() if made is not None and made.right)
        for column, made in results.items():
            if made is not None and not made.right:
                yield misfit_down(grid, row, column, made, sound)


def misfit_down(grid: Grid, row: Row, column: int, made: sums.Made, sound: int) -> Misfit:
    found = row.value(column) or Decimal(0)
    name = f" under “{grid.columns[column]}”" if grid.columns[column] else ""
    said = f"The total{name} is given as {shown(found)}, but its {made.lines} lines add to {shown(made.expected)}."
    misfit = Misfit(row, column, made.expected, found, 0.0, said)
    plain = 0.85 if PLAIN_TOTAL.fullmatch(row.label.strip(" :")) else 0.55
    certainty = plain + (0.1 if sound else 0.0) + (0.05 if misfit.apart < CLOSE else 0.0)
    if misfit.apart > FAR and not sound:
        certainty -= 0.4
    if made.rounding:
        certainty = min(certainty, 0.45)
    return Misfit(row, column, made.expected, found, min(certainty, 0.97), said)


def across(grid: Grid) -> Iterator[Misfit]:
    """A column headed 'Total' against the cells before it in each row."""
    for column in grid.amount_columns:
        if grid.is_total_column(column):
            yield from across_to(grid, column)


def across_to(grid: Grid, column: int) -> Iterator[Misfit]:
    parts = parts_of(grid, column)
    if len(parts) < 2:
        return
    results = [
        (row, made) for row in grid.rows if (made := row_makes(row, parts, column)) is not None
    ]
    wrong = [(row, made) for row, made in results if made != row.value(column)]
    sound = len(results) - len(wrong)
    for row, made in wrong:
        found = row.value(column) or Decimal(0)
        said = f"The row's total is given as {shown(found)}, but its {len(parts)} cells add to {shown(made)}."
        misfit = Misfit(row, column, made, found, 0.0, said)
        certainty = (
            0.93 if sound >= len(wrong) else 0.7 if sound or misfit.apart < CLOSE / 2 else 0.2
        )
        yield Misfit(row, column, made, found, certainty, said)


def parts_of(grid: Grid, column: int) -> list[int]:
    """The columns that a total column may add: figures of one kind, before it (or after, if it leads)."""
    usable = [
        c
        for c in grid.amount_columns
        if c != column
        and grid.adds_up(c)
        and not grid.is_total_column(c)
        and not TOTAL.search(grid.columns[c])
        and not NOT_ADDED.search(grid.columns[c])
    ]
    return [c for c in usable if c < column] or [c for c in usable if c > column]


def row_makes(row: Row, parts: list[int], column: int) -> Decimal | None:
    """The sum of a row's parts, or None where something is withheld or too little is filled in."""
    if row.value(column) is None or any(row.cells[c].withheld for c in parts):
        return None
    values = [value for c in parts if (value := row.value(c)) is not None]
    unit = {amount.unit for c in (*parts, column) if (amount := row.cells[c].amount)}
    return sum(values, Decimal(0)) if len(values) > 1 and len(unit) == 1 else None


def shown(value: Decimal) -> str:
    return (
        f"{value:,f}".rstrip("0").rstrip(".")
        if value != value.to_integral_value()
        else f"{int(value):,}"
    )
