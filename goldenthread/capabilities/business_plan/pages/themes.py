"""Shared themes as a table and in their four quarters."""

from calendar import month_name
from dataclasses import dataclass
from functools import cached_property

from goldenthread.capabilities.business_plan import queries
from goldenthread.capabilities.business_plan.queries.themes import boards_of
from goldenthread.capabilities.business_plan.rules import sorting
from goldenthread.capabilities.business_plan.rules.sorting import Quarter
from goldenthread.foundations.design.filters import Choice, Search
from goldenthread.foundations.design.listing import Column, Listing

COLUMNS = (
    Column("Theme", "theme", by=("title",)),
    Column("Urgency", "urgency", by=("urgency", "importance"), numeric=True),
    Column("Importance", "importance", by=("importance", "urgency"), numeric=True),
    Column("Leads", "lead", by=("lead_board",)),
    Column("Linked with"),
    Column("Reported in", "month", by=("reporting_month",)),
)
MONTHS = [(str(number), month_name[number]) for number in range(1, 13)]


@dataclass(frozen=True)
class QuarterShown:
    code: str
    title: str
    says: str
    themes: list


class ThemesPage:
    def __init__(self, member, asked) -> None:
        self.member, self.asked = member, asked

    @cached_property
    def listing(self) -> Listing:
        boards = [(name, name) for name in boards_of(self.member)]
        return Listing(
            queries.themes_seen_by(self.member),
            self.asked,
            columns=COLUMNS,
            filters=(
                Search("words", "Words", ("title", "linkage")),
                Choice("lead", "Board that leads", boards, "lead_board"),
                Choice("linked", "Linked board", boards, "linked__name"),
                Choice("month", "Reported in", MONTHS, "reporting_month"),
            ),
            sorted_by="-importance",
            one="theme",
        )

    @cached_property
    def quarters(self) -> list[QuarterShown]:
        """All themes, whatever the table is narrowed to, most important first in each quarter."""
        every = list(queries.themes_seen_by(self.member))
        return [self._quarter(quarter, every) for quarter in Quarter]

    def _quarter(self, quarter: Quarter, every: list) -> QuarterShown:
        words = sorting.IN_WORDS[quarter]
        inside = [t for t in every if sorting.quarter(t.urgency, t.importance) == quarter]
        return QuarterShown(quarter.value, words.title, words.says, inside)

    def month_of(self, theme) -> str:
        return month_name[theme.reporting_month] if theme.reporting_month else "Not set"
