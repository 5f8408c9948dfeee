"""Tables that no mark-up calls a table: lines of 'label … amount', or one cell a line.

They are added after the lines they come from; the lines stay, for the checks that read sentences.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from goldenthread.engine.proof.document import Block, Cell, Heading, Passage, Table
from goldenthread.engine.proof.language import cells

LEDGER = re.compile(
    r"(?P<label>[^\d£].{0,90}?)\s*(?:[:=…]|\.{2,}|\s[-–]\s)?\s+\(?(?P<figure>[-−]?£?\s?\(?[\d,]+(?:\.\d+)?\)?%?)$"
)
NOT_MONEY = re.compile(
    r"\b(?:tel|fax|phone|line|mobile|ref|page)\b|\b0\d{3,4}\s?\d{5,6}|@|://", re.IGNORECASE
)
SENTENCE = re.compile(r"[a-z]{2}[.;!?]\s|[.;!?]$")
FEWEST, MOST_COLUMNS, LONGEST_LINE = 3, 8, 100


@dataclass(frozen=True)
class Line:
    block: int
    text: str
    place: str
    heading: bool

    @property
    def figure(self) -> bool:
        return bool(cells.amount(self.text) or cells.withheld(self.text) or cells.blank(self.text))


def with_tables(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks, with a Table after the lines in which one was recognised."""
    found: dict[int, list[Table]] = {}
    for run in runs(blocks):
        for last, table in [*ledgers(run), *one_cell_a_line(run)]:
            found.setdefault(last, []).append(table)
    return tuple(b for at, block in enumerate(blocks) for b in (block, *found.get(at, [])))


def runs(blocks: tuple[Block, ...]) -> Iterator[list[Line]]:
    """Unbroken stretches of short lines."""
    every = (line for at, block in enumerate(blocks) for line in lines_of(at, block))
    for short, run in groupby(every, key=is_short):
        if short:
            yield list(run)


def is_short(line: Line) -> bool:
    return bool(line.text) and len(line.text) <= LONGEST_LINE and not SENTENCE.search(line.text)


def lines_of(at: int, block: Block) -> list[Line]:
    """A block's lines; a table stands for one empty line, so that it ends a stretch."""
    if not isinstance(block, Passage):
        return [Line(at, "", block.place, False)]
    return [
        Line(at, text.strip(), block.place, isinstance(block, Heading))
        for text in block.text.split("\n")
        if text.strip()
    ]


def ledgers(run: list[Line]) -> Iterator[tuple[int, Table]]:
    """Three or more lines together that each end in their amount."""
    matches = [None if NOT_MONEY.search(line.text) else LEDGER.match(line.text) for line in run]
    start = 0
    for at in range(len(run) + 1):
        if at == len(run) or not matches[at]:
            if at - start >= FEWEST:
                rows = [(m["label"], m["figure"]) for m in matches[start:at] if m]
                title = run[start - 1].text if start else ""
                yield run[at - 1].block, table(run[start:at], rows, title)
            start = at + 1


def one_cell_a_line(run: list[Line]) -> Iterator[tuple[int, Table]]:
    """A label, then always the same number of figures, at least three times."""
    shape = "".join("n" if line.figure else "w" for line in run)
    for width in range(1, MOST_COLUMNS + 1):
        for match in re.finditer(f"(?:(?<=n)|(?<=w)|^)(?:wn{{{width}}}(?!n)){{{FEWEST},}}", shape):
            step, start = width + 1, match.start()
            body = [
                tuple(line.text for line in run[i : i + step])
                for i in range(start, match.end(), step)
            ]
            header = heading_cells(run[:start], width)
            yield (
                run[match.end() - 1].block,
                table(run[start - len(header) : match.end()], body, "", header),
            )


def heading_cells(before: list[Line], width: int) -> list[str]:
    """The last lines before the figures, one for each column and perhaps one for the labels."""
    words = [line.text for line in before[-width - 1 :]]
    if len(words) < width or any(len(text) > 40 for text in words):
        return []
    return words


def table(
    lines: list[Line], rows: Sequence[tuple[str, ...]], title: str, header: list[str] | None = None
) -> Table:
    width = len(rows[0])
    body = [tuple(Cell(text) for text in row) for row in rows]
    if header:
        padded = [""] * (width - len(header)) + header
        body.insert(0, tuple(Cell(text, header=True) for text in padded))
    first, last = lines[0].place, lines[-1].place
    place = f"list at {first}" if first == last else f"list from {first} to {last}"
    return Table(tuple(body), place, caption=title, laid_out=True)
