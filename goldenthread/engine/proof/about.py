"""What a document says of itself: when it is of, whether it is yearly, about children, a review."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from goldenthread.engine.proof.document import Document, Heading, Passage
from goldenthread.engine.proof.language import dates

OPENING, TITLE_LINES, LONGEST_TITLE, MANY_MENTIONS = 12, 2, 130, 6
YEARLY = re.compile(
    r"\b(?:annual|yearly|12[ -]month|twelve[ -]month|assurance|end[ -]of[ -]year)\s+(?:assurance\s+|safeguarding\s+|performance\s+|partnership\s+)*(?:report|review|statement)\b"
    r"|\breport\s+(?:for\s+)?20\d\d\s*[/–-]\s*(?:20)?\d\d\b|\breport\s+(?:for\s+)?20\d\d\b",
    re.IGNORECASE,
)
QUARTERLY = re.compile(
    r"\bquarter(?:ly)?\s+(?:\w+\s+){0,3}(?:report|review|update|return|bulletin)\b|\breport[^.\n]{0,30}\bquarter\b|\bQ[1-4]\s+(?:20\d\d\S*\s+)?report\b",
    re.IGNORECASE,
)
REVIEW = re.compile(
    r"\b(?:serious case review|(?:child )?(?:safeguarding )?practice review|case review|review report|LCSPR|CSPR|"
    r"learning (?:lessons )?review|(?:rapid|thematic) review|overview report|"
    r"domestic (?:homicide|abuse related death) review)\b"
    r"(?!\s*(?:\(\w+\)\s*)?(?:sub-?\s?group|panel|group|process|team|lead))",
    re.IGNORECASE,
)
OTHER_PAPERS = re.compile(
    r"\b(?:guidance|procedures?|toolkit|protocol|business plan|minutes|agenda|newsletter|bulletin|terms of reference|policy)\b",
    re.IGNORECASE,
)
SUBJECT = re.compile(r"\b(?:Child|Family|Baby|Adult|Sibling|Infant)\s+[A-Z](?:\d{1,2})?\b(?!\w)")
CHILDREN = re.compile(
    r"\b(?:child(?:ren)?(?:['’]?s)?|young (?:people|person)|bab(?:y|ies)|infants?|pupils?)\b",
    re.IGNORECASE,
)
ADULTS = re.compile(r"\badults?\b", re.IGNORECASE)
ISSUED = re.compile(
    r"\b(?:newsletter|bulletin|briefing|issue(?:d)?|edition|published|publication date|dated|date of (?:report|issue|publication)|report date|version)\b[^.\n]{0,25}$",
    re.IGNORECASE,
)
PERIODICAL_OF = re.compile(r"\b(?:newsletter|bulletin|briefing)[\s:,–-]*$", re.IGNORECASE)
COVERED = re.compile(r"\b(20\d\d)\s?[/–-]\s?((?:20)?\d\d)\b(?!/)")
PERIODICAL = re.compile(r"\b(?:newsletter|bulletin|briefing|e-?news)\b", re.IGNORECASE)


@dataclass(frozen=True)
class About:
    document: Document

    @cached_property
    def opening(self) -> str:
        """The title page, as far as one can tell: the first blocks and the top headings."""
        first = [b.text[:300] for b in self.document.blocks[:OPENING] if isinstance(b, Passage)]
        tops = [
            b.text for b in self.document.blocks[:60] if isinstance(b, Heading) and b.level == 1
        ]
        return "\n".join(first + tops)

    @cached_property
    def titles(self) -> str:
        """Only what looks like a title, of that opening."""
        return "\n".join(line for line in self.opening.split("\n") if len(line) < LONGEST_TITLE)

    @cached_property
    def words(self) -> str:
        return "\n".join(p.text for _, p in self.document.passages())

    @cached_property
    def is_yearly(self) -> bool:
        return bool(YEARLY.search(self.opening)) and not QUARTERLY.search(self.opening)

    @cached_property
    def is_about_children(self) -> bool:
        """Its title says so, or children outnumber adults three to one."""
        children, adults = len(CHILDREN.findall(self.words)), len(ADULTS.findall(self.words))
        title = "\n".join(self.titles.split("\n")[:TITLE_LINES])
        titled = bool(CHILDREN.search(title)) and not ADULTS.search(title)
        return children > 1 and (children > adults * 3 or titled and children >= adults)

    @cached_property
    def is_review(self) -> bool:
        """A review of one child's or family's case, rather than a report that mentions reviews."""
        if self.is_yearly or OTHER_PAPERS.search(self.titles):
            return False
        return bool(REVIEW.search(self.titles)) or len(SUBJECT.findall(self.words)) >= MANY_MENTIONS

    @cached_property
    def month(self) -> date | None:
        """The first day of the month that the document says it is of, if it says."""
        months: Counter[date] = Counter()
        for position, block in enumerate(self.document.blocks):
            if isinstance(block, Passage):
                for found in dates.mentions(block.text):
                    if found.first_day and self.dates_it(block, position, found):
                        months[found.first_day.replace(day=1)] += 1
        return months.most_common(1)[0][0] if months else None

    def dates_it(self, block: Passage, position: int, found: dates.Mention) -> bool:
        before = block.text[max(0, found.start - 40) : found.start]
        if PERIODICAL_OF.search(before):
            return True
        short = len(block.text) < 90 and "-" not in block.text[found.end : found.end + 3]
        titled = position < OPENING and found.day is None and PERIODICAL.search(self.opening)
        return short and bool(ISSUED.search(before) or titled)

    @cached_property
    def period_end(self) -> date | None:
        """The last day of the year that a yearly report says it covers ('2024/25': 31 March 2025)."""
        match = COVERED.search(self.opening) if self.is_yearly else None
        if not match:
            return None
        last = int(match[1]) // 100 * 100 + int(match[2][-2:])
        return date(last, 3, 31) if 0 < last - int(match[1]) <= 3 else None
