"""The thread of the year: what we recommended, what was done, what changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, Q

from goldenthread.engine.writers.report import Block, Paragraph, Table
from goldenthread.foundations.design.words import counted
from goldenthread.foundations.publishing.kinds import Drawn
from goldenthread.foundations.thread.models import Recommendation
from goldenthread.foundations.thread.queries import recommendations as queries
from goldenthread.foundations.thread.rules.action_stages import ActionStage
from goldenthread.foundations.thread.rules.recommendation_stages import RecommendationStage
from goldenthread.kernel import periods
from goldenthread.kernel.periods import Period

MOST_ROWS = 15
EMPTY = "No recommendation was made or moved on in this year."
HEADER = (
    "What we recommended",
    "Where it came from",
    "What was done",
    "Where it stands",
    "What changed",
)


class ThreadKind:
    title = "The thread"

    def draw(self, member: Any, report: Any, content: Mapping[str, Any]) -> Drawn:
        moved = moved_in(member, periods.parse(report.period))
        if not moved:
            return Drawn((), note=EMPTY)
        return Drawn(tuple(said(moved)), evidence="The thread of the year")


def moved_in(member: Any, year: Period) -> list[Recommendation]:
    """Recommendations made in the year, or whose stage changed in it; those tested come first."""
    within = Q(made_on__range=(year.start, year.end)) | Q(stage_since__range=(year.start, year.end))
    settled = Q(actions__stage=ActionStage.COMPLETE)
    found = queries.recommendations_seen_by(member).filter(within).prefetch_related("tests")
    counts = {
        "asked": Count("actions", distinct=True),
        "done": Count("actions", filter=settled, distinct=True),
    }
    return sorted(
        found.annotate(**counts),
        key=lambda one: (not one.tests.all(), -one.stage_since.toordinal(), one.pk),
    )


def said(moved: Sequence[Recommendation]) -> list[Block]:
    rows = tuple(row(one) for one in moved[:MOST_ROWS])
    blocks: list[Block] = [
        Paragraph(in_a_sentence(moved)),
        Table("The year's recommendations", HEADER, rows),
    ]
    if len(moved) > MOST_ROWS:
        rest = len(moved) - MOST_ROWS
        blocks.append(
            Paragraph(
                f"{counted(rest, 'further recommendation')} moved on in the year; the tracker holds them all."
            )
        )
    return blocks


def in_a_sentence(moved: Sequence[Recommendation]) -> str:
    stages = Counter(one.stage for one in moved)
    tested = sum(bool(one.tests.all()) for one in moved)
    return (
        f"{counted(len(moved), 'recommendation')} were made or moved on in the year. {tested} were tested in practice; "
        f"{stages[RecommendationStage.EMBEDDED]} are embedded."
    )


def row(one: Any) -> tuple[str, ...]:
    test = next(iter(one.tests.all()), None)
    changed = f"{test.result.capitalize()}: {test.seen}" if test else "Not tested yet"
    done = (
        f"{one.done} of {counted(one.asked, 'action')} complete" if one.asked else "No action set"
    )
    return (one.text, one.source_title or "–", done, one.stage.capitalize(), changed)
