"""How long the nearest recommendations take to find, and how that grows with how many there are.

    python -m bench.nearness

The texts are made up from the field's own phrases and 3,000 invented words that fall off as words do
in real writing, about twenty words to a text.
"""

import math
import random
import resource
import time
from pathlib import Path

from goldenthread.engine.nearness import Index, field

SIZES = (2_000, 6_000, 20_000)
QUERIES = 300


def texts(count: int) -> list[str]:
    chance = random.Random(20)
    phrases = [wording.replace("…", "") for wording, _ in field.wordings()]
    small = field.commonplace()
    syllables = [
        "ba",
        "den",
        "fi",
        "gor",
        "hal",
        "kes",
        "lin",
        "mor",
        "net",
        "pul",
        "ra",
        "sto",
        "ven",
    ]
    words = ["".join(chance.choices(syllables, k=3)) + chance.choice("klmnt") for _ in range(3_000)]
    falling = [1 / rank for rank in range(1, len(words) + 1)]
    return [
        " ".join(
            chance.sample(small, 6)
            + chance.choices(phrases, k=chance.randint(1, 3))
            + chance.choices(words, weights=falling, k=10)
        )
        for _ in range(count)
    ]


def resident() -> float:
    """Megabytes of memory that this program holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1_000_000


def measured(size: int) -> tuple[float, float, float, float]:
    """Seconds to build, milliseconds for the median query and the slowest twentieth, megabytes.

    In processor time, so that what else the machine does is left out.
    """
    items = list(enumerate(texts(size)))
    before = resident()
    start = time.process_time()
    index = Index.build(items)
    built = time.process_time() - start
    grown = resident() - before
    times = []
    for _, text in items[:: max(1, size // QUERIES)]:
        start = time.process_time()
        found = index.nearest(text)
        times.append((time.process_time() - start) * 1000)
        assert found
    times.sort()
    return built, times[len(times) // 2], times[int(len(times) * 0.95)], grown


def main() -> None:
    """Print one line a size, then how steeply building and asking grow (1 is in proportion)."""
    print(
        "nearness of recommendations: texts, build, query median and 95%, memory grown by building"
    )
    rows = [(size, *measured(size)) for size in SIZES]
    for size, built, median, slow, grown in rows:
        print(f"{size:8,}  {built:6.2f} s  {median:6.2f} ms  {slow:6.2f} ms  {grown:6.0f} MB")
    (first, built_1, asked_1, *_), (last, built_2, asked_2, *_) = rows[0], rows[-1]
    times = math.log(last / first)
    print(f"slope: build {math.log(built_2 / built_1) / times:.2f}, ", end="")
    print(f"query {math.log(asked_2 / asked_1) / times:.2f}")


if __name__ == "__main__":
    main()
