"""Checking a children in need return: 5,000, 20,000 and 80,000 children, beside the validator in use.

    python -m bench checking

Each run is the whole command (`goldenthread check`) in a process of its own: start, read, every rule.
The peer (`csc-validator-be-cin`, what councils use today) is put in an environment of its own, since
it needs numpy below 2, and runs in the same session, once at each size: at 20,000 children it takes
minutes, so the largest is left out. One that is installed already is used where PEER names its
environment. Memory is the most that the process held.
"""

import os
import resource
import subprocess
import sys
from dataclasses import dataclass, replace
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

SIZES = (5_000, 20_000, 80_000)
PEER_SIZES = (1_000, 5_000, 20_000)
ALLOWED = {5_000: "1.0 s", 20_000: "2.0 s and 150 MB"}
PEER = Path(os.environ.get("PEER", ".local/peers/cin"))
PEER_NEEDS = ("csc-validator-be-cin==0.1.13", "numpy<2", "pytest")
OURS = [sys.executable, "-m", "goldenthread.cli", "check"]
THEIRS = ["-m", "cin_validator", "run", "--ruleset", "cin2025_26"]


@dataclass(frozen=True)
class Run:
    """One process from start to end: seconds by the clock, seconds of processor, megabytes at most."""

    wall: float
    processor: float
    megabytes: float


def main() -> None:
    with TemporaryDirectory() as folder:
        print("children      clock s   processor s   MB at most   allowed")
        ours = [(size, told(size, measured([*OURS, str(made(folder, size))]))) for size in SIZES]
        print(f"slope {slope(ours):.2f}")
        start = measured([*OURS, str(made(folder, 1))]).processor
        work = [(size, replace(run, processor=run.processor - start)) for size, run in ours]
        print(f"slope {slope(work):.2f} without the {start:.2f} s that one child takes")
        compare(folder)


def compare(folder: str) -> None:
    """The validator in use, on the same files, where it can be installed."""
    python = peer()
    if python is None:
        print("the validator in use could not be installed here, so there is nothing beside ours")
        return
    print("\nthe validator in use, beside ours, on the same files")
    theirs = []
    for size in PEER_SIZES:
        path = str(made(folder, size))
        run, our = once([str(python), *THEIRS, path]), measured([*OURS, path])
        theirs.append((size, run))
        print(
            f"{size:8,} {run.wall:10.2f} s against {our.wall:.2f} s: {run.wall / our.wall:.0f} times",
            flush=True,
        )
    print(f"slope of theirs {slope(theirs):.2f}")


def made(folder: str, size: int) -> Path:
    path = Path(folder) / f"{size}.xml"
    if not path.exists():
        asked = ["synthesise", "cin", str(path), "--children", str(size)]
        subprocess.run([*OURS[:-1], *asked], check=True, capture_output=True)
    return path


def measured(command: list[str]) -> Run:
    """Run a command three times in turn; the quickest, as the machine is shared."""
    return min((once(command) for _ in range(3)), key=lambda run: run.processor)


def once(command: list[str]) -> Run:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    script = "import resource,subprocess,sys; subprocess.run(sys.argv[1:], capture_output=True); "
    script += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    told = subprocess.run([sys.executable, "-c", script, *command], check=True, capture_output=True)
    wall, after = perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, processor, int(told.stdout) / 1024)


def told(size: int, run: Run) -> Run:
    allowed = ALLOWED.get(size, "")
    print(
        f"{size:8,} {run.wall:12.2f} {run.processor:13.2f} {run.megabytes:12.0f}   {allowed}",
        flush=True,
    )
    return run


def slope(runs: list[tuple[int, Run]]) -> float:
    (small, quick), (large, slow) = runs[0], runs[-1]
    return log(slow.processor / quick.processor) / log(large / small)


def peer() -> Path | None:
    """The peer's own Python, installed at the first run."""
    python = PEER / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEER)], check=False, capture_output=True)
        install = [str(python), "-m", "pip", "install", "--quiet", *PEER_NEEDS]
        if (
            not python.exists()
            or subprocess.run(install, check=False, capture_output=True).returncode
        ):
            return None
    return python


if __name__ == "__main__":
    main()
