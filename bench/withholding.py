"""Withholding small numbers over tables published together: seconds, and what it costs in numbers.

    python -m bench withholding

Three sizes of one publication (by age, by sex, by quarter, and each two of them, of invented children),
then small ones beside the fewest numbers that could be withheld, found by trying every choice against
the attacker of the tests.
"""

import random
from itertools import product
from math import log
from time import process_time

from goldenthread.engine.disclosure import Dimension, rule_for, withhold_margins
from goldenthread.engine.disclosure.tests import test_linked as tried

SIZES = (3, 6, 12)
SMALL_ONES = 10
PUBLIC = rule_for("public")
SEX = Dimension("sex", ("girls", "boys"))


def main() -> None:
    print("age bands   numbers   small   withheld   seconds of processor")
    times = [(size, publication(size)) for size in SIZES]
    (few, quick), (many, slow) = times[0], times[-1]
    print(f"slope {log(slow / quick) / log(many / few):.2f}")
    beside_the_least()


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


if __name__ == "__main__":
    main()
