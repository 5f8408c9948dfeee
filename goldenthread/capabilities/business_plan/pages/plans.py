"""Every plan of the partnership."""

from functools import cached_property

from goldenthread.capabilities.business_plan import queries
from goldenthread.capabilities.business_plan.pages.plan import TONES
from goldenthread.capabilities.business_plan.queries.plans import with_counts
from goldenthread.capabilities.business_plan.rules import PLAN, Stage
from goldenthread.foundations.design.filters import Choice, Search
from goldenthread.foundations.design.listing import Column, Listing

COLUMNS = (
    Column("Plan", "title", by=("title",)),
    Column("From", "from", by=("starts_on",)),
    Column("To", "to", by=("ends_on",)),
    Column("Stage", "stage", by=("stage", "starts_on")),
    Column("Objectives", "objectives", by=("objectives_count",), numeric=True),
    Column("Complete", "complete", by=("complete_count",), numeric=True),
    Column("Not rated yet", "unrated", by=("unrated_count",), numeric=True),
)
STAGES = [(stage.value, PLAN.label(stage)) for stage in Stage]


class PlansPage:
    def __init__(self, member, asked) -> None:
        self.member, self.asked = member, asked

    @cached_property
    def listing(self) -> Listing:
        return Listing(
            with_counts(queries.plans_seen_by(self.member)),
            self.asked,
            columns=COLUMNS,
            filters=(
                Search("words", "Words", ("title",)),
                Choice("stage", "Stage", STAGES, "stage"),
            ),
            sorted_by="-from",
            one="plan",
        )

    def stage_of(self, plan) -> tuple[str, str]:
        return PLAN.label(plan.stage), TONES[Stage(plan.stage)]
