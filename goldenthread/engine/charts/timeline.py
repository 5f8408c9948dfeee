"""A timeline: what happened when, downwards, with time to scale and words that never cover each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.engine.charts import accessible, marks, plain, plot, scales
from goldenthread.engine.charts.chart import Chart
from goldenthread.engine.charts.palette import FILLS, INK, QUIET

DATES, LINE, WORDS = 96, 118, 150
SHORTEST = 120.0


@dataclass(frozen=True)
class Moment:
    """Something that happened on a day, or from a day until another; `note` says more."""

    day: date
    what: str
    until: date | None = None
    note: str = ""


def timeline(title: str, moments: Sequence[Moment], *, key: str = "") -> Chart:
    """The moments in order of their days, the earliest first. What lasts is a bar beside the line.
    Raises ValueError for none at all, or one that ends before it begins."""
    if not moments:
        raise ValueError("A timeline needs at least one moment")
    for moment in moments:
        if moment.until and moment.until < moment.day:
            raise ValueError(f"“{moment.what}” ends before it begins")
    ordered = sorted(moments, key=lambda moment: (moment.day, moment.until or moment.day))
    key = key or accessible.key_of("timeline", title, ordered)
    description = in_words(ordered)
    svg = plain.chart(*drawn(ordered), title=title, description=description, key=key)
    header = ("Day", "Until", "What happened", "Note")
    rows = tuple(
        (written(m.day), written(m.until) if m.until else "", m.what, m.note) for m in ordered
    )
    return Chart(title, description, svg, header, rows)


def written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def in_words(ordered: Sequence[Moment]) -> str:
    told = [
        f"{written(m.day)}{f' to {written(m.until)}' if m.until else ''}: {m.what}."
        for m in ordered
    ]
    return " ".join([f"Timeline, {len(ordered)} moments.", *told])


def drawn(ordered: Sequence[Moment]) -> tuple[str, float]:
    lines = [words_of(moment) for moment in ordered]
    heights = [plain.LINE * len(each) + 12.0 for each in lines]
    length = max(sum(heights), SHORTEST)
    first, last = ordered[0].day, max(m.until or m.day for m in ordered)
    days = (last - first).days or 1
    at = [20 + (m.day - first).days / days * length for m in ordered]
    middles = scales.kept_apart(at, heights, (20.0, 20.0 + length))
    content = plain.line(LINE, 20, LINE, 20 + length, stroke=QUIET, stroke_width=2)
    content += bars(ordered, first, length / days)
    for moment, y, middle, each in zip(ordered, at, middles, lines, strict=True):
        content += marked(moment, y, middle, each)
    return content, max(20 + length, middles[-1] + heights[-1] / 2) + 14


def words_of(moment: Moment) -> tuple[str, ...]:
    said = f"{moment.what} ({moment.note})" if moment.note else moment.what
    return plain.in_lines(said, plain.WIDTH - WORDS - 4)


def marked(moment: Moment, y: float, middle: float, lines: Sequence[str]) -> str:
    """The day on the left, a mark on the line, and a thin line to the words."""
    top = middle - plain.LINE * (len(lines) - 1) / 2 + 5
    day = f"{moment.day.day} {moment.day:%b %Y}"
    joined = plain.line(LINE, y, WORDS - 4, top - 5, stroke=QUIET, stroke_width=0.8)
    joined += plain.line(LINE, y, DATES + 4, top - 5, stroke=QUIET, stroke_width=0.8)
    point = begun(y) if moment.until else marks.mark(marks.COMMON, LINE, y, 7)
    return (
        joined
        + plain.word(day, DATES, top, text_anchor="end", font_size=plot.SMALL, fill=QUIET)
        + point
        + plain.text(tuple(lines), WORDS, top, font_size=plain.SIZE, fill=INK)
    )


def begun(y: float) -> str:
    return plain.element(
        "circle", cx=LINE, cy=f"{y:.1f}", r=5, fill="#ffffff", stroke=INK, stroke_width=2
    )


def bars(ordered: Sequence[Moment], first: date, scale: float) -> str:
    """What lasts, each in a lane of its own to the right of the line while others last."""
    ends: list[date] = []
    found = ""
    for moment in ordered:
        if not moment.until:
            continue
        lane = next((n for n, end in enumerate(ends) if end < moment.day), len(ends))
        ends[lane : lane + 1] = [moment.until]
        y = 20 + (moment.day - first).days * scale
        height = max((moment.until - moment.day).days * scale, 3.0)
        found += plain.element(
            "rect",
            x=LINE + 4 + 7 * lane,
            y=f"{y:.1f}",
            width=5,
            height=f"{height:.1f}",
            fill=FILLS[lane % 4],
        )
    return found
