"""The tables of a report, one file a noun."""

from goldenthread.foundations.publishing.models.parts import Block, Section, Wording
from goldenthread.foundations.publishing.models.releases import Printing, ProofRun, Release, SignOff
from goldenthread.foundations.publishing.models.reports import (
    Comment,
    HeadingCorrection,
    Report,
    Turn,
)

__all__ = [
    "Block",
    "Comment",
    "HeadingCorrection",
    "Printing",
    "ProofRun",
    "Release",
    "Report",
    "Section",
    "SignOff",
    "Turn",
    "Wording",
]
