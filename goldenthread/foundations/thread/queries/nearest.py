"""The recommendations made before that are nearest to the one being written.

The index of a partnership is kept in the worker and built anew when a recommendation was added.
Bounded: a few partnerships, the newest texts of each.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from threading import Lock

from django.db.models import Count, Max, Q

from goldenthread.engine.nearness import NEAR, Index
from goldenthread.foundations.thread.models import Recommendation
from goldenthread.foundations.thread.queries.recommendations import recommendations_seen_by
from goldenthread.foundations.thread.rules.kinds import TestResult

MOST_PARTNERSHIPS, MOST_TEXTS, MOST_SHOWN = 8, 10_000, 5
Version = tuple[int, int]
_kept: OrderedDict[int, tuple[Version, Index[int]]] = OrderedDict()
_one_at_a_time = Lock()


@dataclass(frozen=True)
class Near:
    """An earlier recommendation and the words that both share."""

    pk: int
    text: str
    source: str
    made_on: date
    stage: str
    failed_tests: int
    shared: list[str]


def nearest(member, text: str) -> list[Near]:
    """The nearest that the member may see, best first; none that is only remotely like it."""
    matches = [
        m for m in _index(member.partnership_id).nearest(text, MOST_SHOWN) if m.score >= NEAR
    ]
    failed = Count("tests", filter=Q(tests__result=TestResult.FAILED))
    seen = recommendations_seen_by(member).annotate(failed_tests=failed)
    found = seen.in_bulk([match.id for match in matches])
    return [_near(found[match.id], match.why) for match in matches if match.id in found]


def number_of(member) -> int:
    return recommendations_seen_by(member).count()


def _near(advice, shared: list[str]) -> Near:
    return Near(
        advice.pk,
        advice.text,
        advice.source_title,
        advice.made_on,
        advice.stage,
        advice.failed_tests,
        shared[:5],
    )


def _index(partnership_id: int) -> Index[int]:
    own = Recommendation.objects.filter(partnership_id=partnership_id).order_by()
    last = own.aggregate(count=Count("pk"), newest=Max("pk"))
    version = (last["count"], last["newest"] or 0)
    with _one_at_a_time:
        kept = _kept.get(partnership_id)
        if kept and kept[0] == version:
            _kept.move_to_end(partnership_id)
            return kept[1]
    index = Index.build(own.order_by("-pk").values_list("pk", "text")[:MOST_TEXTS])
    with _one_at_a_time:
        _kept[partnership_id] = (version, index)
        while len(_kept) > MOST_PARTNERSHIPS:
            _kept.popitem(last=False)
    return index
