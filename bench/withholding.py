"""Withholding small numbers over tables published together: seconds, and what it costs in numbers.

    python -m bench withholding

Three sizes of one publication (by age, by sex, by quarter, and each two of them, of invented children);
small ones beside the fewest numbers that could be withheld, found by trying every choice against the
attacker of the tests; other made-up publications than the tests', each attacked; and one that is hard,
to show how long the search goes on before it refuses or gives in.
"""

import random
from itertools import product
from math import log
from time import process_time

from goldenthread.engine.disclosure import (
    CannotPublishTogether,
    Dimension,
    Sum,
    linked,
    rule_for,
    withhold_linked,
    withhold_margins,
)
from goldenthread.engine.disclosure.tests import test_linked as tried
from goldenthread.engine.disclosure.tests import test_nothing_given_away

SIZES = (3, 6, 12)
SMALL_ONES = 10
OTHERS = range(10_000, 10_300)
PUBLIC = rule_for("public")
SEX = Dimension("sex", ("girls", "boys"))


def main() -> None:
    print("age bands   numbers   small   withheld   seconds of processor")
    times = [(size, publication(size)) for size in SIZES]
    (few, quick), (many, slow) = times[0], times[-1]
    print(f"slope {log(slow / quick) / log(many / few):.2f}")
    beside_the_least()
    attacked()
    hard()


def publication(ages: int) -> float:
    quarters = Dimension("quarter", ("Q1", "Q2", "Q3", "Q4"))
    dimensions = [Dimension("age", tuple(f"age {n}" for n in range(ages))), SEX, quarters]
    counts = invented(dimensions, random.Random(ages), (4, 40))
    published = [["age", "sex"], ["age", "quarter"], ["sex", "quarter"]]
    began = process_time()
    cells = withhold_margins(dimensions, counts, published, PUBLIC)
    took = process_time() - began
    small = sum(PUBLIC.is_small(tried.true_of(dimensions, counts, key)) for key in cells)
    withheld = sum(cell.is_withheld for cell in cells.values())
    print(f"{ages:9} {len(cells):9} {small:7} {withheld:10} {took:22.2f}", flush=True)
    return took


def invented(
    dimensions: list[Dimension], chance: random.Random, highest: tuple[int, int]
) -> dict[tuple[str, ...], int]:
    keys = product(*(one.codes for one in dimensions))
    return {key: chance.randint(1, chance.choice(highest)) for key in keys}


def beside_the_least() -> None:
    """Three ages by two sexes, with every margin."""
    chance, ours, least = random.Random(5), 0, 0
    dimensions = [Dimension("age", ("0 to 4", "5 to 9", "10 to 17")), SEX]
    for _ in range(SMALL_ONES):
        counts = invented(dimensions, chance, (5, 40))
        cells = withhold_margins(dimensions, counts, [["age", "sex"]], PUBLIC)
        ours += sum(cell.is_withheld for cell in cells.values())
        least += tried.least_withheld(dimensions, counts, [["age", "sex"]])
    print(f"{SMALL_ONES} small publications: {ours} numbers withheld, the fewest possible {least}")


def attacked() -> None:
    """The test of the tests on other numbers: it stops at the first number given away."""
    began = process_time()
    told = test_nothing_given_away.tried(OTHERS)
    refused = sum(n for what, n in told.items() if what[-1] == "refused")
    print(
        f"{len(OTHERS)} other publications: {told['numbers attacked']} numbers attacked, none worked out; "
        f"{refused} refused; {process_time() - began:.0f} seconds"
    )


def hard() -> None:
    """Forty groups that overlap as they will, of forty small numbers."""
    chance = random.Random(7)
    singles = {f"s{n}": chance.randint(0, chance.choice([3, 40])) for n in range(40)}
    groups = {f"g{n}": tuple(chance.sample(sorted(singles), chance.randint(2, 40))) for n in range(40)}  # fmt: skip
    counts = singles | {key: sum(map(singles.__getitem__, some)) for key, some in groups.items()}
    sums = [Sum(key, some) for key, some in groups.items()]
    for patience in (5_000, linked.PATIENCE):
        began = process_time()
        try:
            withhold_linked(counts, sums, PUBLIC, unpublished=list(singles), patience=patience)
            end = "published"
        except CannotPublishTogether:
            end = "refused"
        print(f"hard, {patience} steps: {end} after {process_time() - began:.1f} seconds")


if __name__ == "__main__":
    main()
