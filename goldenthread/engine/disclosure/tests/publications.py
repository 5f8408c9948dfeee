"""Things that are published together, made up by number: every number makes the same one again.

Each gives what the product is asked, and, worked out apart from it, what a reader knows: which printed
numbers are sums of which single ones.
"""

import random
from dataclasses import dataclass, field
from itertools import combinations, product

from goldenthread.engine.disclosure import Rule, Sum, withhold_linked
from goldenthread.engine.disclosure.ratios import beside

TIMES = 10**6


@dataclass
class Publication:
    kind: str
    rule: Rule
    singles: dict  # by name, what nobody need print
    groups: dict  # by name, the single numbers that a printed number is made of
    sums: list  # as the product is told them
    shares: list = field(default_factory=list)  # (numerator, denominator, per, places)
    tells_singles: bool = True  # whether the product is told of what nobody prints

    @property
    def counts(self):
        return {**{key: sum(self.singles[one] for one in made) for key, made in self.groups.items()},
                **{key: count for key, count in self.singles.items() if key not in self.groups}}  # fmt: skip

    @property
    def unpublished(self):
        return [key for key in self.singles if key not in self.groups]

    def cells(self):
        counts, unpublished = self.counts, self.unpublished
        if not self.tells_singles:
            counts, unpublished = {key: counts[key] for key in self.groups}, []
        return withhold_linked(counts, self.sums, self.rule, unpublished=unpublished)

    def known(self):
        """The sums as the reader writes them down: all of single numbers."""
        return [Sum(key, tuple(made)) for key, made in self.groups.items() if made != (key,)]

    def told(self, cells):
        """What printed percentages and rates say: numerator and denominator stand so to each other."""
        for numerator, denominator, per, places in self.shares:
            text = beside(cells[numerator], cells[denominator], self.rule, per=per, places=places)
            try:
                value = float(text.text.replace(",", ""))
            except ValueError:
                continue
            if self.rule.rounding == 1:
                half = 0.5 * 10**-places
                yield {numerator: per, denominator: -(value + half)}, TIMES * 1e-12
                yield {numerator: -per, denominator: value - half}, TIMES * 1e-12


def publication(number):
    chance = random.Random(number)
    return KINDS[number % len(KINDS)](chance)


def rule(chance):
    return Rule("test", threshold=chance.choice([2, 3, 5, 5, 7]), rounding=chance.choice([1, 1, 1, 5, 10]))  # fmt: skip


def count(chance):
    return chance.randint(0, chance.choice([3, 3, 7, 40]))


def cube(chance, kind, names, groups, tables):
    """Tables over a cross-classification. `groups` by dimension: what its codes make beside “all”."""
    singles = {key: count(chance) for key in product(*names)}
    codes = [
        {**{c: (c,) for c in some}, **extra, "all": tuple(some)}
        for some, extra in zip(names, groups, strict=True)
    ]
    made = {}
    for table in tables:
        ways = [code if n in table else {"all": code["all"]} for n, code in enumerate(codes)]
        for key in product(*ways):
            made[key] = tuple(product(*(way[c] for way, c in zip(ways, key, strict=True))))
    sums = [*short_sums(made, singles, codes), *of_singles(made)]
    return Publication(kind, rule(chance), singles, made, sums)


def short_sums(made, singles, codes):
    """Each number as the sum of others that differ from it in one dimension."""
    for key in made:
        for n, code in enumerate(codes):
            parts = tuple((*key[:n], c, *key[n + 1 :]) for c in code[key[n]])
            if len(parts) > 1 and all(part in made or part in singles for part in parts):
                yield Sum(key, parts)


def years_and_quarters(chance):
    """Lines by quarter, with the half years and the year."""
    lines = [f"line {n}" for n in range(chance.randint(1, 4))]
    quarters = ["Q1", "Q2", "Q3", "Q4"]
    halves = chance.choice([{}, {"H1": ("Q1", "Q2")}, {"H1": ("Q1", "Q2"), "H2": ("Q3", "Q4")}])
    tables = chance.choice([[(0, 1)], [(0,), (1,)], [(0, 1), (1,)]])
    return cube(chance, "years of quarters", [lines, quarters], [{}, halves], tables)


def england_and_regions(chance):
    """Regions, councils within them, and England; by sex."""
    councils = [f"council {n}" for n in range(chance.randint(3, 6))]
    cut = chance.randint(1, len(councils) - 1)
    regions = {"north": tuple(councils[:cut]), "south": tuple(councils[cut:])}
    tables = chance.choice([[(0, 1)], [(0,), (0, 1)], [(0,), (1,)]])
    return cube(chance, "England of regions", [councils, ["girls", "boys"]], [regions, {}], tables)


def three_ways(chance):
    """Age by sex by quarter, and some of its margins."""
    names = [["0", "5", "10"][: chance.randint(2, 3)], ["girls", "boys"], ["Q1", "Q2"]]
    every = [some for n in (1, 2, 3) for some in combinations(range(3), n)]
    tables = chance.sample(every, chance.randint(1, 4))
    return cube(chance, "margins of three", names, [{}, {}, {}], tables)


def overlapping_groups(chance):
    """Under 5, under 10, 5 to 15 …: their differences are printed nowhere."""
    singles = {f"s{n}": count(chance) for n in range(chance.randint(3, 6))}
    made = {"all": tuple(singles)}
    for n in range(chance.randint(1, 5)):
        some = chance.sample(sorted(singles), chance.randint(1, len(singles)))
        made[f"group {n}"] = tuple(sorted(some))
    return Publication("overlapping groups", rule(chance), singles, made, of_singles(made))


def one_within_another(chance):
    """Under 5, under 10, under 18: the product is told only that one lies within the next, and the
    differences follow from that. Beside them a table of each number's halves."""
    singles, made, sums, so_far = {}, {}, [], ()
    for n in range(chance.randint(2, 5)):
        step = (f"girls {n}", f"boys {n}")
        singles |= {key: count(chance) for key in step}
        so_far += step
        made[f"under {n}"] = so_far
        if n:
            sums.append(Sum(f"under {n}", (f"under {n - 1}", f"step {n}")))
        if n and chance.random() < 0.8:
            made |= {f"step {n}": step, **{key: (key,) for key in step if chance.random() < 0.5}}
            sums.append(Sum(f"step {n}", step))
    sums = [within(one, made) for one in sums]
    return Publication("one within another", rule(chance), singles, made, [one for one in sums if one], tells_singles=False)  # fmt: skip


def within(one, printed):
    """What the product is told of a sum of which it does not print every part."""
    parts = tuple(part for part in one.parts if part in printed)
    if one.whole not in printed or not parts:
        return None
    return Sum(one.whole, parts, complete=len(parts) == len(one.parts))


def with_shares(chance):
    """Parts of a whole, each with its percentage of it and its rate."""
    singles = {f"s{n}": count(chance) for n in range(chance.randint(2, 5))}
    made = {"all": tuple(singles), **{key: (key,) for key in singles}}
    shares = [(key, "all", 100, chance.choice([0, 1])) for key in singles]
    shares += [(key, "all", 10_000, 1) for key in singles]
    return Publication("percentages", rule(chance), singles, made, of_singles(made), shares)


def of_singles(made):
    return [Sum(key, parts) for key, parts in made.items() if parts != (key,)]


KINDS = [
    years_and_quarters,
    england_and_regions,
    three_ways,
    overlapping_groups,
    with_shares,
    one_within_another,
]
