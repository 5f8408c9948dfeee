"""The tables of the thread, one file a noun."""

from goldenthread.foundations.thread.models.actions import (
    Action,
    ActionCount,
    Extension,
    ProgressNote,
)
from goldenthread.foundations.thread.models.askings import AskedAction, Asking
from goldenthread.foundations.thread.models.evidence import Evidence, Sight
from goldenthread.foundations.thread.models.findings import Finding, FindingTheme
from goldenthread.foundations.thread.models.history import (
    ActionMove,
    RatingChange,
    RecommendationMove,
)
from goldenthread.foundations.thread.models.logs import ActionLog, ImportedRow, OrganisationWord
from goldenthread.foundations.thread.models.recommendations import (
    Recommendation,
    RecommendationSource,
    RecommendationTheme,
)
from goldenthread.foundations.thread.models.settings import LocalTheme, TrackerSettings
from goldenthread.foundations.thread.models.tests_in_practice import TestInPractice
from goldenthread.foundations.thread.models.wordings import Wording

__all__ = [
    "Action",
    "ActionCount",
    "ActionLog",
    "ActionMove",
    "AskedAction",
    "Asking",
    "Evidence",
    "Extension",
    "Finding",
    "FindingTheme",
    "ImportedRow",
    "LocalTheme",
    "OrganisationWord",
    "ProgressNote",
    "RatingChange",
    "Recommendation",
    "RecommendationMove",
    "RecommendationSource",
    "RecommendationTheme",
    "Sight",
    "TestInPractice",
    "TrackerSettings",
    "Wording",
]
