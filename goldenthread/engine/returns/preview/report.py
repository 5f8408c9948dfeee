"""What was seen in files, for a person and for a program."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from goldenthread.engine.returns.preview.looking import Seen, printable
from goldenthread.engine.terminal import harmless

NOT_KNOWN = (
    "  To read it, say which table it is (--table NAME), or draft a mapping (--suggest MAP.csv), correct "
    "it, and give it with --mapping MAP.csv"
)


def as_text(found: Iterable[Seen]) -> str:
    """Each sheet in turn: what it is, its columns, what is left out, what is missing."""
    return "\n\n".join("\n".join(map(harmless, _sheet(seen))) for seen in found)


def as_json(found: Iterable[Seen]) -> str:
    return json.dumps([_object(seen) for seen in found], ensure_ascii=False, indent=1)


def _sheet(seen: Seen) -> Iterator[str]:
    match = seen.match
    table, rows = f"{match.shape.name}, of {match.shape.of}", _rows(seen.written.height)
    if match.sure:
        yield f"{match.sheet.place}: {table}: {rows}"
    else:
        yield f"{match.sheet.place}: not recognised ({rows}). Nearest: {table}"
        yield NOT_KNOWN
    yield from (f"  Note: {note}" for note in match.sheet.notes)
    yield from _columns(seen)
    if match.unmapped:
        yield f"  Left out: {'; '.join(map(printable, match.unmapped))}"
    if match.missing and match.sure:
        yield f"  No column for: {'; '.join(match.missing)}"


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


def _columns(seen: Seen) -> Iterator[str]:
    if seen.columns:
        yield f"  {'Heading':<25} {'Column':<40} {'Kind':<13} {'Written':>8}  First values"
    for column in seen.columns:
        values = " | ".join(column.first_values)
        name = column.column if len(column.column) <= 40 else column.column[:39] + "…"
        yield (
            f"  {column.heading:<25} {name:<40} {column.kind:<13} {column.written:>8,}  {values}"
        ).rstrip()
        if column.not_readable:
            yield (
                f"    {column.not_readable:,} cannot be read as a {column.kind}, the first in "
                f"{column.first_not_readable}"
            )


def _object(seen: Seen) -> dict[str, Any]:
    match = seen.match
    return {
        "file": match.sheet.file,
        "sheet": match.sheet.part,
        "return": match.shape.of,
        "table": match.shape.table,
        "recognised": match.sure,
        "rows": seen.written.height,
        "columns": [vars(column) for column in seen.columns],
        "left_out": match.unmapped,
        "missing": match.missing,
        "notes": list(match.sheet.notes),
    }
