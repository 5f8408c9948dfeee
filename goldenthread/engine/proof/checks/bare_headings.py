"""Headings with nothing under them, above all those that the guidance requires."""

import re
from collections.abc import Iterator, Sequence

from goldenthread.engine.proof.about import About
from goldenthread.engine.proof.document import Block, Document, Heading, Passage, Table
from goldenthread.engine.proof.headings import RequiredHeading
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip

KIND = "bare heading"
TO_FOLLOW = re.compile(
    r"\W*(?:t\.?b\.?[cad]\.?|to be (?:confirmed|completed|added|written|agreed|provided|inserted|drafted|updated)\b.{0,40}|to follow\b.{0,30}"
    r"|(?:text|content|data|section|information|narrative|figures?) (?:to follow|to come|awaited|pending).{0,30}|x{2,}|\[[^\]]*\]|<(?!\w+:)[^<>]*>|insert .{0,60}|placeholder.{0,30}"
    r"|nothing (?:has been|is|was) written (?:here )?(?:yet|so far)|coming soon|awaiting .{0,40}|pending|lorem ipsum.*|todo.{0,40}|n/?a|[.…_-]+)\W*",
    re.IGNORECASE | re.DOTALL,
)
NOT_BEGUN = re.compile(
    r"\W*(?:to be written\W+)?nothing (?:has been|is|was) written\b.*", re.IGNORECASE | re.DOTALL
)
NEEDS_NOTHING = re.compile(
    r"^(?:table of )?contents\b|^(?:appendices|foreword|acknowledg\w+|end of report)$",
    re.IGNORECASE,
)
TITLE_PAGE = 3


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    headings = [(at, heading) for at, heading in document.headings() if not is_promise(heading)]
    ends = [*(at for at, _ in headings[1:]), len(document.blocks)]
    for (at, heading), end in zip(headings, ends, strict=False):
        under = document.blocks[at + 1 : end]
        if any(says_something(block) for block in under) or NEEDS_NOTHING.search(heading.text):
            continue
        required = next((r for r in settings.headings if r.heads(heading.text)), None)
        only_looks_like_one = heading.guessed and not required and not under
        if not leads_deeper(document, end, heading) and not only_looks_like_one:
            yield slip(document, heading, required, at, under)
    if settings.expect_all:
        yield from missing(document, settings)


def says_something(block: Block) -> bool:
    """Whether a block is more than a promise to write something."""
    if isinstance(block, Heading):
        return not is_promise(block)
    if isinstance(block, Passage):
        return bool(block.text.strip()) and not TO_FOLLOW.fullmatch(block.text.strip())
    return not isinstance(block, Table) or any(
        c.text for row in block.rows[1:] or block.rows for c in row
    )


def is_promise(heading: Heading) -> bool:
    """A line that looks like a heading and only says that something is still to be written."""
    return heading.guessed and bool(TO_FOLLOW.fullmatch(heading.text.strip()))


def leads_deeper(document: Document, at: int, heading: Heading) -> bool:
    """A heading straight above its own sub-headings is not bare: they are asked for themselves."""
    following = document.blocks[at] if at < len(document.blocks) else None
    return isinstance(following, Heading) and following.level > heading.level


def slip(
    document: Document,
    heading: Heading,
    required: RequiredHeading | None,
    at: int,
    under: Sequence[Block],
) -> Slip:
    said = what_stands(heading, under)
    if required:
        confirmed = "" if required.confirmed else ", to be confirmed"
        said += f" A yearly report must say something here ({required.edition}, item {required.number}{confirmed})."
    certainty = max(
        sureness(document, heading, required, at), 0.8 if under and not heading.guessed else 0.0
    )
    return Slip(KIND, heading.place, heading.text, said, certainty, at=at)


def what_stands(heading: Heading, under: Sequence[Block]) -> str:
    """A section nobody has begun promises nothing, and is called what it is."""
    said = [block.text.strip() for block in under if isinstance(block, Passage)]
    if any(NOT_BEGUN.fullmatch(text) for text in said):
        return f"Nobody has begun the section “{heading.text}”."
    what = "Only a promise" if under else "Nothing"
    return f"{what} stands under the heading “{heading.text}”."


def sureness(
    document: Document, heading: Heading, required: RequiredHeading | None, at: int
) -> float:
    """Plain text may have lost the charts that stood there; a title page has headings with no text."""
    in_text = document.name.lower().endswith(".txt")
    if at == 0 or not required and (at < TITLE_PAGE or heading.guessed):
        return 0.2
    if required and heading.guessed:
        return 0.8 if at + 1 == len(document.blocks) else 0.65
    if required and About(document).is_yearly:
        return 0.8 if in_text else 0.93
    return 0.35 if in_text else 0.85 if required else 0.5


def missing(document: Document, settings: Settings) -> Iterator[Slip]:
    """The required headings that the document does not have at all."""
    held = [heading.text for _, heading in document.headings()]
    for required in settings.headings:
        if not any(required.heads(text) for text in held):
            said = f"No heading for “{required.title}”, which {required.edition} asks of a yearly report."
            yield Slip(KIND, "whole document", required.title, said, 0.7, at=len(document.blocks))
