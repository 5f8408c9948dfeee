"""The kinds of block that a yearly report can hold, one a file; `KINDS` names them all."""

from goldenthread.capabilities.yearly_report.blocks.asked import AskedKind, offered_by_others
from goldenthread.capabilities.yearly_report.blocks.figures import (
    ChartKind,
    FigureKind,
    TableKind,
    offered_figures,
)
from goldenthread.capabilities.yearly_report.blocks.flags import FlagsKind
from goldenthread.capabilities.yearly_report.blocks.offered import Offered
from goldenthread.capabilities.yearly_report.blocks.quotation import QuotationKind
from goldenthread.capabilities.yearly_report.blocks.thread import ThreadKind
from goldenthread.foundations.publishing.actions import PROSE
from goldenthread.foundations.publishing.kinds import Kinds
from goldenthread.foundations.publishing.prose import Prose

KINDS: Kinds = {
    PROSE: Prose(),
    "figure": FigureKind(),
    "table": TableKind(),
    "chart": ChartKind(),
    "quotation": QuotationKind(),
    "flags": FlagsKind(),
    "thread": ThreadKind(),
    "asked": AskedKind(),
}

# Drawing a chart is heavy: a job or a command does it, a page never does.
KINDS_THAT_DRAW: Kinds = {**KINDS, "chart": ChartKind(draws_now=True)}


def title_of(kind: str) -> str:
    return KINDS[kind].title if kind in KINDS else kind


def offered(member, report) -> list[Offered]:
    """What a writer may put in now, prose first."""
    prose = Offered(PROSE, Prose.title, "to write in", {"text": ""})
    flags = Offered("flags", FlagsKind.title, report.period, {})
    thread = Offered(
        "thread", ThreadKind.title, "what we recommended, what was done, what changed", {}
    )
    others = offered_by_others(member, report.period)
    return [prose, thread, *others, flags, *offered_figures(member, report.period)]
