"""A report about children that speaks of adults where children are meant."""

import re
from collections.abc import Iterator

from goldenthread.engine.proof.about import About
from goldenthread.engine.proof.document import Document, Heading, Passage
from goldenthread.engine.proof.language import sentences
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip, shortened

KIND = "adults for children"
PROTECTED = r"(?:safeguard(?:ed|ing|s)?|protect(?:ed|ing|ion|s)?|kept safe|keep(?:ing|s)? safe|safe(?:ty)?|well-?being|welfare|harm(?:ed)?|abuse(?:d)?|neglect(?:ed)?)"
ADULTS = r"(?:vulnerable |at[- ]risk )?adults"
STRONG = re.compile(
    rf"\bhow\s+(?:(?:well|effectively|safely|best)\s+)?(?:\w+\s+){{0,2}}{ADULTS}\b[^.;]{{0,60}}\b{PROTECTED}"
    rf"|\b{ADULTS}\s+(?:in|of|across|from|living in)\s+(?:the\s+)?(?:[A-Z][\w-]+\s*){{1,3}}(?:are|is|were|being|to be)\s+(?:\w+\s+){{0,2}}{PROTECTED}"
    rf"|\b(?:safeguard(?:ing|s)?|protect(?:ing|s)?)\s+(?:and\s+promot\w+\s+the\s+welfare\s+of\s+)?(?:all\s+|our\s+)?{ADULTS}\b(?!\s+(?:board|team|service|review|audit|partnership|lead|manager|tool|week|and))"
    rf"|\bpromot\w+\s+the\s+(?:welfare|well-?being)\s+of\s+(?:all\s+|our\s+)?{ADULTS}\b"
    rf"|\b(?:keep(?:ing)?|make|making)\s+(?:all\s+|our\s+)?{ADULTS}\s+safe",
    re.IGNORECASE,
)
WEAKER = re.compile(
    rf"\b(?:outcomes|impact|difference|voice|views|wishes|needs|lived experience|protection|safety|number)s?\s+(?:for|on|of|to)\s+(?:the\s+|all\s+|our\s+)?{ADULTS}\b"
    rf"|\b{ADULTS}\s+(?:who\s+)?(?:are|were|is)?\s*(?:subject to|on)\s+(?:a\s+)?(?:child|protection)\s+"
    rf"|\b{ADULTS}\s+(?:are|were|being|to be)\s+(?:\w+\s+)?{PROTECTED}"
    rf"|\b{ADULTS}\s+(?:in need of (?:help|protection)|who (?:go|went|are|were) missing|in care|looked after|on (?:a )?plans?)\b",
    re.IGNORECASE,
)
MEANT = re.compile(
    r"\bchild(?:ren)?(?!['’]?s? (?:services|board|partnership|safeguarding))|\byoung (?:people|person)|\bteen|\bpupil|\bboth\b|\bparent|\bcarers?\b|\bfamil|\btransition|\badulthood|\byoung adults?"
    r"|\bboard\b|\bSAB\b|\badult(?:s['’]?|['’]s)? (?:social care|services|safeguarding|mental|survivor|victim|care)|\bcare act\b|\bcapacity\b|\b18\b|\beighteen\b|\bsurvivor|\bhistoric|\btrusted adult|\bsibling|\badult (?:and|or)|\bworkforce\b",
    re.IGNORECASE,
)
SAID = "This report is about children, but the sentence speaks of adults. Were children meant?"
HEADED = re.compile(r"\badults?\b", re.IGNORECASE)


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    """Only in a document about children, and outside its sections on adults."""
    if not About(document).is_about_children:
        return
    for at, passage in outside_adults_sections(document):
        for sentence in sentences.split(passage.text):
            certainty = sureness(sentence)
            if certainty:
                yield Slip(KIND, passage.place, shortened(sentence), SAID, certainty, at=at)


def outside_adults_sections(document: Document) -> Iterator[tuple[int, Passage]]:
    heading = ""
    for at, passage in document.passages():
        if isinstance(passage, Heading):
            heading = passage.text
        elif not HEADED.search(heading) and "dult" in passage.text:
            yield at, passage


def sureness(sentence: str) -> float:
    """0 where adults are plainly meant, or nothing is said of their safety."""
    if MEANT.search(sentence):
        return 0.0
    return 0.8 if STRONG.search(sentence) else 0.6 if WEAKER.search(sentence) else 0.0
