"""Reading a children looked after return: 5,000, 20,000 and 60,000 children, as a folder of CSV files.

    python -m bench reading_903

Each run is the whole command (`goldenthread check FOLDER`) in a process of its own: start, tell the files
apart, see that every row has a cell for every heading, give every column its type, note what cannot be
read. Memory is the most that the process held.
"""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.checking import OURS, measured, slope

SIZES = (5_000, 20_000, 60_000)
ALLOWED = {20_000: "2.0 s"}


def main() -> None:
    with TemporaryDirectory() as folder:
        print("children       rows    clock s   processor s   MB at most   allowed")
        runs = []
        for size in SIZES:
            files = made(Path(folder), size)
            run = measured([*OURS, str(files)])
            print(
                f"{size:8,} {rows_in(files):10,} {run.wall:10.2f} {run.processor:13.2f} "
                f"{run.megabytes:12.0f}   {ALLOWED.get(size, '')}",
                flush=True,
            )
            runs.append((size, run))
        print(f"slope {slope(runs):.2f}")


def made(folder: Path, size: int) -> Path:
    files = folder / str(size)
    asked = ["synthesise", "903", str(files), "--children", str(size)]
    subprocess.run([*OURS[:-1], *asked], check=True, capture_output=True)
    return files


def rows_in(folder: Path) -> int:
    return sum(path.read_bytes().count(b"\n") - 1 for path in folder.iterdir())


if __name__ == "__main__":
    main()
