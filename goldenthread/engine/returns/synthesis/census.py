"""An invented children in need return: children one by one, written as they are made."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from goldenthread.engine.returns.cin.census import Year
from goldenthread.engine.returns.synthesis import child, episode
from goldenthread.engine.returns.synthesis.chance import Chance
from goldenthread.engine.returns.synthesis.episode import Episode

OPEN_AT_START, REFERRED_AGAIN = 0.42, 0.3


@dataclass
class Child:
    """One child's part of the return; every row a dictionary of fields."""

    identifiers: dict[str, Any]
    characteristics: dict[str, Any]
    disabilities: list[dict[str, Any]]
    episodes: list[Episode]


def children(count: int, seed: int, year: Year) -> Iterator[Child]:
    """So many invented children. The same seed gives the same children, in any number."""
    return (made(number, seed, year) for number in range(count))


def made(number: int, seed: int, year: Year) -> Child:
    chance = Chance(seed, number)
    identifiers = child.identifiers(number, year, chance)
    characteristics, disabilities = child.characteristics(number, chance)
    return Child(identifiers, characteristics, disabilities, episodes(identifiers, year, chance))


def episodes(identifiers: dict[str, Any], year: Year, chance: Chance) -> list[Episode]:
    """The episodes of a child that a year's return tells of: one, or two."""
    born = identifiers.get("PersonBirthDate")
    earliest = born or year.end - timedelta(days=60)
    if earliest < year.start - timedelta(days=90) and chance.happens(OPEN_AT_START):
        opened = max(earliest, year.start - timedelta(days=chance.whole(10, 800)))
        first = episode.continuing(min(opened, year.start - timedelta(days=8)), year, chance)
    else:
        first = _referral(max(earliest, year.start), year, chance)
    return [first, *_again(first, year, chance)]


def _referral(earliest: date, year: Year, chance: Chance) -> Episode:
    return episode.referred(chance.day(earliest, year.end), year, chance, last=True)


def _again(first: Episode, year: Year, chance: Chance) -> list[Episode]:
    """Referred again in the same year, after the first episode was closed."""
    if first.closed is None or not chance.happens(REFERRED_AGAIN):
        return []
    after = first.closed + timedelta(days=chance.whole(5, 200))
    return [episode.referred(after, year, chance, last=True)] if after <= year.end else []
