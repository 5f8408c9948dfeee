"""A national year: 15, 50 and 150 councils of 4,000 children, counted on DuckDB and on Apache Spark.

    python -m bench national_year

The children are one invented return over and over, as the children of other councils. What is timed
is from typed tables to the counts, the writing of queries and Spark's start included, by the clock
and by the processor; the slope is the processor's, as the machine may be shared. Memory is the most
that the process held. For Spark its Java process is counted with it.
"""

import os
import resource
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from types import SimpleNamespace
from typing import Any

import polars as pl

from bench.indicators import SYNTHESISE, slope

COUNCILS, CHILDREN, YEAR = (15, 50, 150), 4_000, 2026
ENGINES = ("duckdb", "spark")


def main() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "council.xml"
        asked = [*SYNTHESISE, str(path), "--children", str(CHILDREN)]
        subprocess.run(asked, check=True, capture_output=True)
        answers = {engine: told(engine, path) for engine in ENGINES}
    if None not in answers.values():
        same = len(set(answers.values())) == 1
        print("both engines counted the same" if same else "THE ENGINES COUNTED DIFFERENTLY")


def told(engine: str, path: Path) -> str | None:
    """Print the three sizes of one engine; what it counted of the largest, in short."""
    if engine == "spark" and not find_spec("pyspark"):
        print("Apache Spark is not installed: make test-spark brings it")
        return None
    print(f"{engine}\n  councils   children   clock s   processor s   MB at most")
    runs, answer = [], ""
    for councils in COUNCILS:
        command = [sys.executable, "-m", "bench.national_year", engine, str(path), str(councils)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        seconds, processor, megabytes, answer = done.stdout.split()
        told = f"{councils:10} {councils * CHILDREN:10,} {float(seconds):9.1f} {float(processor):13.1f}"
        print(f"{told} {megabytes:>12}", flush=True)
        runs.append((councils, float(processor)))
    print(f"  slope {slope(runs):.2f}")
    return answer


def timed(engine: str, path: Path, councils: int) -> None:
    """Print seconds by clock and by processor, megabytes and the sum of all that was counted."""
    from goldenthread.engine.indicators import collection, compiling, running
    from goldenthread.engine.indicators.spans import Spans
    from goldenthread.engine.returns.cin.opening import open_census

    tables = nation(open_census(path).census.tables, councils)
    began, so_far = perf_counter(), process_time()
    with running.DuckDB() if engine == "duckdb" else running.Spark() as opened:
        plan = compiling.compiled(collection.CIN, opened.dialect)
        returns = {YEAR: SimpleNamespace(tables=tables)}
        found = collection.counts(collection.CIN, returns, Spans([YEAR]), opened, plan)
        seconds, megabytes = perf_counter() - began, memory(opened)
        processor = process_time() - so_far + of_java(opened)
    weighed = found.select((pl.col("numerator") * (pl.col("period") + 1)).sum()).item()
    print(
        f"{seconds:.2f}",
        f"{processor:.2f}",
        f"{megabytes:.0f}",
        f"{weighed}/{found['denominator'].sum()}",
    )


def nation(tables: dict[str, pl.DataFrame], councils: int) -> dict[str, pl.DataFrame]:
    """The same children in so many councils, each with an id of its own."""
    return {
        name: pl.concat(of_council(frame, number) for number in range(councils))
        for name, frame in tables.items()
    }


def of_council(frame: pl.DataFrame, number: int) -> pl.DataFrame:
    if "LAchildID" not in frame.columns:
        return frame
    return frame.with_columns(pl.lit(f"{number}/") + pl.col("LAchildID"))


def memory(engine: Any) -> float:
    """Megabytes at most, of this process and of Spark's."""
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if (java := java_of(engine)) is None:
        return ours
    status = (java / "status").read_text()
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return ours + int(peak.split()[1]) / 1024


def of_java(engine: Any) -> float:
    """Seconds of processor of Spark's Java process so far."""
    if (java := java_of(engine)) is None:
        return 0.0
    user, system = (java / "stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def java_of(engine: Any) -> Path | None:
    """Where the system tells of Spark's Java process."""
    session = getattr(engine, "session", None)
    return session and Path(f"/proc/{session.sparkContext._gateway.proc.pid}")


if __name__ == "__main__":
    timed(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
