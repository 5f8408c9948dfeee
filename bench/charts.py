"""A control chart: judged, judged and drawn, for a year of months, ten years, and forty.

    python -m bench charts

Each figure is the median of many runs in one warm process, in processor time; the first is told too,
since a command draws its charts cold. Beside it is what the drawing library takes for a trend of the
same length, cold and warm: the reason why control charts are drawn as plain SVG.
"""

import random
import subprocess
import sys
from collections.abc import Callable
from math import log
from statistics import median
from time import process_time

from goldenthread.engine.charts import Series, control_chart, trend
from goldenthread.engine.judgement import control
from goldenthread.engine.judgement.control import Polarity

SIZES = (24, 120, 480)
ALLOWED = 20.0
RUNS = 31


def main() -> None:
    print("a control chart of     judged ms   judged and drawn ms   by the library ms   allowed ms")
    drawn = [(size, line(size)) for size in SIZES]
    (small, quick), (large, slow) = drawn[0], drawn[-1]
    print(f"slope {log(slow / quick) / log(large / small):.2f} (judged and drawn)")
    print(
        f"the first in a new process: {first('control'):.0f} ms, by the library {first('trend'):.0f} ms"
    )


def line(size: int) -> float:
    values, periods = figures(size), [f"Month {n}" for n in range(size)]
    judged = timed(lambda: control.chart(values, polarity=Polarity.LOWER_IS_BETTER, target=40))
    drawn = timed(lambda: one(periods, values))
    library = timed(lambda: trend("t", periods, [Series("a", values)]), 5)
    print(
        f"{size:8} figures {judged:15.2f} {drawn:21.2f} {library:19.1f} {ALLOWED:12.0f}", flush=True
    )
    return drawn


def one(periods: list[str], values: list[float]) -> None:
    control_chart(
        "Plans", periods, values, polarity=Polarity.LOWER_IS_BETTER, target=40, unit="Plans"
    )


def figures(size: int) -> list[float]:
    chance = random.Random(size)
    return [round(chance.gauss(50, 8), 1) for _ in range(size)]


def timed(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median in milliseconds."""
    work()
    found = []
    for _ in range(runs):
        began = process_time()
        work()
        found.append((process_time() - began) * 1000)
    return median(found)


def first(which: str) -> float:
    """Loading included, in a process of its own: the best of three."""
    draw = {
        "control": "charts.control_chart('t', p, v)",
        "trend": "charts.trend('t', p, [charts.Series('a', v)])",
    }
    code = (
        "from time import process_time; began = process_time();"
        "from goldenthread.engine import charts; p = [str(n) for n in range(24)]; v = list(range(24));"
        f"{draw[which]}; print((process_time() - began) * 1000)"
    )
    command = [sys.executable, "-c", code]
    return min(
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    )


if __name__ == "__main__":
    main()
