"""Every figure as a row of a CSV file that a spreadsheet opens."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from goldenthread.engine.indicators.figures import Figure
from goldenthread.engine.indicators.records import published
from goldenthread.engine.intake.spreadsheet import neutral
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.whole_files import whole_file, why

COLUMNS = ("code", "name", "period", "breakdown", "numerator", "denominator", "value", "unit")


def write_csv(figures: Sequence[Figure], to: Path) -> str:
    """Write the figures, whole or not at all; what was written, in a sentence. Raises CannotRead."""
    try:
        # Excel takes a file for UTF-8 only where it begins with the mark.
        with whole_file(to) as part, part.open("w", encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictWriter(stream, COLUMNS)
            rows.writeheader()
            for figure in figures:
                named = {**figure.as_dict(), "name": published()[figure.code].name}
                rows.writerow({**named, "breakdown": neutral(figure.breakdown)})
    except OSError as error:
        raise CannotRead(f"{to}: it cannot be written ({why(error)})") from None
    return f"Months, quarters and breakdowns: {len(figures):,} rows in {to}"


def insist_on_a_place(to: Path, read: Iterable[Path | None]) -> None:
    """Raises CannotRead where the figures would be written over a file that they are counted from,
    or over what is no file."""
    if to.exists() and not to.is_file():
        raise CannotRead(f"{to}: this is not a file. Name the file to write the figures to")
    if to.exists() and any(path and path.exists() and to.samefile(path) for path in read):
        raise CannotRead(f"{to}: this is one of the files given. Write the figures to another file")
