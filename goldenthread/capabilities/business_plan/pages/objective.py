"""One objective with everything that was told and decided about it."""

from dataclasses import dataclass
from datetime import date

from goldenthread.capabilities.business_plan import permissions, queries
from goldenthread.capabilities.business_plan.pages.plan import owners_in_words
from goldenthread.capabilities.business_plan.queries.links import Linked, links_of
from goldenthread.capabilities.business_plan.queries.objectives import progress_of, ratings_of
from goldenthread.capabilities.business_plan.rules import Stage, numbering, ratings
from goldenthread.kernel.decision import Decision


@dataclass(frozen=True)
class RatingLine:
    """One line of the history: what was said, by whom, and whether the rule had suggested otherwise."""

    rating: str
    words: str
    by: str
    at: object
    why: str
    against: str


@dataclass(frozen=True)
class ObjectivePage:
    objective: object
    title: str
    owners: str
    due: str
    late: bool
    suggestion: ratings.Rating | None
    suggested_in_words: str
    progress: list
    history: list[RatingLine]
    links: list[Linked]
    may_tell: Decision
    may_rate: Decision
    may_edit: Decision


def page_of(objective, member, today: date) -> ObjectivePage:
    as_at = queries.as_at(objective.plan, today)
    suggestion = suggestion_of(objective, as_at)
    return ObjectivePage(
        objective=objective,
        title=f"{objective.number} {objective.text}",
        owners=owners_in_words(objective),
        due=numbering.due_in_words(objective.due_on, objective.due_is_month),
        late=ratings.is_late(objective.due_on, objective.rating, as_at),
        suggestion=suggestion,
        suggested_in_words=ratings.in_words(suggestion.rag) if suggestion else "",
        progress=list(progress_of(objective)),
        history=[_line(row) for row in ratings_of(objective)],
        links=links_of(member, objective),
        may_tell=permissions.may_tell_progress(member, objective),
        may_rate=permissions.may_rate(member, objective),
        may_edit=permissions.may_edit(member, objective.plan),
    )


def suggestion_of(objective, as_at: date) -> ratings.Rating | None:
    """Only a plan in force is suggested anything: a draft has not begun, and an ended one is history."""
    if objective.plan.stage != Stage.CURRENT:
        return None
    standing = ratings.Standing(objective.due_on, objective.heard_on, objective.rating)
    return ratings.suggested(standing, as_at)


def _line(row) -> RatingLine:
    differs = row.suggested and row.suggested != row.rating
    against = f"The rule suggested {ratings.in_words(row.suggested).lower()}" if differs else ""
    return RatingLine(row.rating, ratings.in_words(row.rating), row.by, row.at, row.why, against)
