"""Weave lessons into a thread: what each source found, what was advised, done, seen and tested."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.db.models import Model
from django.utils import timezone

from goldenthread.foundations.calendar import today as calendar
from goldenthread.foundations.thread.demonstration.fates import CHILDREN_SAID, FATES, Fate
from goldenthread.foundations.thread.demonstration.lessons import Lesson, Source, lessons, sources
from goldenthread.foundations.thread.demonstration.owners import Hand
from goldenthread.foundations.thread.demonstration.working import work_on
from goldenthread.foundations.thread.models import (
    Finding,
    FindingTheme,
    Recommendation,
    RecommendationMove,
    RecommendationSource,
    RecommendationTheme,
    Sight,
    TestInPractice,
)
from goldenthread.foundations.thread.rules.kinds import FindingKind, TestMethod
from goldenthread.foundations.thread.rules.themes import split

FINDINGS, ADVICE, ACTIONS = 400, 150, 350
STEADY = 20240117
WHO = ("The council", "The integrated care board", "Each agency", "The police", "All schools")


@dataclass
class Woven:
    """Rows that are not yet stored, by table."""

    rows: dict[type[Model], list[Any]] = field(default_factory=lambda: defaultdict(list))

    def add(self, row: Any) -> Any:
        self.rows[type(row)].append(row)
        return row

    def of(self, table: type[Model]) -> list[Any]:
        return self.rows[table]


class Weaver:
    """The same rows each time: chance begins from the same number."""

    def __init__(
        self, partnership: int, keeper: Hand, owning: list[Hand], groups: list[int], today: date
    ):
        self.partnership, self.keeper, self.owning, self.today = partnership, keeper, owning, today
        self.groups = groups
        # Fixed, so that everybody sees the same demonstration; nothing secret hangs on it.
        self.chance = Random(STEADY)  # noqa: S311
        self.rows = Woven()
        self.findings: dict[int, list[Finding]] = defaultdict(list)

    def woven(self) -> Woven:
        known, places = lessons(), [s for s in sources() if s.on < self.today]
        for number in range(FINDINGS):
            self._find(number % len(known), known[number % len(known)], places)
        fates = [fate for fate in FATES for _ in range(fate.weight)]
        for number in range(ADVICE):
            at = number % len(known)
            fate = fates[number * 7 % len(fates)]
            self._advise(number, at, known[at], places, fate)
        return self.rows

    def add(self, table: type[Model], day: date, hand: Hand, **fields: Any) -> Any:
        """A row of this table, written by this hand on that day."""
        return self.rows.add(table(**hand.signed(self.partnership), at=self.moment(day), **fields))

    def moment(self, day: date) -> datetime:
        """A working hour of that day, never later than now."""
        clock = time(9 + self.chance.randrange(8), self.chance.randrange(60))
        return min(
            timezone.make_aware(datetime.combine(min(day, self.today), clock)), calendar.now()
        )

    def after(self, day: date, least: int, most: int) -> date:
        return min(day + timedelta(days=self.chance.randint(least, most)), self.today)

    def filled(self, text: str) -> str:
        most = self.chance.choice((12, 20, 24, 30, 40))
        team = self.chance.choice(self.owning).organisation_name
        words = {"n": self.chance.randint(2, most - 2), "m": most, "team": team}
        return text.format(**words, who=self.chance.choice(WHO))

    def _find(self, at: int, lesson: Lesson, places: list[Source]) -> None:
        source = self.chance.choice(places)
        strong = self.chance.random() < 0.18
        text = self.chance.choice(lesson.strengths if strong else lesson.found)
        learned = FindingKind.LEARNING if source.kind in ("review", "panel") else FindingKind.AREA
        finding = self.add(
            Finding,
            source.on,
            self.keeper,
            kind=FindingKind.STRENGTH if strong else learned,
            text=self.filled(text),
            found_on=source.on,
            source_title=source.title,
        )
        self._themed(FindingTheme, lesson, finding=finding)
        if not strong:
            self.findings[at].append(finding)

    def _themed(self, table: type[Model], lesson: Lesson, **of: Any) -> None:
        for key in lesson.themes:
            edition, code = split(key)
            self.rows.add(table(partnership_id=self.partnership, edition=edition, code=code, **of))

    def _advise(self, number: int, at: int, lesson: Lesson, places: list[Source], fate: Fate):
        source = self.chance.choice(self._old_enough(places, fate))
        made = self.add(
            Recommendation,
            source.on,
            self.keeper,
            reference=f"R{number + 1}",
            text=self.filled(self.chance.choice(lesson.advice)),
            made_on=source.on,
            source_title=source.title,
            stage=fate.stage,
            stage_since=source.on,
            owner_group_id=self.groups[number % len(self.groups)],
            owner_organisation_id=self.chance.choice(self.owning).organisation,
        )
        self._themed(RecommendationTheme, lesson, recommendation=made)
        self._rest_on(made, [f for f in self.findings[at] if f.found_on <= made.made_on])
        actions = work_on(self, made, lesson, fate, number)
        self._follow(made, fate, max([made.made_on, *(a.stage_since for a in actions)]))

    def _old_enough(self, places: list[Source], fate: Fate) -> list[Source]:
        """Where a recommendation with this fate may come from, had there been time for it."""
        days = range(fate.least_days, fate.most_days)
        return [s for s in places if (self.today - s.on).days in days] or places[-4:]

    def _rest_on(self, made: Recommendation, known: list[Finding]) -> None:
        for finding in self.chance.sample(known, min(len(known), self.chance.randint(1, 3))):
            self.rows.add(
                RecommendationSource(
                    partnership_id=self.partnership, recommendation=made, finding=finding
                )
            )

    def _follow(self, made: Recommendation, fate: Fate, done: date) -> None:
        """Its moves, one after the other, with the sight and the test that some of them rest on."""
        day, was = made.made_on, ""
        for step, now, reason in fate.moves:
            day = self.after(max(day, done if step == "complete" else day), 5, 30)
            rests = self._rests_on(made, step, now, day, fate)
            self.add(
                RecommendationMove,
                day if was else made.made_on,
                self.keeper,
                recommendation=made,
                step=step,
                was=was,
                now=now,
                reason=reason,
                **rests,
            )
            was = now
        made.stage_since = day

    def _rests_on(self, made: Recommendation, step: str, now: str, day: date, fate: Fate) -> dict:
        if step == "see-evidence":
            seen = self.add(Sight, day, self.keeper, recommendation=made, enough=True)
            return {"sight": seen}
        if step != "test":
            return {}
        how: dict[str, Any] = {"method": self.chance.choice(("case audit", "dip sample", "survey"))}
        how |= {"seen": fate.seen, "sample": self.chance.choice((20, 30, 40))}
        if len(self.rows.of(TestInPractice)) % 5 == 0:
            how = {"method": TestMethod.CHILDREN, "seen": CHILDREN_SAID[fate.result], "sample": 12}
        test = self.add(
            TestInPractice,
            day,
            self.keeper,
            recommendation=made,
            tested_on=day,
            result=fate.result,
            **how,
        )
        return {"test": test}
