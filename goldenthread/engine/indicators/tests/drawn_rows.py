"""Rows of Annex A and of the dataset, with what matters of them by name."""

from datetime import date
from typing import Any

from goldenthread.engine.indicators.tests.worked import day

Rows = list[dict[str, Any]]
MISSING = (
    "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months"
)
OFFERED = "Was the child offered a Return Interview after their last missing episode (Y/N)?"
ACCEPTED = "Did the child accept a Return Interview after their last missing episode (Y/N)?"


def on(text: str | None) -> date | None:
    return day(text) if text else None


def protected(
    visited: str | None, alone: str = "a) Yes", began: str = "1 Dec 2025", **also: Any
) -> dict[str, Any]:
    """A row of list 7."""
    return {
        "Child Protection Plan Start Date": day(began),
        "Date of the Last Statutory Visit": on(visited),
        "Was the Child Seen Alone?": alone,
        **also,
    }


def entitled(review: str | None, category: str | None, **also: Any) -> dict[str, Any]:
    """A row of list 9."""
    return {"Eligibility Category": category, "Latest Pathway Plan Review Date": on(review), **also}


def adopted(ordered: str, matched: str | None, made: str | None, **also: Any) -> dict[str, Any]:
    """A row of list 10."""
    return {
        "Date of Placement Order": day(ordered),
        "Date of Matching Child and Prospective Adopters": on(matched),
        "Date of Adoption Order": on(made),
        **also,
    }


def plan(began: str, ended: str | None = None, **also: Any) -> dict[str, Any]:
    return {"cppl_cp_plan_start_date": day(began), "cppl_cp_plan_end_date": on(ended), **also}


def visits(*days: str, seen: str = "Y", alone: str = "N", child: str = "c1") -> Rows:
    return [
        {
            "cppv_cp_visit_id": f"{child} {n} {each}",
            "cppv_person_id": child,
            "cppv_cp_visit_date": day(each),
            "cppv_cp_visit_seen": seen,
            "cppv_cp_visit_seen_alone": alone,
        }
        for n, each in enumerate(days)
    ]


def missing(
    ended: str | None, offered: str, accepted: str, kind: str = "M", incident: str = "1"
) -> dict[str, Any]:
    return {
        "miss_table_id": incident,
        "miss_missing_episode_end_date": on(ended),
        "miss_missing_episode_type": kind,
        "miss_missing_rhi_offered": offered,
        "miss_missing_rhi_accepted": accepted,
    }


def placed(miles: float | None, child: str = "c1", **also: Any) -> dict[str, Any]:
    return {
        "clap_person_id": child,
        "clap_cla_placement_start_date": day("1 May 2025"),
        "clap_cla_placement_distance": miles,
        **also,
    }


def in_care(*children: str) -> Rows:
    return [
        {"clae_person_id": child, "clae_cla_episode_start_date": day("1 May 2025")}
        for child in children
    ]


def leaver(
    review: str | None, category: str | None = "Former relevant child", **also: Any
) -> dict[str, Any]:
    return {
        "clea_pathway_plan_review_date": on(review),
        "clea_care_leaver_eligibility": category,
        **also,
    }


def adoption(ordered: str | None, matched: str | None, made: str, **also: Any) -> dict[str, Any]:
    return {
        "perm_placement_order_date": on(ordered),
        "perm_matched_date": on(matched),
        "perm_permanence_order_date": day(made),
        "perm_permanence_order_type": "Adoption Order",
        **also,
    }
