"""What a file would change in a plan, row by row, before anything is kept."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from goldenthread.capabilities.business_plan.models import Objective, Plan, Priority
from goldenthread.capabilities.business_plan.queries.objectives import OWNERS
from goldenthread.capabilities.business_plan.queries.owners import Named, found_by_name, meant
from goldenthread.capabilities.business_plan.rules.plan_file.reading import ReadPlan
from goldenthread.capabilities.business_plan.rules.plan_file.rows import PlanRow

OF_OBJECTIVE = ("text", "outcome_measure", "difference")
OF_PRIORITY = {"title": "priority_title", "aim": "aim", "strategic_link": "strategic_link"}


class Does(StrEnum):
    ADDS = "adds"
    CHANGES = "changes"
    NOTHING = "nothing"


@dataclass
class Change:
    """One row against the record. `fields` are the objective's that would be set."""

    row: PlanRow
    objective: Objective | None
    owners: tuple[Named, ...] | None
    fields: dict[str, object] = field(default_factory=dict)
    of_priority: dict[str, str] = field(default_factory=dict)
    progress: str = ""
    rating: str = ""
    moves: bool = False

    @property
    def does(self) -> Does:
        if self.objective is None:
            return Does.ADDS
        touched = (self.fields, self.of_priority, self.progress, self.rating, self.moves)
        changes = any(touched) or self.owners is not None
        return Does.CHANGES if changes else Does.NOTHING

    @property
    def touched(self) -> list[str]:
        """The fields that would change, as columns are called."""
        said = {"owners": self.owners, "progress": self.progress, "rating": self.rating}
        moved = ["priority"] if self.moves or self.of_priority else []
        return [*self.fields, *(name for name, value in said.items() if value), *moved]


def changes_of(read: ReadPlan, plan: Plan | None, partnership_id: int) -> list[Change]:
    """In the order of the file. A blank cell changes nothing. Six queries, whatever the length."""
    known = found_by_name(partnership_id)
    objectives = _objectives(plan) if plan else {}
    priorities = {p.number: p for p in plan.priorities.all()} if plan else {}
    return [
        _change(row, objectives.get(row.number), priorities.get(row.priority_number), known)
        for row in read.rows
    ]


def _objectives(plan: Plan) -> dict[str, Objective]:
    own = plan.objectives.select_related("priority").prefetch_related(OWNERS, "progress")
    return {objective.number: objective for objective in own}


def _change(row: PlanRow, objective: Objective | None, priority: Priority | None, known) -> Change:
    owners = tuple(dict.fromkeys(meant(name, known) for name in row.owners or ()))
    change = Change(row, objective, owners or None)
    change.fields = _fields(row, objective)
    change.of_priority = {
        name: said
        for name, column in OF_PRIORITY.items()
        if (said := getattr(row, column)) and said != getattr(priority, name, None)
    }
    change.progress, change.rating = row.progress or "", row.rating or ""
    if objective is not None:
        _leave_out_what_stands(change, objective)
    return change


def _leave_out_what_stands(change: Change, objective: Objective) -> None:
    row = change.row
    change.moves = objective.priority.number != row.priority_number
    if change.progress in {told.text for told in objective.progress.all()}:
        change.progress = ""
    if change.rating == objective.rating:
        change.rating = ""
    if change.owners and set(change.owners) == {_named(owner) for owner in objective.owners.all()}:
        change.owners = None


def _fields(row: PlanRow, objective: Objective | None) -> dict[str, object]:
    said: dict[str, object] = {
        name: value for name in OF_OBJECTIVE if (value := getattr(row, name))
    }
    if row.due_on:
        said |= {"due_on": row.due_on, "due_is_month": row.due_is_month}
    return {name: value for name, value in said.items() if value != getattr(objective, name, None)}


def _named(owner) -> Named:
    return Named(owner.group_id, owner.organisation_id, owner.seat_id, owner.name)


def names_not_found(changes: Iterable[Change]) -> list[str]:
    """Owners that are kept as words, since nobody here is called so."""
    named = [owner.name for change in changes for owner in change.owners or () if owner.name]
    return sorted(set(named))
