"""Small counts of people in tables, from which someone could be known."""

import re
from collections.abc import Iterator
from decimal import Decimal

from goldenthread.engine.proof.checks.table_facts import contents, over_table
from goldenthread.engine.proof.document import Document, Passage
from goldenthread.engine.proof.grid import Grid, Row
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip, shortened

KIND = "small number"
PEOPLE = re.compile(
    r"\b(?:child(?:ren)?|young people|bab(?:y|ies)|infants?|pupils?|boys?|girls?|males?|females?|victims?|patients?|deaths?|died|suicides?|"
    r"allegations?|missing|exploit\w*|abuse\w*|neglect\w*|harm\w*|disab\w+|ethnic\w*|religio\w+|offenders?|suspects?|perpetrators?|parents?|"
    r"looked after|in care|care leavers?|protection plans?|referred|referrals?|privately fostered|private fostering|trafficked|self-harm)\b",
    re.IGNORECASE,
)
THINGS = re.compile(
    r"\b(?:courses?|sessions?|meetings?|events?|schools?|settings?|surveys?|visits?|weeks?|months?|days?|hours?|posts?|documents?|"
    r"policies|audits?|reviews?|recommendations?|actions?|score|rating|rank|grade|level|delegates?|learners?|attend\w*|members?|training|"
    r"trained|staff trained|groups?|agencies|returns?|responses?|convened|met|times|page|cost|£|number of incidents|panels?|reports?|"
    r"notifications? sent|questions?|standards?|target|average|median|mean|rate|per cent|percent(?:age)?|%|priority|weight\w*|age)\b",
    re.IGNORECASE,
)
EVENTS = re.compile(
    r"\b(?:courses?|training|sessions?|workshops?|meetings?|conferences?|e-?learning)\b",
    re.IGNORECASE,
)
INCIDENTS = re.compile(
    r"\b(?:incidents?|SINs?|notifi\w+|rapid reviews?|serious case|practice reviews?|LCSPRs?|CSPRs?)\b",
    re.IGNORECASE,
)
MOST_NAMED = 6


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    """One slip for each table, naming its small cells."""
    for at, table in document.tables():
        grid = Grid(table)
        over = f"{over_table(document, at)} {grid.title} {line_above(document, at)}"
        cells = [
            (row, column)
            for row in grid.rows
            for column in grid.amount_columns
            if not grid.numbers_rows(column)
            and small(row, column, settings.small)
            and counts_people(grid, row, column, over)
        ]
        if cells and not contents(grid, over):
            yield slip(grid, cells, over, settings.small, at)


def line_above(document: Document, at: int) -> str:
    block = document.blocks[at - 1] if at else None
    return block.text[-200:] if isinstance(block, Passage) else ""


def small(row: Row, column: int, most: int) -> bool:
    amount = row.cells[column].amount
    return (
        amount is not None
        and not amount.unit
        and not amount.decimals
        and 1 <= amount.value <= Decimal(most)
    )


def counts_people(grid: Grid, row: Row, column: int, over: str) -> bool:
    """By the column's own heading where that says what is counted, else by what stands over the table."""
    head = grid.columns[column]
    if (
        not grid.adds_up(column)
        and not PEOPLE.search(head)
        or THINGS.search(head)
        and not PEOPLE.search(head)
    ):
        return False
    if THINGS.search(row.label) and not PEOPLE.search(row.label):
        return False
    if EVENTS.search(f"{grid.columns[0]} {over}") and not PEOPLE.search(head):
        return False
    return bool(PEOPLE.search(f"{head} {row.label} {grid.columns[0]}") or PEOPLE.search(over))


def slip(grid: Grid, cells: list[tuple[Row, int]], over: str, most: int, at: int) -> Slip:
    row, column = cells[0]
    named = [f"row {r.at + 1}, column {c + 1} ({r.cells[c].text})" for r, c in cells[:MOST_NAMED]]
    more = f" and {len(cells) - MOST_NAMED} more" if len(cells) > MOST_NAMED else ""
    many = "One cell shows" if len(cells) == 1 else f"{len(cells)} cells show"
    said = (
        f"{many} from 1 to {most} people, who might be known from it: {'; '.join(named)}{more}."
        " Withhold small numbers, and one more in the same row and column."
    )
    quotes = dict.fromkeys(r.quote for r, _ in cells[:MOST_NAMED])
    return Slip(
        KIND,
        grid.table.place_of(row.at, column),
        shortened(" / ".join(quotes)),
        said,
        sureness(grid, over),
        at=at,
    )


def sureness(grid: Grid, over: str) -> float:
    """Surest where the table itself says that it counts people; counts of reviews are published everywhere."""
    own = f"{grid.title} {' '.join(grid.columns)}"
    if INCIDENTS.search(f"{own} {over}"):
        return 0.45
    return 0.85 if PEOPLE.search(own) else 0.7
