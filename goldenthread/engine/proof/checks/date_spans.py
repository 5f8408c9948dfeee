"""Spans of dates that end before they start, and periods that a heading and its table disagree on."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from goldenthread.engine.proof.checks import impossible_dates
from goldenthread.engine.proof.document import Block, Document, Passage, Table
from goldenthread.engine.proof.grid import Grid
from goldenthread.engine.proof.language import dates
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip, shortened

KIND = "date"
BETWEEN = re.compile(r"\s*(?:to|until|till|and|through to|[-–—])\s*", re.IGNORECASE)
YEARS = re.compile(r"(?<![\d/.%-])((?:19|20)\d\d)\s?([/–-])\s?((?:19|20)\d\d|\d\d)(?![\d/%.-])")
STARTS = re.compile(
    r"^(?:start|from|opened|began|date (?:opened|started|from))\b|\bstart(?:ed)?(?: date)?$",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"^(?:end|to|until|closed|finish|complet|date (?:closed|ended|to))|\bend(?:ed)?(?: date)?$",
    re.IGNORECASE,
)
DATE_LABEL = re.compile(
    r"^((?:meeting|report|review|panel)\s+date|date of (?:the )?(?:meeting|report|review|panel)):?\s*",
    re.IGNORECASE,
)


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    for at, block in enumerate(document.blocks):
        for place, text in impossible_dates.texts(block):
            yield from backwards(text, place, at)
            yield from backward_years(text, place, at)
        if isinstance(block, Table) and not block.laid_out:
            yield from rows_that_end_first(block, at)
            yield from other_period_than_heading(document, block, at)
    yield from one_label_two_years(document)


def backwards(text: str, place: str, at: int) -> Iterator[Slip]:
    found = dates.mentions(text)
    for first, second in zip(found, found[1:], strict=False):
        start, end = first.first_day, second.first_day
        joined = BETWEEN.fullmatch(text[first.end : second.start])
        if joined and start and end and end < start and leads(text[: first.start], joined[0]):
            yield ends_first(start, end, place, text[first.start : second.end], at)


def leads(before: str, joint: str) -> bool:
    """'and' joins a span only after 'between'; otherwise it joins a list."""
    return joint.strip().lower() != "and" or bool(
        re.search(r"\bbetween\s*$", before, re.IGNORECASE)
    )


def ends_first(start: date, end: date, place: str, quote: str, at: int) -> Slip:
    said = f"The end, {dates.written(end)}, comes before the start, {dates.written(start)}."
    return Slip(KIND, place, shortened(quote), said, 0.9, found=end, at=at)


def backward_years(text: str, place: str, at: int) -> Iterator[Slip]:
    for match in YEARS.finditer(text):
        first, second = int(match[1]), int(match[3])
        month_of_year = match[2] == "-" and len(match[3]) == 2 and second <= 12
        second = second if second > 100 else first // 100 * 100 + second
        if second < first and not month_of_year and first - second < 20:
            said = f"“{match[0]}” ends before it starts."
            yield Slip(KIND, place, impossible_quote(text, match), said, 0.7, at=at)


def impossible_quote(text: str, match: re.Match[str]) -> str:
    return shortened(text[max(0, match.start() - 50) : match.end() + 50])


def rows_that_end_first(table: Table, at: int) -> Iterator[Slip]:
    """Rows of a table whose end date stands before their start date."""
    if not table.rows:
        return
    heads = [cell.text for cell in table.rows[0]]
    starts = next((c for c, head in enumerate(heads) if STARTS.search(head)), None)
    ends = next((c for c, head in enumerate(heads) if ENDS.search(head) and c != starts), None)
    if starts is None or ends is None:
        return
    for row, cells in enumerate(table.rows[1:], 1):
        start, end = only_date(cells[starts].text), only_date(cells[ends].text)
        if start and end and end < start:
            quote = f"{cells[starts].text} – {cells[ends].text}"
            yield ends_first(start, end, table.place_of(row, ends), quote, at)


def only_date(text: str) -> date | None:
    found = dates.mentions(text)
    return found[0].first_day if len(found) == 1 and len(text) < 30 else None


def other_period_than_heading(document: Document, table: Table, at: int) -> Iterator[Slip]:
    """A table titled for one year under a heading for another, the months being the same."""
    above = [b for b in reversed(document.blocks[max(0, at - 2) : at]) if isinstance(b, Passage)]
    titles = [Grid(table).title, *(b.text for b in above if len(b.text) < 150)]
    found = [(title, days) for title in titles if (days := span(title))]
    for (title, within), (_, over) in zip(found, found[1:], strict=False):
        if within != over and same_months(within, over):
            said = (
                f"The table is headed {period(within)}, but stands under {period(over)}."
                " One of the two is the wrong year."
            )
            place = table.place_of(0)
            yield Slip(KIND, place, shortened(title), said, 0.75, over[0], within[0], at)
            return


def span(text: str) -> tuple[date, date] | None:
    found = [m for m in dates.mentions(text) if m.first_day]
    if len(found) != 2 or not BETWEEN.fullmatch(text[found[0].end : found[1].start]):
        return None
    start, end = found[0].first_day, found[1].first_day
    return (start, end) if start and end else None


def same_months(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return [d.month for d in one] == [d.month for d in other]


def period(days: tuple[date, date]) -> str:
    return " to ".join(dates.written(day).partition(" ")[2] for day in days)


def one_label_two_years(document: Document) -> Iterator[Slip]:
    """The same label with the same day and month, but once in another year."""
    seen = [entry for at, block in enumerate(document.blocks) for entry in labelled(at, block)]
    for label, day, month in {(label, d.day, d.month) for label, d, *_ in seen}:
        alike = [e for e in seen if (e[0], e[1].day, e[1].month) == (label, day, month)]
        years = Counter(e[1].year for e in alike)
        usual, often = years.most_common(1)[0]
        for _, found, place, quote, at in alike:
            if found.year != usual and often > years[found.year]:
                said = f"Elsewhere in the document the {label} is {dates.written(found.replace(year=usual))}."
                yield Slip(
                    KIND,
                    place,
                    shortened(quote),
                    said,
                    0.8,
                    expected=found.replace(year=usual),
                    found=found,
                    at=at,
                )


def labelled(at: int, block: Block) -> Iterator[tuple[str, date, str, str, int]]:
    """Dates that stand after such a label as 'Meeting date'."""
    for text, place in lines_of(block):
        match = DATE_LABEL.match(text) if len(text) < 120 else None
        found = next(dates.full(dates.mentions(text)), None) if match else None
        if match and found and found.first_day:
            yield match[1].lower(), found.first_day, place, text, at


def lines_of(block: Block) -> Iterator[tuple[str, str]]:
    """The passage, or each row of a table as one line, with its place."""
    if isinstance(block, Passage):
        yield block.text, block.place
    elif isinstance(block, Table):
        for row, cells in enumerate(block.rows):
            yield " ".join(cell.text for cell in cells), block.place_of(row)
