"""Ballots: the list, the result of one with its turnout, and how it was counted."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from goldenthread.capabilities.business_plan import permissions, queries
from goldenthread.capabilities.business_plan.queries import ballots as asked_of
from goldenthread.capabilities.business_plan.rules import counting
from goldenthread.foundations.design.filters import Search
from goldenthread.foundations.design.listing import Column, Listing

COLUMNS = (
    Column("Ballot", "title", by=("title",)),
    Column("Opened", "opened", by=("opens_on",)),
    Column("Closes", "closes", by=("closes_on",)),
    Column("State"),
)


class BallotsPage:
    def __init__(self, member, asked, today: date) -> None:
        self.member, self.asked, self.today = member, asked, today

    @cached_property
    def listing(self) -> Listing:
        return Listing(
            queries.ballots_seen_by(self.member),
            self.asked,
            columns=COLUMNS,
            filters=(Search("words", "Words", ("title",)),),
            sorted_by="-opened",
            one="ballot",
        )

    def state_of(self, ballot) -> tuple[str, str]:
        return state(asked_of.is_open(ballot, self.today))


def state(is_open: bool) -> tuple[str, str]:
    return ("Open", "moving") if is_open else ("Closed", "closed")


@dataclass(frozen=True)
class Line:
    area: str
    rank: str
    points: int
    firsts: int
    ranked_by: int
    is_chosen: bool
    is_tied: bool


class BallotPage:
    def __init__(self, ballot, member, today: date) -> None:
        self.ballot, self.member, self.today = ballot, member, today
        self.is_open = asked_of.is_open(ballot, today)
        self.last_day = asked_of.last_day(ballot)
        self.areas = list(asked_of.areas_of(ballot))

    @property
    def state(self) -> tuple[str, str]:
        return state(self.is_open)

    @cached_property
    def turnout(self) -> tuple[int, int]:
        return queries.turnout(self.ballot, self.today)

    @property
    def may_vote(self):
        voted = queries.has_voted(self.member, self.ballot)
        return permissions.may_vote(self.member, self.ballot, has_voted=voted, is_open=self.is_open)

    @property
    def may_see(self):
        return permissions.may_see_result(is_open=self.is_open)

    @cached_property
    def result(self) -> list[counting.Counted]:
        """Nothing until it has closed, and nothing where nobody voted."""
        if not self.may_see or not self.turnout[0]:
            return []
        return asked_of.result_of(self.ballot, self.areas)

    @cached_property
    def _chosen(self) -> tuple[list[int], list[int]]:
        return counting.chosen(self.result, self.ballot.wanted)

    @property
    def lines(self) -> list[Line]:
        inside, tied = self._chosen
        titles = {area.pk: area.title for area in self.areas}
        return [
            Line(
                titles[one.area],
                f"{one.rank}=" if one.shares_rank else str(one.rank),
                one.points,
                one.places[0],
                one.ranked_by,
                one.area in inside,
                one.area in tied,
            )
            for one in self.result
        ]

    @property
    def is_tied(self) -> bool:
        return bool(self._chosen[1])

    @property
    def ranked(self) -> list[tuple[int, str]]:
        """Areas in the order of their ranks, as choices."""
        titles = {area.pk: area.title for area in self.areas}
        lines = zip(self.result, self.lines, strict=True)
        return [(one.area, f"{line.rank}. {titles[one.area]}") for one, line in lines]

    @property
    def suggested(self) -> list[int]:
        return self._chosen[0]
