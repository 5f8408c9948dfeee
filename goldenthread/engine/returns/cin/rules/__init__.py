"""The checks, one function to a rule, one file to a module of the return. Importing writes them."""

from goldenthread.engine.returns.cin.rules import (
    assessment_factors,
    assessments,
    episode_activity,
    episode_closure,
    episode_sequence,
    referrals,
    reviews,
)

__all__ = [
    "assessment_factors",
    "assessments",
    "episode_activity",
    "episode_closure",
    "episode_sequence",
    "referrals",
    "reviews",
]
