"""How long a yearly report takes as a web page, a PDF and a Word file, at 3, 10 and 30 charts.

    python -m bench.writers

Each size is a report with as many charts, each with its table, and a page of prose beside it. Drawing
the charts is counted; starting Python and loading the libraries is told apart. The slope is how the time grows when the work does:
1.0 means that twice the charts take twice the time.
"""

from collections.abc import Callable
from math import log
from time import perf_counter, process_time
from typing import TypeVar

from goldenthread.engine.charts import Chart, Series, bar, grouped_bar, stacked_bar, trend
from goldenthread.engine.writers import html, pdf, prose, word
from goldenthread.engine.writers.report import ChartBlock, Report, Section

SIZES = (3, 10, 30)
BUDGET = 10.0
YEARS = [f"20{n}/{n + 1}" for n in range(15, 25)]
T = TypeVar("T")
PARAGRAPH = "The partnership looked at **how** this was done, and asked families what they saw. "


def main() -> None:
    loading, _ = timed(lambda: report_written(1))
    print(f"loading the libraries and a first chart: {loading:.1f} s (once for a worker)")
    print("charts   charts s   page s    PDF s   Word s    all s    processor s")
    print("-" * 68)
    wholes = [seconds_for(size) for size in SIZES]
    slope = log(wholes[-1] / wholes[0]) / log(SIZES[-1] / SIZES[0])
    print(f"slope {slope:.2f}; {SIZES[-1]} charts in {wholes[-1]:.1f} s of {BUDGET:.0f} s allowed")


def seconds_for(size: int) -> float:
    before = process_time()
    drawing, charts = timed(lambda: [chart(n) for n in range(size)])
    report = report_of(charts)
    page, _ = timed(lambda: html.page(report))
    file, _ = timed(lambda: pdf.write(report))
    document, _ = timed(lambda: word.write(report))
    whole = drawing + page + file + document
    worked = process_time() - before
    columns = "".join(f"{n:9.2f}" for n in (drawing, page, file, document, whole))
    print(f"{size:6} {columns} {worked:14.2f}", flush=True)
    return whole


def report_written(size: int) -> None:
    report = report_of([chart(n) for n in range(size)])
    for write in (html.page, pdf.write, word.write):
        write(report)


def chart(n: int) -> Chart:
    """One of four kinds in turn, its figures different each time."""
    ours = Series("This partnership", [400 + 13 * ((n + 3) * year % 37) for year in range(10)])
    theirs = Series("England", [600 - 7 * year for year in range(10)], is_comparator=True)
    title = f"Measure {n + 1}"
    if n % 4 == 0:
        return trend(title, YEARS, [ours, theirs], unit="Children")
    if n % 4 == 1:
        return bar(title, YEARS, ours.values)
    few = [Series(one.name, one.values[:4]) for one in (ours, theirs)]
    draw = grouped_bar if n % 4 == 2 else stacked_bar
    return draw(title, YEARS[:4], few)


def report_of(charts: list[Chart]) -> Report:
    sections = tuple(
        Section(
            f"What measure {n} shows", (*prose.blocks(PARAGRAPH * 12), ChartBlock(one, "Made up"))
        )
        for n, one in enumerate(charts, start=1)
    )
    return Report("Yearly report", sections, "A benchmark", "A partnership")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    start = perf_counter()
    done = work()
    return perf_counter() - start, done


if __name__ == "__main__":
    main()
