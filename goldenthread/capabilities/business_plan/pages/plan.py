"""One plan: its priorities with their counts, and its objectives as a list that can be narrowed."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q

from goldenthread.capabilities.business_plan import permissions, queries
from goldenthread.capabilities.business_plan.queries.objectives import is_late
from goldenthread.capabilities.business_plan.rules import PLAN, Stage, numbering, ratings
from goldenthread.foundations.design.filters import Choice, Conditions, Search
from goldenthread.foundations.design.listing import Column, Listing

COLUMNS = (
    Column("Objective", "number", by=("place",)),
    Column("Who answers"),
    Column("Due", "due", by=("due_on", "place")),
    Column("Rating", "rating", by=("rating", "place")),
    Column("Last progress", "heard", by=("heard_on", "place")),
)
RATED = [(rag.value, ratings.IN_WORDS[rag]) for rag in ratings.COLOURS]
WHEN = [("late", "Late"), ("unrated", "Not rated yet"), ("unheard", "No progress told yet")]
TONES = {Stage.DRAFT: "waiting", Stage.CURRENT: "moving", Stage.ENDED: "closed"}
SHOWN = 140


@dataclass(frozen=True)
class Row:
    pk: int
    number: str
    text: str
    owners: str
    due: str
    late: bool
    rating: str
    told: str
    heard_on: date | None


def row_of(objective, as_at: date) -> Row:
    return Row(
        pk=objective.pk,
        number=objective.number,
        text=objective.text,
        owners=owners_in_words(objective),
        due=numbering.due_in_words(objective.due_on, objective.due_is_month),
        late=ratings.is_late(objective.due_on, objective.rating, as_at),
        rating=objective.rating,
        told=shortened(objective.last_told or ""),
        heard_on=objective.heard_on,
    )


def owners_in_words(objective) -> str:
    return "; ".join(str(owner) for owner in objective.owners.all()) or "Nobody yet"


def shortened(text: str, most: int = SHOWN) -> str:
    """The start of a long text, cut between two words."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[: most + 1].rsplit(" ", 1)[0] + " …"


class PlanPage:
    def __init__(self, plan, member, asked, today: date) -> None:
        self.plan, self.member, self.asked = plan, member, asked
        self.as_at = queries.as_at(plan, today)

    @cached_property
    def tallies(self) -> list[dict]:
        return queries.tallies(self.plan, self.as_at)

    @cached_property
    def listing(self) -> Listing:
        priorities = [(str(t["pk"]), f"{t['number']}. {t['title']}") for t in self.tallies]
        late = is_late(self.as_at)
        conditions = {"late": late, "unrated": Q(rating=""), "unheard": Q(heard_on=None)}
        return Listing(
            queries.objectives_of(self.plan),
            self.asked,
            columns=COLUMNS,
            filters=(
                Search("words", "Words", ("number", "text", "outcome_measure", "difference")),
                Choice("priority", "Priority", priorities, "priority"),
                Choice("rating", "Rating", RATED, "rating", several=True),
                Conditions("state", "State", WHEN, several=True, conditions=conditions),
            ),
            sorted_by="number",
            one="objective",
        )

    @cached_property
    def rows(self) -> list[Row]:
        return [row_of(objective, self.as_at) for objective in self.listing.rows]

    @property
    def stage(self) -> tuple[str, str]:
        return PLAN.label(self.plan.stage), TONES[Stage(self.plan.stage)]

    @property
    def steps(self) -> list:
        return PLAN.steps_for(self.member.roles, at=self.plan.stage)

    @property
    def may_edit(self):
        return permissions.may_edit(self.member, self.plan)

    @property
    def total(self) -> int:
        return sum(tally["all"] for tally in self.tallies)

    @property
    def tiles(self) -> list[dict[str, object]]:
        """The state of the plan in numbers, each leading to its objectives."""
        sums = {key: sum(t[key] for t in self.tallies) for key in ("late", "blue", "unrated")}
        at_risk = sum(tally["red"] + tally["amber"] for tally in self.tallies)
        return [
            {"number": self.total, "words": "objectives", "href": ""},
            {"number": sums["blue"], "words": "complete", "href": "?rating=blue"},
            {
                "number": at_risk,
                "words": "off track or at risk",
                "href": "?rating=red&rating=amber",
            },
            {"number": sums["late"], "words": "late", "href": "?state=late"},
            {"number": sums["unrated"], "words": "not rated yet", "href": "?state=unrated"},
        ]
