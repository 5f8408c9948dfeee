"""A chart in words and as a table, for those who do not see it and those who want the figures."""

from collections.abc import Sequence

from goldenthread.engine.charts.chart import MEANINGS, Series, Value, number_of, text_of

Rows = tuple[tuple[str, ...], ...]


def table_of(
    first: str, labels: Sequence[str], series: Sequence[Series], unit: str
) -> tuple[tuple[str, ...], Rows]:
    """The header and the rows of the table beneath a chart: a row for each label."""
    header = (first, *(one.name for one in series))
    rows = tuple(
        (label, *(text_of(one.values[n], unit) for one in series)) for n, label in enumerate(labels)
    )
    return header, rows


def notes_on(series: Sequence[Series]) -> tuple[str, ...]:
    """What each symbol in place of a figure means, in the order in which they appear."""
    symbols: dict[str, None] = {}
    for one in series:
        for value in one.values:
            if value is None or isinstance(value, str):
                symbols["x" if value is None else value] = None
    return tuple(f"{symbol}: {MEANINGS.get(symbol, 'no figure')}" for symbol in symbols)


def trend_in_words(labels: Sequence[str], series: Sequence[Series], unit: str) -> str:
    span = labels[0] if len(labels) == 1 else f"{labels[0]} to {labels[-1]}"
    return " ".join([f"Line chart, {span}.", *(line_in_words(labels, one, unit) for one in series)])


def line_in_words(labels: Sequence[str], one: Series, unit: str) -> str:
    known = [(label, v) for label, v in zip(labels, one.values, strict=True) if is_number(v)]
    if not known:
        return f"{one.name}: no figures to show."
    (first, start), (last, end) = known[0], known[-1]
    if len(known) == 1:
        return f"{one.name}: {text_of(start, unit)} {when(first)}{gaps(one)}."
    turn = turn_of(number_of(start) or 0.0, number_of(end) or 0.0)
    return (
        f"{one.name}: {turn} {text_of(start, unit)} {when(first)} to {text_of(end, unit)}"
        f" {when(last)}{gaps(one)}."
    )


def when(label: str) -> str:
    """ "in Q1 2025/26", but "as at 31 March 2026" as it is."""
    return label if label.startswith("as at ") else f"in {label}"


def turn_of(start: float, end: float) -> str:
    if start == end:
        return "the same at both ends, from"
    return "up from" if end > start else "down from"


def gaps(one: Series) -> str:
    missing = sum(not is_number(value) for value in one.values)
    return f", with {missing} not shown" if missing else ""


def bars_in_words(kind: str, labels: Sequence[str], series: Sequence[Series], unit: str) -> str:
    """Greatest and least of each series; the rest is in the table."""
    parts = [
        f"{kind}, {len(labels)} bars." if len(series) == 1 else f"{kind}, {len(labels)} groups."
    ]
    for one in series:
        known = [(v, label) for label, v in zip(labels, one.values, strict=True) if is_number(v)]
        if not known:
            parts.append(f"{one.name}: no figures to show.")
            continue
        most = max(known, key=lambda pair: number_of(pair[0]) or 0.0)
        least = min(known, key=lambda pair: number_of(pair[0]) or 0.0)
        parts.append(
            f"{one.name}: most {most[1]}, {text_of(most[0], unit)};"
            f" least {least[1]}, {text_of(least[0], unit)}{gaps(one)}."
        )
    return " ".join(parts)


def is_number(value: Value) -> bool:
    return value is not None and not isinstance(value, str)
