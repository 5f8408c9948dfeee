"""The charts of the gallery. Every figure, place and event here is invented."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.engine.charts import (
    Area,
    Chart,
    Moment,
    Passage,
    Series,
    Value,
    bar,
    control_chart,
    funnel,
    grouped_bar,
    heat_map,
    journey,
    stacked_bar,
    timeline,
    trend,
)
from goldenthread.engine.judgement import intervals
from goldenthread.engine.judgement.comparison import Basis
from goldenthread.engine.judgement.control import Polarity

YEARS = ("2020/21", "2021/22", "2022/23", "2023/24", "2024/25", "2025/26")
MONTHS = tuple(
    f"{month} {year}"
    for year in (2024, 2025)
    for month in [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ]
)
IN_TIME = (61, 66, 58, 63, 60, "c", 64, 59, 67, 62, 58, 65, 61, 63, 77, 81, 75, 79, 84, 76, 80, 83, 78, 82)  # fmt: skip
PLANS = (310, 322, 305, 316, 328, 311, 319, 307, 325, 313, 309, 321, 315, 318, 312, 327, 333, 341, 348, 356, 363, 371, 380, 452)  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A kind of chart: what it is for, and one or more of it."""

    name: str
    use: str
    charts: tuple[Chart, ...]


def kinds() -> list[Kind]:
    """Every kind of chart with its examples, drawn now."""
    return [Kind(name, use, tuple(make() for make in makers)) for name, use, makers in SHOWN]


def steady() -> Chart:
    return control_chart(
        "Initial conferences held within 15 working days", MONTHS, IN_TIME,
        polarity=Polarity.HIGHER_IS_BETTER, target=75, steps={14: "a coordinator was appointed"}, unit="%",
    )  # fmt: skip


def rising() -> Chart:
    return control_chart(
        "Child protection plans at the end of the month", MONTHS, PLANS,
        polarity=Polarity.LOWER_IS_BETTER, target=340, unit="Children",
    )  # fmt: skip


def new() -> Chart:
    quarters = [f"Q{n} {year}" for year in ("2024/25", "2025/26") for n in range(1, 5)]
    return control_chart(
        "Episodes of missing from home", quarters, (31, 24, 28, 35, 22, 30, 58, 27), unit="Episodes"
    )


def neighbours() -> Chart:
    lines = [
        Series("Callowdale", (342.1, 351.4, "c", 369.8, 384.3, 391.9)),
        Series(
            "Statistical neighbours", (348.0, 343.2, 351.8, 349.1, 355.4, 352.0), is_comparator=True
        ),
        Series("Region", (329.2, 333.9, 338.8, 343.0, 340.7, 344.5), is_comparator=True),
        Series("England", (322.6, 332.1, 340.0, 341.4, 334.8, 336.9), is_comparator=True),
    ]
    return trend("Children in need for every 10,000", YEARS, lines, unit="For every 10,000")


def whiskers() -> Chart:
    counts = {"Callowdale": (38, 73), "Region": (1490, 2050), "England": (61_300, 78_200)}
    made = [intervals.wilson(*pair) for pair in counts.values()]
    ranges = [(100 * each.lower, 100 * each.upper) for each in made]
    return bar(
        "Conferences in time, with their 95% intervals", [*counts, "Small place"],
        [*(round(100 * each.value, 1) for each in made), "c"],
        intervals=[*ranges, None], unit="%", series="In time", category="Area",
    )  # fmt: skip


def grouped() -> Chart:
    series = [Series("2024/25", (212, 148, 61)), Series("2025/26", (245, 139, "c"))]
    return grouped_bar("Who referred", ["Police", "Schools", "Voluntary sector"], series)


def stacked() -> Chart:
    series = [
        Series("Met", (14, 9, 11)),
        Series("Partly met", (5, 8, 6)),
        Series("Not met", (1, 3, "c")),
    ]
    return stacked_bar(
        "Standards by agency", ["Health", "Police", "Housing"], series, unit="Standards"
    )


