"""Where postcodes are, from a directory that the analyst has: that of the Office for National
Statistics (ONSPD), or any CSV with a postcode and its easting and northing.
"""

from collections.abc import Iterable
from pathlib import Path

import polars as pl
from polars import col

from goldenthread.engine.indicators.looked_after.stacking import PLACE, Tables
from goldenthread.engine.returns.csv_files.heading import headed
from goldenthread.engine.returns.refusals import CannotRead
from goldenthread.engine.returns.sniffing import Kind, kind_of

# The directory's own names for each, over the years of its issues; the first that is there.
POSTCODE = ("pcds", "pcd2", "pcd8", "pcd7", "pcd", "postcode")
EAST = ("oseast1m", "east1m", "easting", "eastings")
NORTH = ("osnrth1m", "north1m", "northing", "northings")
# Northern Ireland's are on another grid, from which no distance to England can be told.
NORTHERN_IRELAND = "BT"


def read(path: Path, wanted: Iterable[str]) -> pl.DataFrame:
    """The places of these postcodes: `postcode` (capitals, no spaces), `east` and `north` in metres.

    Raises CannotRead for a file that is no such directory, or holds none of the postcodes.
    """
    asked = {as_kept(postcode) for postcode in wanted}
    try:
        found = _rows(path).filter(col("postcode").is_in(asked)).collect(engine="streaming")
    except pl.exceptions.PolarsError:
        raise CannotRead(f"{path.name}: it cannot be read as a CSV file. Export it again") from None
    if asked and found.is_empty():
        raise CannotRead(
            f"{path.name}: it holds none of the postcodes of the return. Give the directory of all of "
            "England's postcodes"
        )
    return found.unique("postcode", keep="first", maintain_order=True)


def wanted(years: Iterable[Tables]) -> set[str]:
    """Every postcode that the returns name."""
    return {
        postcode
        for tables in years
        if "Episodes" in tables
        for column in ("HOME_POST", "PL_POST")
        for postcode in tables["Episodes"][column].drop_nulls().to_list()
    }


def as_kept(postcode: str) -> str:
    return "".join(postcode.split()).upper()


def _rows(path: Path) -> pl.LazyFrame:
    """Read a piece at a time: the directory has over two million rows."""
    if kind_of(path) is not Kind.TEXT:
        raise CannotRead(f"{path.name}: the postcode directory is a CSV file. Give that")
    file = headed(path)
    names = {name.lower(): name for name in file.columns}
    post, east, north = (_column(path, names, known) for known in (POSTCODE, EAST, NORTH))
    frame = pl.scan_csv(file.source, separator=file.delimiter, infer_schema=False)
    kept = col(post).str.replace_all(r"\s", "").str.to_uppercase().alias("postcode")
    metres = (
        col(name).str.strip_chars().cast(pl.Int64, strict=False).alias(called)
        for name, called in ((east, "east"), (north, "north"))
    )
    placed = frame.select(kept, *metres).filter(
        (col("east") > 0) & (col("north") > 0), ~col("postcode").str.starts_with(NORTHERN_IRELAND)
    )
    return placed.cast(PLACE)  # type: ignore[arg-type]


def _column(path: Path, names: dict[str, str], known: tuple[str, ...]) -> str:
    found = next((names[name] for name in known if name in names), None)
    if found is None:
        raise CannotRead(
            f"{path.name}: it is no postcode directory: it has no column called "
            f"{', '.join(known[:-1])} or {known[-1]}"
        )
    return found
