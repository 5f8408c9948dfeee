"""Write what was read as the standard CSV of each table, ready for the next program."""

from collections.abc import Iterable
from pathlib import Path

import polars as pl

from goldenthread.engine.intake.spreadsheet import neutral
from goldenthread.engine.returns.preview.looking import Seen
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.shapes.catalogue import LOOKED_AFTER
from goldenthread.engine.whole_files import folder_for, whole_files

DAY_FIRST, ISO = "%d/%m/%Y", "%Y-%m-%d"


def write(found: Iterable[Seen], folder: Path, read: Iterable[Path]) -> list[Path]:
    """One file for each table, named for it; all of them or none. Nothing that was read is written over."""
    paths: dict[Path, Seen] = {}
    for seen in found:
        path = folder / f"{seen.match.shape.table}.csv"
        if path in paths:
            first = paths[path].match.sheet.place
            raise CannotRead(
                f"{first} and {seen.match.sheet.place} both hold {seen.match.shape.name}"
            )
        paths[path] = seen
    originals = {path.resolve() for path in read}
    if any(path.resolve() in originals for path in paths):
        raise CannotRead(f"{folder}: the files that were read are here. Choose another folder")
    with folder_for(folder), whole_files(list(paths)) as parts:
        for part, seen in zip(parts, paths.values(), strict=True):
            with part.open("wb") as stream:
                _standard(seen).write_csv(stream)
    return list(paths)


def _standard(seen: Seen) -> pl.DataFrame:
    """Every column of the table, in its order. What could not be read stays as it was written."""
    dates = DAY_FIRST if seen.match.shape.of == LOOKED_AFTER else ISO
    columns = [column.field for column in seen.match.shape.columns]
    return pl.DataFrame([_as_text(name, seen, dates) for name in columns])


def _as_text(name: str, seen: Seen, dates: str) -> pl.Series:
    typed = seen.typed[name]
    text = typed.dt.strftime(dates) if typed.dtype == pl.Date else typed.cast(pl.String)
    if typed.dtype == pl.Boolean:
        text = typed.cast(pl.Int8).cast(pl.String)
    if name in seen.written.columns:
        text = pl.select(pl.coalesce(text, seen.written[name])).to_series().alias(name)
    alive = text.str.contains(r"^[=+\-@\t\r＝＋－＠]").any()
    return text.map_elements(neutral, return_dtype=pl.String) if alive else text
