"""Links that only the writer's own colleagues can follow."""

import re
from collections.abc import Iterator

from goldenthread.engine.proof.document import Block, Document, Passage, Picture, Table
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip, shortened

KIND = "private link"
WHOLE_FILE = re.compile(
    r".*?\.(?:docx?|docm|xlsx?|xlsm|pptx?|pdf|html?|txt|msg|csv|pub|jpe?g|png|zip)\b", re.IGNORECASE
)
PRIVATE = (
    ("file:/", r"\bfile:/{1,3}\S+", "a file on someone's own computer or network", 0.97),
    (
        ":\\",
        r"(?<![\w/])[A-Z]:\\+(?:Users|Documents and Settings)\\[^\n<>\"|?*]*",
        "a folder on one person's computer",
        0.97,
    ),
    (":", r"(?<![\w/:])[A-Z]:[\\/](?!/)[^\n<>\"|?*]{2,}", "a drive that only staff can open", 0.95),
    (
        "\\\\",
        r"(?<![\\\w:])\\\\[\w.$-]{2,60}\\[^\n<>\"|?*]+",
        "a network share that only staff can open",
        0.95,
    ),
    (
        "-my.sharepoint.com",
        r"(?:https?://)?[\w.-]{1,80}-my\.sharepoint\.com[^\s<>\")]*",
        "one person's OneDrive",
        0.95,
    ),
    (
        "onedrive.live.com",
        r"(?:https?://)?onedrive\.live\.com/[^\s<>\")]*",
        "a personal OneDrive",
        0.9,
    ),
    ("1drv.ms", r"(?:https?://)?1drv\.ms/[^\s<>\")]*", "a personal OneDrive", 0.9),
    (
        ".sharepoint.com",
        r"(?:https?://)?[\w.-]{1,80}\.sharepoint\.com[^\s<>\")]*",
        "a SharePoint site that asks for a staff account",
        0.8,
    ),
    (
        ".google.com",
        r"(?:https?://)?(?:drive|docs)\.google\.com/[^\s<>\")]*",
        "a shared drive that may ask for an account",
        0.65,
    ),
    (
        "http",
        r"https?://(?:localhost|127\.0\.0\.1|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}"
        r"|[\w-]{1,63}(?=[/:])|[\w.-]{1,120}\.(?:local|internal|intranet|lan))(?::\d+)?(?:/[^\s<>\")]*|(?=[\s)>.,]|$))",
        "an address inside the office network",
        0.85,
    ),
)
"""A mark that must stand in the text at all, the pattern, what it leads to, and how sure that is."""
PATTERNS = [
    (mark, re.compile(text, re.IGNORECASE), what, sure) for mark, text, what, sure in PRIVATE
]


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    """A slip for each place that shows, or hides under words, a private address."""
    for at, block in enumerate(document.blocks):
        told: set[str] = set()
        for place, text in addresses(block):
            for found, what, certainty in private(text):
                if found.lower() not in told:
                    told.add(found.lower())
                    yield Slip(
                        KIND,
                        place,
                        shortened(found),
                        certainty=certainty,
                        at=at,
                        message=f"This link leads to {what}, so readers outside cannot follow it."
                        " Link to a published copy.",
                    )


def addresses(block: Block) -> Iterator[tuple[str, str]]:
    """Each text in which an address may stand, with its place."""
    if isinstance(block, Passage):
        yield block.place, block.text
    elif isinstance(block, Table) and not block.laid_out:
        for row, cells in enumerate(block.rows):
            for column, cell in enumerate(cells):
                yield block.place_of(row, column), cell.text
    if not isinstance(block, Picture):
        yield from ((block.place, link) for link in block.links)


def private(text: str) -> Iterator[tuple[str, str, float]]:
    """Each private address in the text; the first pattern to match a stretch names it."""
    taken: list[tuple[int, int]] = []
    lower = text.lower()
    for mark, pattern, what, certainty in PATTERNS:
        for match in pattern.finditer(text) if mark in lower else ():
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield trimmed(match[0]), what, certainty


def trimmed(found: str) -> str:
    """The address without the words of the sentence that follow it."""
    file = WHOLE_FILE.match(found)
    return (file[0] if file else found.split(". ")[0]).rstrip(" .,;)")
