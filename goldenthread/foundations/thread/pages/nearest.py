"""Earlier recommendations beside the one being written."""

from dataclasses import dataclass

from goldenthread.foundations.design.words import day, listed
from goldenthread.foundations.thread.pages import tags
from goldenthread.foundations.thread.pages.tracker import shortened
from goldenthread.foundations.thread.queries.nearest import Near
from goldenthread.foundations.thread.rules.stuck import whether_it_stuck


@dataclass(frozen=True)
class NearLine:
    pk: int
    text: str
    source: str
    made: str
    stage: dict[str, str]
    stuck: str
    shared: str


def lines(found: list[Near]) -> list[NearLine]:
    return [
        NearLine(
            one.pk,
            one.text,
            one.source or "No source given",
            day(one.made_on),
            tags.recommendation_tag(one.stage),
            whether_it_stuck(one.stage, failed_tests=one.failed_tests),
            listed(one.shared),
        )
        for one in found
    ]


def in_one_line(one: Near) -> str:
    """To choose among them: two may have the same words."""
    return f"{shortened(one.text, 120)} ({one.source or 'no source'}, {day(one.made_on)})"
