"""Finding tables in lines of text: cells set apart by tabs, by bars, or by runs of spaces."""

import re
from collections.abc import Callable, Iterator

from goldenthread.engine.proof.document import BLANK, Cell, Table, squared
from goldenthread.engine.proof.language import cells

Line = tuple[int, str]
RULE = re.compile(r"[\s|:+=_-]*")
GAP = re.compile(r"\s{2,}")
TAG = re.compile(r"</?[a-z][^<>]*>|\*\*", re.IGNORECASE)


def pieces(lines: list[Line]) -> Iterator[Table | list[Line]]:
    """The lines in order, with each run that makes a table replaced by the table."""
    rest: list[Line] = []
    at = 0
    while at < len(lines):
        table, after = table_at(lines, at)
        if table:
            if rest:
                yield rest
                rest = []
            yield table
            at = after
        else:
            rest.append(lines[at])
            at += 1
    if rest:
        yield rest


def table_at(lines: list[Line], at: int) -> tuple[Table | None, int]:
    text = lines[at][1]
    if "\t" in text.strip(" "):
        return tabbed(lines, at)
    if text.count("|") >= 2 or (text.startswith("|") and text.count("|") > 1):
        return barred(lines, at)
    if GAP.search(text.strip()):
        return spaced(lines, at)
    return None, at


def run(lines: list[Line], at: int, belongs: Callable[[str], bool]) -> list[Line]:
    end = at
    while end < len(lines) and belongs(lines[end][1]):
        end += 1
    return lines[at:end]


def tabbed(lines: list[Line], at: int) -> tuple[Table | None, int]:
    """Rows parted by tabs; a page break within the table (blank lines) does not end it."""
    body = with_headings(lines, at)
    after = at + len(body)
    while more := continuation(lines, after, len(body[-1][1].split("\t"))):
        body += more
        after = next(i for i in range(after, len(lines)) if lines[i] == more[-1]) + 1
    rows = [[Cell(clean(text)) for text in line.split("\t")] for _, line in body]
    return built(rows, body), after


def with_headings(lines: list[Line], at: int) -> list[Line]:
    """The run of tabbed lines, with short lines that only name a group of the rows below them."""
    body = run(lines, at, lambda text: "\t" in text)
    after = at + len(body)
    names_a_group = after + 1 < len(lines) and 0 < len(lines[after][1].strip()) <= 60
    if names_a_group and "\t" in lines[after + 1][1]:
        return body + [lines[after]] + with_headings(lines, after + 1)
    return body


def continuation(lines: list[Line], after: int, width: int) -> list[Line]:
    start = after
    while start < len(lines) and start - after < 6 and not lines[start][1].strip():
        start += 1
    more = run(lines, start, lambda text: "\t" in text) if start > after else []
    if not more:
        return []
    parts = more[0][1].split("\t")
    goes_on = len(parts) == width and any(cells.amount(clean(part)) for part in parts[1:])
    return more if goes_on and not cells.amount(clean(parts[0])) else []


def barred(lines: list[Line], at: int) -> tuple[Table | None, int]:
    body = run(lines, at, lambda text: text.count("|") >= 1)
    kept = [line for line in body if not RULE.fullmatch(line[1])]
    if len(kept) < 2:
        return None, at
    rows = [[Cell(clean(text)) for text in line.strip().strip("|").split("|")] for _, line in kept]
    return built(rows, kept), at + len(body)


def spaced(lines: list[Line], at: int) -> tuple[Table | None, int]:
    """Columns by two or more spaces: at least three lines, two of them with figures."""
    body = run(lines, at, lambda text: bool(GAP.search(text.strip())) or is_rule(text))
    kept = [line for line in body if not is_rule(line[1])]
    with_figures = [line for line in kept if figures_in(line[1])]
    if len(kept) < 3 or len(with_figures) < 2:
        return None, at
    spans = column_spans([line for _, line in with_figures])
    rows = [placed(line, spans) for _, line in kept]
    return built(rows, kept), at + len(body)


def is_rule(text: str) -> bool:
    return bool(text.strip()) and bool(RULE.fullmatch(text))


def parts_of(line: str) -> list[tuple[int, int, str]]:
    """Each cell of a spaced line as (start, end, text)."""
    return [(m.start(), m.end(), m[0]) for m in re.finditer(r"\S+(?:\s\S+)*", line)]


def figures_in(line: str) -> int:
    parts = parts_of(line)[1:]
    return sum(bool(cells.amount(text) or cells.withheld(text)) for _, _, text in parts)


def column_spans(lines: list[str]) -> list[tuple[int, int]]:
    """The reach of each column, from the lines that have the most cells."""
    found = [parts_of(line) for line in lines]
    width = max(len(parts) for parts in found)
    full = [parts for parts in found if len(parts) == width]
    return [(min(p[i][0] for p in full), max(p[i][1] for p in full)) for i in range(width)]


def placed(line: str, spans: list[tuple[int, int]]) -> list[Cell]:
    """The line's cells in the columns that they lie nearest to, each column used once."""
    parts = parts_of(line)
    if len(parts) == len(spans):
        return [Cell(clean(text)) for _, _, text in parts]
    row = [BLANK] * len(spans)
    for start, end, text in parts:
        free = [i for i, cell in enumerate(row) if cell is BLANK]
        if free:
            best = min(free, key=lambda i: distance((start, end), spans[i]))
            row[best] = Cell(clean(text))
    return row


def distance(part: tuple[int, int], span: tuple[int, int]) -> int:
    return abs(part[0] - span[0]) if span[0] == 0 else abs(part[1] - span[1])


def clean(text: str) -> str:
    bare = TAG.sub(" ", text) if text.strip().strip("*") else text
    return " ".join(bare.split())


def built(rows: list[list[Cell]], lines: list[Line]) -> Table:
    return Table(squared(rows), "table", lines=tuple(number for number, _ in lines))
