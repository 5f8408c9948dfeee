"""What the lines of a column make, in each of the ways in which reports group their lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from goldenthread.engine.proof.grid import Row

MOST_LINES, MOST_TOTALS, ENOUGH_ROUNDED = 400, 12, 6


@dataclass(frozen=True)
class Made:
    """`expected` is the likeliest sum; `right` when the printed total is any fair one.

    `rounding` says that the gap is no more than rounded lines would leave.
    """

    expected: Decimal
    lines: int
    right: bool
    rounding: bool


def makes(rows: Sequence[Row], index: int, column: int) -> Made | None:
    """What the lines of row `index`, a total, add to; None where there is nothing to add."""
    found = rows[index].value(column)
    ways = [lines for lines in groupings(rows, index, column) if len(lines) > 1]
    if found is None or not ways or withheld_near(rows, index, column):
        return None
    sums = [sum((row.value(column) or Decimal(0) for row in lines), Decimal(0)) for lines in ways]
    nearest = min(range(len(sums)), key=lambda i: abs(sums[i] - found))
    chosen = 0 if abs(sums[0] - found) <= abs(found) / 2 else nearest
    right = found in sums or nested(ways[0], column, found)
    slack = rounding_slack(ways[chosen], rows[index], column)
    return Made(sums[chosen], len(ways[chosen]), right, abs(sums[chosen] - found) <= slack)


def withheld_near(rows: Sequence[Row], index: int, column: int) -> bool:
    """Whether any line that the total may sum is withheld, so that nobody can add them."""
    lines = rows[:index] if any(row.has_figures for row in rows[:index]) else rows[index + 1 :]
    return any(row.cells[column].withheld for row in lines)


def groupings(rows: Sequence[Row], index: int, column: int) -> Iterator[list[Row]]:
    """The lines that a total may stand for, the likeliest first."""
    above = rows[:index]
    if len(above) > MOST_LINES:
        above = above[-MOST_LINES:]
    counted = [row for row in above if row.value(column) is not None and not row.is_part]
    lines = [row for row in counted if not row.is_total and not row.is_balance]
    if not counted:
        yield until_total(rows[index + 1 :], column)
        return
    totals = [row for row in counted if row.is_total]
    since = [row for row in lines if not totals or row.at > totals[-1].at]
    block = since_heading(above, column)
    grouped = totals + since
    yield from (since, lines, totals, grouped, block) if since else (totals, lines, grouped)
    if totals and totals[-1].at == counted[-1].at:
        yield lines
    yield [row for row in counted if not row.is_total]
    for last in range(max(0, len(totals) - MOST_TOTALS), len(totals)):
        yield totals[last:] + since
        yield [row for row in lines if row.at > totals[last].at]


def until_total(rows: Sequence[Row], column: int) -> list[Row]:
    """The lines under a total that stands first."""
    lines: list[Row] = []
    for row in rows:
        if row.is_total:
            break
        if row.value(column) is not None or row.cells[column].withheld:
            lines.append(row)
    return [row for row in lines if not row.is_part]


def since_heading(rows: Sequence[Row], column: int) -> list[Row]:
    """The lines since the last row that only names a group."""
    lines: list[Row] = []
    for row in rows:
        if not row.has_figures:
            lines = []
        elif row.value(column) is not None and not row.is_part:
            lines.append(row)
    return lines


def nested(lines: list[Row], column: int, found: Decimal) -> bool:
    """Whether the total comes out once each line that sums its neighbours is counted once."""
    values = [row.value(column) or Decimal(0) for row in lines][:60]
    for at, value in enumerate(values):
        after = before = Decimal(0)
        for step in range(1, len(values)):
            after += values[at + step] if at + step < len(values) else 0
            before += values[at - step] if at >= step else 0
            if step > 1 and value and value in (after, before) and sum(values) - value == found:
                return True
    return False


def rounding_slack(lines: list[Row], total: Row, column: int) -> Decimal:
    """How far rounded lines may fall from a rounded total: nought for plain counts."""
    amounts = [amount for row in (*lines, total) if (amount := row.cells[column].amount)]
    if any(amount.scaled for amount in amounts):
        return Decimal(len(amounts)) * 50_000
    values = [amount.value for amount in amounts if not amount.unit]
    for step in (10, 5):
        if len(values) >= ENOUGH_ROUNDED and all(value % step == 0 for value in values):
            return Decimal(step * len(values)) / 2
    decimals = max(amount.decimals for amount in amounts)
    money = any(amount.unit == "£" for amount in amounts) or decimals == 2
    if decimals in (1, 3) or money:
        return Decimal(10) ** -decimals if decimals in (1, 3) else Decimal(1)
    return Decimal(0)
