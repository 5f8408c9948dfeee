"""How a ballot is counted: the Borda count, after Jean-Charles de Borda's paper of 1781 to the Paris academy.

With n areas on the paper, a first place gives n points, a second n - 1, and so on; an area that a
voter leaves out gives none. Points are added up. Of areas with equal points the one with more first
places goes ahead, then more second places, and so on; what is still equal shares a rank.

Chosen over Schulze's method and instant run-off because every member can add it up again by hand,
and because it favours what most can agree on over what a few feel most strongly about.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

METHOD = "Borda count"
Paper = Mapping[int, int]  # area → place, 1 for the most pressing; what is not ranked is not in it


@dataclass(frozen=True)
class Counted:
    """One area's result. `places[0]` is how many put it first, `places[1]` second, and so on."""

    area: int
    rank: int
    points: int
    places: tuple[int, ...]
    shares_rank: bool = False

    @property
    def ranked_by(self) -> int:
        return sum(self.places)


def counted(areas: Sequence[int], papers: Sequence[Paper]) -> list[Counted]:
    """Every area, best first; of those that share a rank, in the order of `areas`."""
    places = {area: _places(area, papers, len(areas)) for area in areas}
    keys = {area: (_points(places[area]), places[area]) for area in areas}
    ordered = sorted(areas, key=lambda area: keys[area], reverse=True)
    return [_result(area, keys, ordered) for area in ordered]


def chosen(result: Sequence[Counted], wanted: int) -> tuple[list[int], list[int]]:
    """The areas that are in, and those that share the last rank so that people must decide."""
    if len(result) <= wanted:
        return [one.area for one in result], []
    last = result[wanted - 1].rank
    if result[wanted].rank != last:
        return [one.area for one in result[:wanted]], []
    inside = [one.area for one in result if one.rank < last]
    return inside, [one.area for one in result if one.rank == last]


def faults(ranks: Mapping[int, int | None], most: int) -> dict[int, str]:
    """What is wrong with a paper as typed: area → what to do. Nothing is wrong with leaving areas out."""
    given = {area: rank for area, rank in ranks.items() if rank is not None}
    told = {
        area: f"Enter a number from 1 to {most}"
        for area, rank in given.items()
        if not 1 <= rank <= most
    }
    for area, rank in given.items():
        if list(given.values()).count(rank) > 1:
            told.setdefault(area, f"You gave the number {rank} more than once")
        elif rank > len(given):
            told.setdefault(area, f"Use 1 to {len(given)} without leaving a number out")
    return told


def _places(area: int, papers: Sequence[Paper], most: int) -> tuple[int, ...]:
    given = [paper[area] for paper in papers if area in paper]
    return tuple(given.count(place) for place in range(1, most + 1))


def _points(places: tuple[int, ...]) -> int:
    return sum(count * (len(places) - index) for index, count in enumerate(places))


def _result(
    area: int, keys: Mapping[int, tuple[int, tuple[int, ...]]], ordered: Sequence[int]
) -> Counted:
    points, places = keys[area]
    ahead = sum(keys[other] > keys[area] for other in ordered)
    alike = sum(keys[other] == keys[area] for other in ordered)
    return Counted(area, ahead + 1, points, places, alike > 1)
