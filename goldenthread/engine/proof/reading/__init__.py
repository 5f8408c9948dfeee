"""One reader for each kind of file; all give the same neutral Document."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from goldenthread.engine.proof.document import Block, Document, Passage
from goldenthread.engine.proof.reading import (
    decoding,
    laid_out,
    markdown,
    plain_text,
    web_page,
    word,
)
from goldenthread.engine.proof.reading.refusal import CannotRead

__all__ = ["CannotRead", "KINDS", "read", "read_bytes", "read_html"]

LARGEST = 50_000_000
LONGEST_PASSAGE = 6_000
KINDS: dict[str, Callable[[bytes, str], Document]] = {
    ".docx": word.read,
    ".html": lambda content, name: web_page.read(decoding.text_of(content), name),
    ".htm": lambda content, name: web_page.read(decoding.text_of(content), name),
    ".txt": lambda content, name: plain_text.read(decoding.text_of(content), name),
    ".md": lambda content, name: markdown.read(decoding.text_of(content), name),
}


def read(path: Path) -> Document:
    """The document in a .docx, .html, .txt or .md file. Raises CannotRead with the reason."""
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise CannotRead(
            f"A “{kind or 'nameless'}” file cannot be proofed: give .docx, .html, .txt or .md."
        )
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise CannotRead(
                f"The file is {size // 1_000_000} MB; at most {LARGEST // 1_000_000} MB is read."
            )
        content = path.read_bytes()
    except OSError as trouble:
        raise CannotRead(f"The file cannot be opened: {trouble.strerror or trouble}.") from None
    except ValueError:
        raise CannotRead("The file's name holds a character that no name may have.") from None
    return read_bytes(content, path.name)


def read_bytes(content: bytes, name: str) -> Document:
    """As `read`, for a file already in memory; `name` tells its kind."""
    if not content.strip():
        raise CannotRead("The file is empty.")
    document = KINDS[Path(name).suffix.lower()](content, name)
    if not document.blocks:
        raise CannotRead("The file holds no words.")
    return with_laid_out_tables(document)


def read_html(text: str, name: str = "draft.html") -> Document:
    """The document in a page of HTML already in memory, such as a report's own draft."""
    return with_laid_out_tables(web_page.read(text, name))


def with_laid_out_tables(document: Document) -> Document:
    blocks = tuple(piece for block in document.blocks for piece in bounded(block))
    return replace(document, blocks=laid_out.with_tables(blocks))


def bounded(block: Block) -> Iterator[Block]:
    """A passage of ordinary length, or the pieces of one that is not, cut between words where it can be."""
    if not isinstance(block, Passage) or len(block.text) <= LONGEST_PASSAGE:
        yield block
        return
    rest, first = block.text, True
    while rest:
        end = where_to_cut(rest)
        yield replace(block, text=rest[:end].strip(), links=block.links if first else ())
        rest, first = rest[end:], False


def where_to_cut(text: str) -> int:
    """After the last sentence that fits, else after the last word, else anywhere."""
    if len(text) <= LONGEST_PASSAGE:
        return len(text)
    ends = [text.rfind(mark, LONGEST_PASSAGE // 2, LONGEST_PASSAGE) for mark in (". ", "\n", " ")]
    return next((end + 1 for end in ends if end > 0), LONGEST_PASSAGE)
