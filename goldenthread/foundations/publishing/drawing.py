"""From a report in the record to the engine's neutral document, with what it rests on."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from goldenthread.engine.writers import report as writers
from goldenthread.engine.writers.report import Notice
from goldenthread.foundations.publishing import headings, queries
from goldenthread.foundations.publishing.kinds import Drawn, Kinds
from goldenthread.foundations.publishing.models import Block, Report, Section, Wording
from goldenthread.foundations.publishing.rules import ENOUGH_WORDS, Coverage

NOTHING_YET = "Nothing has been written here yet."


@dataclass(frozen=True)
class DrawnBlock:
    block: Block
    wording: Wording | None
    drawn: Drawn


@dataclass(frozen=True)
class DrawnSection:
    section: Section
    blocks: tuple[DrawnBlock, ...]

    @property
    def evidence(self) -> tuple[str, ...]:
        """What this section rests on in the record, each piece by its name."""
        return tuple(block.drawn.evidence for block in self.blocks if block.drawn.evidence)

    @property
    def words(self) -> int:
        return sum(block.drawn.words for block in self.blocks)

    @property
    def notes(self) -> list[str]:
        return [block.drawn.note for block in self.blocks if block.drawn.note]


@dataclass(frozen=True)
class Drawing:
    """A report drawn: for the reader (`document`), and for its writers (`sections`, `coverage`)."""

    document: writers.Report
    sections: tuple[DrawnSection, ...]
    coverage: tuple[Coverage, ...]

    @property
    def fingerprint(self) -> str:
        """What the partners sign: a hash over everything a reader will see."""
        said = [
            (each.section.title, [block.drawn.what_is_signed for block in each.blocks])
            for each in self.sections
        ]
        whole = (self.document.title, self.document.subtitle, self.document.author, said)
        return hashlib.sha256(repr(whole).encode()).hexdigest()

    @property
    def covered(self) -> int:
        return sum(bool(heading.evidence) for heading in self.coverage)


def draw(
    member: Any,
    report: Report,
    kinds: Kinds,
    *,
    author: str = "",
    parts: Sequence[queries.Part] | None = None,
) -> Drawing:
    """The whole report as it stands, for whoever asks. `kinds` says how each kind of block is drawn.

    Whoever has read the parts already, to know what their blocks are bound to, passes them in.
    """
    parts = queries.parts_of(member, report) if parts is None else parts
    sections = tuple(_section(member, report, part, kinds) for part in parts)
    document = writers.Report(
        title=report.title,
        subtitle=report.period,
        author=author,
        sections=tuple(_as_written(section) for section in sections),
    )
    return Drawing(document, sections, coverage(member, report, sections))


def _section(member: Any, report: Report, part: queries.Part, kinds: Kinds) -> DrawnSection:
    blocks = tuple(
        DrawnBlock(block, wording, _block(member, report, block, wording, kinds))
        for block, wording in part.blocks
    )
    return DrawnSection(part.section, blocks)


def _block(
    member: Any, report: Report, block: Block, wording: Wording | None, kinds: Kinds
) -> Drawn:
    kind = kinds.get(block.kind)
    if kind is None:
        said = f"A block of the kind “{block.kind}” cannot be drawn: the part of the product that made it is gone."
        return Drawn((), note=said)
    return kind.draw(member, report, wording.content if wording else {})


def _as_written(section: DrawnSection) -> writers.Section:
    blocks = tuple(block for each in section.blocks for block in each.drawn.blocks)
    return writers.Section(
        section.section.title, blocks or (Notice(NOTHING_YET, title="To be written"),)
    )


def coverage(
    member: Any, report: Report, sections: tuple[DrawnSection, ...]
) -> tuple[Coverage, ...]:
    """Each required heading with what stands under it: the meter that shows which are bare."""
    found = []
    for heading in headings.required(member, report.edition):
        under = [section for section in sections if heading.number in section.section.answers]
        found.append(
            Coverage(
                number=heading.number,
                title=heading.title,
                confirmed=heading.confirmed,
                sections=tuple(section.section.title for section in under),
                evidence=tuple(piece for section in under for piece in section.evidence),
                words=sum(section.words >= ENOUGH_WORDS for section in under),
            )
        )
    return tuple(found)
