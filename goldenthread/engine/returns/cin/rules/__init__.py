"""The checks, one function to a rule, one file to a module of the return. Importing writes them."""

from goldenthread.engine.returns.cin.rules import (
    assessment_factors,
    assessments,
    child_characteristics,
    child_identifiers,
    child_protection_plans,
    cin_plans,
    episode_activity,
    episode_closure,
    episode_sequence,
    header,
    referrals,
    reviews,
    section_47,
    upns,
)

__all__ = [
    "assessment_factors",
    "assessments",
    "child_characteristics",
    "child_identifiers",
    "child_protection_plans",
    "cin_plans",
    "episode_activity",
    "episode_closure",
    "episode_sequence",
    "header",
    "referrals",
    "reviews",
    "section_47",
    "upns",
]
