"""One period of care from its start to its end: an episode for each change of status or placement."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from goldenthread.engine.returns.synthesis.chance import Chance
from goldenthread.engine.returns.synthesis.looked_after import placement
from goldenthread.engine.returns.synthesis.looked_after.person import Person
from goldenthread.engine.returns.synthesis.looked_after.placement import Placement

NEXT_STATUS = {"C1": "C2", "V2": "C1"}
CHANGES = {"placement": 50, "status": 25, "both": 8, "longer": 9, "away": 8}
# Most children stay long where they are; some move often. Days from one change to the next.
MOVE_OFTEN, OFTEN, SELDOM = 0.16, (12, 240), (200, 2600)
REASONS = {"CARPL": 50, "CREQB": 12, "CREQO": 8, "CHILD": 6, "STAND": 3, "LAREQ": 6, "PLACE": 3, "ALLEG": 2, "CLOSE": 3, "OTHER": 7}  # fmt: skip
LONG_TERM = {"U6": "U4", "U3": "U1"}
AWAY_DAYS = 6


@dataclass(frozen=True)
class Episode:
    """A row of Episodes, but for the child. `ended` is None while it goes on."""

    began: date
    why: str
    status: str
    place: Placement
    ended: date | None = None
    ending: str = ""
    reason_place_change: str = ""


@dataclass(frozen=True)
class Stay:
    """One period of care. Short breaks (V3, V4) are periods too, but no years of care."""

    need: str
    home: str
    episodes: list[Episode] = field(default_factory=list)

    @property
    def start(self) -> date:
        return self.episodes[0].began

    @property
    def end(self) -> date | None:
        return self.episodes[-1].ended

    @property
    def is_short_break(self) -> bool:
        return self.episodes[0].status in ("V3", "V4")


def lived(child: Person, start: date, until: date, need: str, chance: Chance) -> Stay:
    """A period of care that goes on to `until` at least, with the changes that come on the way."""
    status = "V2" if child.asylum else chance.weighted({"C1": 60, "V2": 37, "C2": 3})
    first = Episode(start, "S", status, placement.chosen(child.age(start), status, chance))
    stay = Stay(need, placement.postcode(chance), [first])
    pace = OFTEN if chance.happens(MOVE_OFTEN) else SELDOM
    day = start + timedelta(days=chance.whole(*pace))
    while day < until:
        for following in _after(stay.episodes[-1], day, child, chance):
            follow(stay, following, chance)
        day = stay.episodes[-1].began + timedelta(days=chance.whole(*pace))
    return stay


def follow(stay: Stay, following: Episode, chance: Chance) -> None:
    """End the last episode on the day that the next begins, and say why the placement changed."""
    moved = following.why in "PTBU" and "T" not in (
        following.place.kind[0],
        stay.episodes[-1].place.kind[0],
    )
    reason = chance.weighted(REASONS) if moved else ""
    stay.episodes[-1] = replace(
        stay.episodes[-1], ended=following.began, ending="X1", reason_place_change=reason
    )
    stay.episodes.append(following)


def end(stay: Stay, day: date, why: str) -> None:
    """End the period: what had not begun by then never was."""
    kept = [episode for episode in stay.episodes if episode.began < day] or stay.episodes[:1]
    last = next((e for e in reversed(kept) if e.place.kind[0] != "T"), kept[0])
    kept = kept[: kept.index(last) + 1]
    kept[-1] = replace(last, ended=day, ending=why, reason_place_change="")
    stay.episodes[:] = kept


def _after(now: Episode, day: date, child: Person, chance: Chance) -> list[Episode]:
    """What follows an episode: one episode, or two where the child is away and comes back."""
    change = chance.weighted(CHANGES)
    status = NEXT_STATUS.get(now.status, now.status)
    if change == "status" and status != now.status and not child.asylum:
        return [Episode(day, "L", status, now.place)]
    if change == "both" and status != now.status and not child.asylum:
        return [Episode(day, "B", status, placement.chosen(child.age(day), status, chance))]
    if change == "longer" and now.place.kind in LONG_TERM:
        return [Episode(day, "T", now.status, replace(now.place, kind=LONG_TERM[now.place.kind]))]
    if change == "away" and now.place.kind[0] == "U":
        back = day + timedelta(days=chance.whole(1, AWAY_DAYS))
        away = Episode(day, "P", now.status, placement.for_a_while(now.place, chance))
        return [away, Episode(back, "P", now.status, now.place)]
    return [Episode(day, "P", now.status, placement.chosen(child.age(day), now.status, chance))]
