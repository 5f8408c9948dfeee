"""What each page of the yearly report says, ready to print. No database, no HTML."""

from goldenthread.capabilities.yearly_report.pages.one_report import (
    PreviewPage,
    ReportPage,
    StepPage,
)
from goldenthread.capabilities.yearly_report.pages.overview import (
    HeadingsPage,
    IndexPage,
    PublicListPage,
    PublicPage,
    heading_or_404,
)
from goldenthread.capabilities.yearly_report.pages.proof import ProofPage
from goldenthread.capabilities.yearly_report.pages.section import (
    AskPage,
    HistoryPage,
    SectionPage,
    WritePage,
)
from goldenthread.capabilities.yearly_report.pages.versions import VersionsPage

__all__ = [
    "AskPage",
    "VersionsPage",
    "HeadingsPage",
    "HistoryPage",
    "IndexPage",
    "PreviewPage",
    "ProofPage",
    "PublicListPage",
    "PublicPage",
    "ReportPage",
    "SectionPage",
    "StepPage",
    "WritePage",
    "heading_or_404",
]
