"""Plain text: paragraphs by blank lines, headings by their look, tables by tabs, bars or columns."""

import re
from collections.abc import Iterator

from goldenthread.engine.proof.document import Block, Cell, Document, Heading, Passage, Table
from goldenthread.engine.proof.reading import columns

HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
ITEM = re.compile(r"\s*(?:[-*•➤>✓✔▪]|\d{1,2}[.)]|[a-z][.)]|\([a-z0-9]{1,2}\))\s+")
ADDRESS = re.compile(r"<([^<>\n]+)>|\]\(([^)\s]+)\)|((?:https?|file|ftp)://\S+)", re.IGNORECASE)
HTML_TAG = re.compile(
    r"</?(?:p|ol|ul|li|br|div|u|i|b|em|strong|span)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
EMPHASIS = re.compile(r"\*\*|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)")
NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+\S")

UNNUMBERED = 6
"""A lone line without a number stands below any that has one."""
Line = tuple[int, str]


def read(text: str, name: str) -> Document:
    """The document in plain text, whose lines end in '\\n'."""
    return Document(name, tuple(numbered_tables(blocks(text))))


def numbered_tables(found: Iterator[Block]) -> Iterator[Block]:
    count = 0
    for block in found:
        if isinstance(block, Table):
            count += 1
            block = Table(
                block.rows, f"table {count}", block.caption, block.links, lines=block.lines
            )
        yield block


def blocks(text: str) -> Iterator[Block]:
    lines = [
        (n, line.rstrip(" ")) for n, line in enumerate(text.replace("\f", "\n").split("\n"), 1)
    ]
    for piece in columns.pieces(lines):
        if isinstance(piece, Table):
            yield piece
        else:
            for group in groups(piece):
                yield from passages(group)


def groups(lines: list[Line]) -> Iterator[list[Line]]:
    """Runs of lines between blank lines; a heading or list item begins a run of its own."""
    group: list[Line] = []
    for line in lines:
        starts = HASHES.match(line[1]) or ITEM.match(line[1])
        if group and (not line[1].strip() or starts):
            yield group
            group = []
        if line[1].strip():
            group.append(line)
            if HASHES.match(line[1]):
                yield group
                group = []
    if group:
        yield group


def passages(group: list[Line]) -> Iterator[Passage]:
    number, first = group[0]
    place = f"line {number}" if len(group) == 1 else f"lines {number} to {group[-1][0]}"
    links = tuple(a or b or c for _, line in group for a, b, c in ADDRESS.findall(line))
    if match := HASHES.match(first):
        yield Heading(plain(match[2]), place, links, level=len(match[1]))
    elif level := heading_level(group):
        yield Heading(plain(first), place, links, level=level, guessed=len(group) == 1)
    else:
        text = joined([plain(line) for _, line in group])
        yield Passage(text, place, links, item=bool(ITEM.match(first)))


def heading_level(group: list[Line]) -> int:
    """0 for a paragraph; a lone short line without a full stop is taken for a heading."""
    text = group[0][1].strip()
    if len(group) == 2 and re.fullmatch(r"=+|-{3,}", group[1][1].strip()):
        return 1 if group[1][1].strip()[0] == "=" else 2
    if len(group) > 1 or len(text) > 70 or text[-1] in ".;,?!" or not looks_like_a_title(text):
        return 0
    match = NUMBERED.match(text)
    return 2 + match[1].count(".") if match else UNNUMBERED


def looks_like_a_title(text: str) -> bool:
    if NUMBERED.match(text):
        return any(letter.isalpha() for letter in text)
    return (
        text[0].isupper() and not ITEM.match(text) and not re.search(r"\d\s*$|£|@|://|:\s\S", text)
    )


def joined(lines: list[str]) -> str:
    """Wrapped prose becomes one line; short lines stay apart, as in an address or a ledger."""
    wrapped = len(lines) > 1 and all(len(line) > 50 for line in lines[:-1])
    return (" " if wrapped else "\n").join(line.strip() for line in lines)


def plain(line: str) -> str:
    """A line without the marks of emphasis and the tags that converted documents carry."""
    line = re.sub(r"\[([^\]]+)\]\([^)\s]+\)", r"\1", line)
    return EMPHASIS.sub("", HTML_TAG.sub(" ", line)).replace("\\*", "*").strip()


def cell(text: str, header: bool = False) -> Cell:
    bare = text.strip()
    return Cell(bare if bare.strip("*") == "" else plain(bare), header)
