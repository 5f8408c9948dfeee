"""The boards that an area's themes are commonly shared with. A partnership may name others."""

import csv
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def usual_boards() -> tuple[str, ...]:
    with (Path(__file__).parent / "boards.csv").open(encoding="utf-8", newline="") as file:
        return tuple(row["board"] for row in csv.DictReader(file))
