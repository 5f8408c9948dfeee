"""Counting indicators: three years of 5,000, 20,000 and 80,000 children each year, every breakdown and month.

    python -m bench indicators

Each run is a process of its own: the returns are read first, and what is timed is from typed tables
to figures, the loading of the libraries that count included. The years before are the same children
with every date a year or two earlier.
"""

import resource
import subprocess
import sys
from collections.abc import Mapping
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from types import SimpleNamespace

import polars as pl

SIZES = (5_000, 20_000, 80_000)
ALLOWED = {20_000: "2.0 s"}
YEARS = (2024, 2025, 2026)
SYNTHESISE = [sys.executable, "-m", "goldenthread.cli", "synthesise", "cin"]


def main() -> None:
    with TemporaryDirectory() as folder:
        print("children a year   clock s   processor s   MB at most      figures   allowed")
        runs = [(size, one(size, Path(folder))) for size in SIZES]
    print(f"slope {slope(runs):.2f}")


def one(size: int, folder: Path) -> float:
    """The quickest of three runs of one size, by the processor, as the machine is shared."""
    path = folder / f"{size}.xml"
    subprocess.run(
        [*SYNTHESISE, str(path), "--children", str(size)], check=True, capture_output=True
    )
    runs = [in_a_process(path) for _ in range(3)]
    wall, processor, megabytes, figures = min(runs, key=lambda run: run[1])
    told = f"{size:15,} {wall:9.2f} {processor:13.2f} {megabytes:12.0f} {figures:12,.0f}"
    print(f"{told}   {ALLOWED.get(size, '')}", flush=True)
    return processor


def in_a_process(path: Path) -> list[float]:
    command = [sys.executable, "-m", "bench.indicators", str(path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(number) for number in told.stdout.split()]


def timed(path: Path) -> None:
    """Print seconds by the clock, seconds of processor, megabytes at most, and how many figures."""
    from goldenthread.engine.returns.cin.opening import open_census

    tables = open_census(path).census.tables
    returns = {year: SimpleNamespace(tables=moved(tables, YEARS[-1] - year)) for year in YEARS}
    began, so_far = perf_counter(), process_time()
    from goldenthread.engine.indicators import collection
    from goldenthread.engine.indicators.populations import Populations
    from goldenthread.engine.indicators.running import DuckDB

    with DuckDB() as engine:
        found = list(collection.figures(collection.CIN, returns, Populations(), engine))
    wall, processor = perf_counter() - began, process_time() - so_far
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(wall, processor, megabytes, len(found))


def moved(tables: Mapping[str, pl.DataFrame], years: int) -> dict[str, pl.DataFrame]:
    """The tables with every date so many years earlier."""
    earlier = pl.selectors.date().dt.offset_by(f"-{years}y")
    return {name: frame.with_columns(earlier) for name, frame in tables.items()}


def slope(runs: list[tuple[int, float]]) -> float:
    """How time grows with size: 1 is in proportion, 2 with the square."""
    (small, quick), (large, slow) = runs[0], runs[-1]
    return log(slow / quick) / log(large / small)


if __name__ == "__main__":
    timed(Path(sys.argv[1]))
