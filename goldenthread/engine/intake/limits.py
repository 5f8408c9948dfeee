"""How much a file may hold. What is over is refused before it is parsed, never half read."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """The defaults hold any action log or plan many times over, in about 300 MB of memory at worst
    (a million cells in a workbook took 280 MB and 17 s on two busy cores).

    `cells` counts the rectangle from the first filled cell to the last, because that is what is
    allotted; `characters` counts a shared or repeated text each time that a cell shows it.
    """

    file_bytes: int = 25 * MEGABYTE
    expanded_bytes: int = 150 * MEGABYTE
    ratio: int = 200
    parts: int = 2_000
    rows: int = 100_000
    columns: int = 500
    cells: int = 1_000_000
    characters: int = 50 * MEGABYTE
    cell_characters: int = 100_000


USUAL = Limits()
# What is read and kept while somebody waits for the page: a second or two of reading at most, and a
# log of more than a few thousand actions is several logs.
ACTION_LOG = Limits(rows=5_000)
FIGURES = Limits(rows=25_000)


def megabytes(count: int) -> str:
    return f"{count / MEGABYTE:,.0f} MB" if count >= MEGABYTE else f"{count:,} bytes"
