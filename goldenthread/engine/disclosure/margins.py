"""Tables that are margins of one another: by age, by sex, by both; by quarter and by year.

Every table published together is a view of the same children, cross-classified once. Each number has
for its key one code of each dimension, “Total” where a table does not divide by it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, product

from goldenthread.engine.disclosure.linked import withhold_linked
from goldenthread.engine.disclosure.rule import Rule
from goldenthread.engine.disclosure.sums import Sum
from goldenthread.engine.disclosure.table import Cell, Count

TOTAL = "Total"
Codes = tuple[str, ...]


@dataclass(frozen=True)
class Dimension:
    """How children are divided: the codes, and the groups that some of them make (a year of its
    quarters). The total of all is a group that every dimension has."""

    name: str
    codes: Codes
    groups: Mapping[str, Codes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for group, codes in self.groups.items():
            if unknown := set(codes) - set(self.codes):
                raise ValueError(
                    f"“{group}” of “{self.name}” is made of “{min(unknown)}”, which is not a code"
                )
        if {TOTAL, *self.groups} & set(self.codes):
            raise ValueError(f"A group of “{self.name}” has the name of a code")

    def beneath(self, code: str) -> Codes:
        """The codes that a code is made of: itself, those of its group, or all."""
        if code == TOTAL:
            return self.codes
        return self.groups.get(code, (code,))

    def all_codes(self) -> Codes:
        return (*self.codes, *self.groups, TOTAL)


def withhold_margins(
    dimensions: Sequence[Dimension],
    counts: Mapping[Codes, int],
    published: Sequence[Sequence[str]],
    rule: Rule,
) -> dict[Codes, Cell]:
    """Every number of the tables in `published` as the rule's audience may see it, with nothing to be
    worked out from all of them together.

    `counts` are the single cells: a code of each dimension in their order; what is left out is
    nought. Each of `published` names the dimensions of one table, which is shown with its totals and
    the groups of its dimensions; `[]` is the grand total alone. Raises ValueError for a dimension or
    a code that is not there.
    """
    check(dimensions, counts, published)
    used = [any(one.name in table for table in published) for one in dimensions]
    kept = [one for one, is_used in zip(dimensions, used, strict=True) if is_used]
    cells = withheld(kept, folded(counts, used), published, rule)
    return {unfolded(key, used): cell for key, cell in cells.items()}


def withheld(
    dimensions: Sequence[Dimension],
    counts: Mapping[Codes, int],
    published: Sequence[Sequence[str]],
    rule: Rule,
) -> dict[Codes, Cell]:
    shown = keys_of(dimensions, published)
    numbers: dict[Codes, Count] = {key: total(dimensions, key, counts) for key in shown}
    singles = [key for key in product(*(one.codes for one in dimensions)) if key not in numbers]
    numbers.update({key: counts.get(key, 0) for key in singles})
    linked = [one for key in shown for one in sums_of(dimensions, key, frozenset(shown))]
    return withhold_linked(numbers, linked, rule, unpublished=frozenset(singles))


def sums_of(dimensions: Sequence[Dimension], key: Codes, shown: Collection[Codes]) -> Iterator[Sum]:
    """A number as the sum of others that are shown, by each dimension by which it can be taken apart;
    where by none, of its single cells. Short sums are quicker than long ones, and say the same."""
    ways = [parts for n in range(len(key)) if (parts := divided(dimensions, key, n)) != (key,)]
    direct = [parts for parts in ways if all(part in shown for part in parts)]
    for parts in direct or ([tuple(beneath(dimensions, key))] if ways else []):
        yield Sum(key, parts)


def divided(dimensions: Sequence[Dimension], key: Codes, n: int) -> tuple[Codes, ...]:
    """What a number is made of by its nth dimension."""
    return tuple((*key[:n], code, *key[n + 1 :]) for code in dimensions[n].beneath(key[n]))


def folded(counts: Mapping[Codes, int], used: Sequence[bool]) -> dict[Codes, int]:
    """The counts without the dimensions that no table divides by."""
    found: dict[Codes, int] = {}
    for key, count in counts.items():
        kept = tuple(compress(key, used))
        found[kept] = found.get(kept, 0) + count
    return found


def unfolded(key: Codes, used: Sequence[bool]) -> Codes:
    codes = iter(key)
    return tuple(next(codes) if is_used else TOTAL for is_used in used)


def check(
    dimensions: Sequence[Dimension],
    counts: Mapping[Codes, int],
    published: Sequence[Sequence[str]],
) -> None:
    names = [one.name for one in dimensions]
    for name in (name for table in published for name in table):
        if name not in names:
            raise ValueError(f"There is no dimension “{name}”: there are {', '.join(names)}")
    for key in counts:
        check_key(dimensions, key)


def check_key(dimensions: Sequence[Dimension], key: Codes) -> None:
    if len(key) != len(dimensions):
        names = ", ".join(one.name for one in dimensions)
        raise ValueError(f"{key} does not have one code for each of {names}")
    for one, code in zip(dimensions, key, strict=True):
        if code not in one.codes:
            raise ValueError(f"“{code}” is not a code of “{one.name}”")


def keys_of(dimensions: Sequence[Dimension], published: Sequence[Sequence[str]]) -> list[Codes]:
    """Every number that some table shows, once."""
    found: dict[Codes, None] = {}
    for table in published:
        ways = [one.all_codes() if one.name in table else (TOTAL,) for one in dimensions]
        found.update(dict.fromkeys(product(*ways)))
    return list(found)


def beneath(dimensions: Sequence[Dimension], key: Codes) -> Iterator[Codes]:
    """The single cells that a number is made of."""
    return product(*(one.beneath(code) for one, code in zip(dimensions, key, strict=True)))


def total(dimensions: Sequence[Dimension], key: Codes, counts: Mapping[Codes, int]) -> int:
    return sum(counts.get(single, 0) for single in beneath(dimensions, key))
