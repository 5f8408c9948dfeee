"""Write three years of rows, each stage with its history, in a few large statements."""

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.thread.actions import numbering
from goldenthread.foundations.thread.actions.due import put_new_on_inbox
from goldenthread.foundations.thread.demonstration import owners
from goldenthread.foundations.thread.demonstration.weaving import Weaver
from goldenthread.foundations.thread.models import (
    Action,
    ActionMove,
    Evidence,
    Extension,
    Finding,
    FindingTheme,
    ProgressNote,
    Recommendation,
    RecommendationMove,
    RecommendationSource,
    RecommendationTheme,
    Sight,
    TestInPractice,
)
from goldenthread.foundations.trail import actions as trail

# In the order in which they point at each other.
TABLES = (
    Finding,
    FindingTheme,
    Recommendation,
    RecommendationTheme,
    RecommendationSource,
    Action,
    Evidence,
    Sight,
    TestInPractice,
    ProgressNote,
    Extension,
    ActionMove,
    RecommendationMove,
)


def load() -> None:
    place = owners.place()
    if place is None:
        return
    with under(machine(place.pk, doing="loading the demonstration")) as by:
        if Finding.objects.filter(partnership=place).exists():
            return
        keeper, owning = owners.hands(place)
        woven = Weaver(place.pk, keeper, owning, owners.groups(place), today()).woven()
        _number(woven.of(Action), place.pk)
        for table in TABLES:
            table._default_manager.bulk_create(woven.of(table), batch_size=500)
        put_new_on_inbox(woven.of(Action))
        trail.record(by=by, did="loaded the demonstration's thread", to=place)


def _number(made: list[Action], partnership: int) -> None:
    """As the product itself numbers them, the oldest first, so that the next one captured goes on."""
    in_order = sorted(made, key=lambda action: action.recorded_on)
    for action, given in zip(in_order, numbering.numbered(partnership, len(made)), strict=True):
        action.reference, action.number = given["reference"], given["number"]