def harm() -> Chart:
    ages = ["Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and 17"]
    rows: dict[str, tuple[Value, ...]] = {
        "Physical": (30, 42, 51, 49, 12),
        "Emotional": (44, 92, 120, 131, 40),
        "Neglect": (80, 110, 130, 100, "c"),
        "Sexual": (0, "c", 12, 19, "c"),
        "Outside the home": (0, 0, 7, 44, 38),
    }
    return heat_map(
        "Category of plan by age", list(rows), ages, list(rows.values()), unit="children"
    )


def areas() -> Chart:
    sizes = (
        24,
        31,
        36,
        48,
        61,
        75,
        92,
        110,
        134,
        163,
        199,
        243,
        296,
        361,
        441,
        538,
        656,
        800,
        976,
        1190,
    )
    shares = (83, 71, 50, 79, 72, 85, 75, 80, 69, 77, 81, 74, 76, 70, 79, 78, 85, 77, 75, 70)
    named = [Area(f"Area {n}", round(size * share / 100), size)
             for n, (size, share) in enumerate(zip(sizes, shares, strict=True), start=1)]  # fmt: skip
    named[8] = Area("Callowdale", 86, 134, is_ours=True)
    return funnel("Conferences in time, all areas", [*named, Area("Small place", "c", "c")],
                  size="Conferences in the year")  # fmt: skip


def rates() -> Chart:
    people = (9_000, 14_000, 22_000, 31_000, 45_155, 58_000, 74_000, 96_000, 130_000, 168_000)
    counts = (31, 66, 88, 120, 233, 210, 301, 352, 520, 610)
    named = [Area("Callowdale" if n == 4 else f"Area {n + 1}", count, size, is_ours=n == 4)
             for n, (size, count) in enumerate(zip(people, counts, strict=True))]  # fmt: skip
    return funnel(
        "Children on a plan, all areas", named, basis=Basis.RATE, size="Children aged 0 to 17"
    )


def through() -> Chart:
    stages = [
        "Referral",
        "Section 47 enquiry",
        "Initial conference",
        "Child protection plan",
        "Looked after",
    ]
    flows = [
        Passage(stages[0], stages[1], 820, "typically 4 days"),
        Passage(stages[1], stages[2], 310, "typically 13 days"),
        Passage(stages[2], stages[3], 262),
        Passage(stages[3], stages[4], 41, "typically 190 days"),
        Passage(stages[1], stages[4], 38),
        Passage(stages[0], stages[4], "c"),
        Passage(stages[3], stages[0], 12),
    ]
    return journey(
        "From referral on, 2025/26", stages, flows, totals={stages[0]: 2400, stages[4]: 90}
    )


def review() -> Chart:
    return timeline(
        "A review from notification to publication",
        [
            Moment(date(2025, 3, 3), "Serious incident notified"),
            Moment(date(2025, 3, 4), "Rapid review", until=date(2025, 3, 24)),
            Moment(date(2025, 3, 24), "Rapid review sent to the national Panel", note="15 working days"),
            Moment(date(2025, 4, 7), "Local practice review", until=date(2025, 11, 28)),
            Moment(date(2025, 6, 2), "Practitioners’ day"),
            Moment(date(2026, 1, 19), "Report published"),
        ],
    )  # fmt: skip


SHOWN: Sequence[tuple[str, str, Sequence[Callable[[], Chart]]]] = (
    ("Control chart", "Is a change more than the ordinary wobble of the figures?", (steady, rising, new)),
    ("Trend with comparators", "How have we moved beside others?", (neighbours,)),
    ("Bars", "How large is each, and how sure are we?", (whiskers, grouped, stacked)),
    ("Heat map", "Where in a table do the figures gather?", (harm,)),
    ("Funnel plot", "Is an area further from the middle than its size explains?", (areas, rates)),
    ("Journey", "Who goes on, who ends, who comes back?", (through,)),
    ("Timeline", "What happened when?", (review,)),
)  # fmt: skip
