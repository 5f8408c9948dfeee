"""The kinds of block that a yearly report can hold, one a file; `kinds_for` names them all."""

from collections.abc import Iterable
from typing import Any

from goldenthread.capabilities.yearly_report.blocks import attendance, money
from goldenthread.capabilities.yearly_report.blocks.asked import AskedKind, offered_by_others
from goldenthread.capabilities.yearly_report.blocks.figures import (
    ChartKind,
    FigureKind,
    TableKind,
)
from goldenthread.capabilities.yearly_report.blocks.flags import FlagsKind
from goldenthread.capabilities.yearly_report.blocks.offered import Offered, offered_figures
from goldenthread.capabilities.yearly_report.blocks.quotation import QuotationKind
from goldenthread.capabilities.yearly_report.blocks.record import Content, Pictures, Record
from goldenthread.capabilities.yearly_report.blocks.thread import ThreadKind
from goldenthread.foundations.publishing.actions import PROSE
from goldenthread.foundations.publishing.kinds import Kinds
from goldenthread.foundations.publishing.prose import Prose

QUOTATION = "quotation"
TITLES = {
    PROSE: Prose.title,
    "figure": FigureKind.title,
    "table": TableKind.title,
    "chart": ChartKind.title,
    QUOTATION: QuotationKind.title,
    "flags": FlagsKind.title,
    "thread": ThreadKind.title,
    "money": money.MoneyKind.title,
    "attendance": attendance.AttendanceKind.title,
    "asked": AskedKind.title,
}


def kinds_for(
    member: Any, report: Any, contents: Iterable[Content], pictures: Pictures = Pictures.NONE
) -> Kinds:
    """Every kind, ready to draw blocks bound to these contents: their figures are read together."""
    record = Record(member, report, contents, pictures)
    return {
        PROSE: Prose(),
        "figure": FigureKind(record),
        "table": TableKind(record),
        "chart": ChartKind(record),
        QUOTATION: QuotationKind(),
        "flags": FlagsKind(),
        "thread": ThreadKind(),
        "money": money.MoneyKind(record),
        "attendance": attendance.AttendanceKind(record),
        "asked": AskedKind(),
    }


def title_of(kind: str) -> str:
    return TITLES.get(kind, kind)


def offered(member, report) -> list[Offered]:
    """What a writer may put in now, prose first."""
    prose = Offered(PROSE, Prose.title, "to write in", {"text": ""})
    flags = Offered("flags", FlagsKind.title, report.period, {})
    thread = Offered(
        "thread", ThreadKind.title, "what we recommended, what was done, what changed", {}
    )
    year = [
        Offered(
            "money",
            money.MoneyKind.title,
            "what came in, what was spent, what was left",
            {"measures": list(money.MEASURES)},
        ),
        Offered(
            "attendance",
            attendance.AttendanceKind.title,
            "who came, and how often each group met",
            {"measures": list(attendance.MEASURES)},
        ),
    ]
    others = offered_by_others(member, report.period)
    return [prose, thread, *year, *others, flags, *offered_figures(member, report.period)]
