"""A process control chart: the figures, the limits that they are judged by, and what that shows."""

from collections.abc import Mapping, Sequence

from goldenthread.engine.charts import accessible, plain, words
from goldenthread.engine.charts.chart import Chart, Series, Value, check, number_of, text_of
from goldenthread.engine.charts.control_drawn import Asked, drawn
from goldenthread.engine.charts.plot import figure
from goldenthread.engine.judgement import control, meaning
from goldenthread.engine.judgement.control import Point, Polarity

COLUMN = {"%": "Percentage", "£": "Amount", "": "Figure"}


def control_chart(
    title: str,
    periods: Sequence[str],
    values: Sequence[Value],
    *,
    polarity: Polarity = Polarity.NEITHER,
    target: float | None = None,
    steps: Mapping[int, str] | None = None,
    unit: str = "",
    key: str = "",
) -> Chart:
    """Figures in order of time with their mean and limits, each that is more than chance marked by a
    shape, and in words and two icons what they show. `steps` are the positions (0 up) from which a
    declared change starts new limits, each with what changed. A value that is withheld or missing is
    a gap and its symbol. Raises ValueError for what cannot be judged.
    """
    series = Series(unit or "Figure", values)
    check(periods, (series,))
    asked_steps = dict(sorted((steps or {}).items()))
    judged = control.chart(
        [number_of(value) for value in values], polarity=polarity, steps=list(asked_steps), target=target
    )  # fmt: skip
    asked = Asked(periods, values, judged, target, asked_steps, unit)
    key = key or accessible.key_of("control", title, asked)
    description = in_words(asked)
    svg, height = drawn(asked)
    whole = plain.chart(svg, height, title=title, description=description, key=key)
    return Chart(title, description, whole, *table(asked), notes(asked, series))


def conclusions(asked: Asked) -> list[str]:
    """What the chart shows, most telling first."""
    latest = asked.judged.latest
    assert latest is not None  # a stretch without any figure was refused
    said = [meaning.together(latest, asked.judged.assurance)]
    return [*said, meaning.PROVISIONAL] if asked.judged.provisional else said


def in_words(asked: Asked) -> str:
    limits, unit = asked.points[-1].limits, asked.unit
    special = [f"{asked.periods[n]}, {p.variation}" for n, p in enumerate(asked.points) if p.cause]
    said = [
        f"Control chart, {asked.periods[0]} to {asked.periods[-1]}.",
        f"Mean {figure(limits.mean, unit)}, lower limit {asked.limit(limits.lower)}, upper limit {asked.limit(limits.upper)}.",
        f"Target {figure(asked.target, unit)}." if asked.target is not None else "",
        f"More than chance: {'; '.join(special)}." if special else "No figure is more than chance.",
        *(f"New limits from {asked.periods[n]}: {why}." for n, why in asked.steps.items()),
        *conclusions(asked),
    ]
    return " ".join(part for part in said if part)


def table(asked: Asked) -> tuple[tuple[str, ...], words.Rows]:
    header = (
        "Period",
        COLUMN.get(asked.unit, asked.unit),
        "Mean",
        "Lower limit",
        "Upper limit",
        "What it shows",
    )
    rows = [
        (
            asked.periods[n],
            text_of(asked.values[n], asked.unit),
            figure(point.limits.mean, asked.unit),
            asked.limit(point.limits.lower),
            asked.limit(point.limits.upper),
            shown(point),
        )
        for n, point in enumerate(asked.points)
    ]
    return header, tuple(rows)


def shown(point: Point) -> str:
    if point.variation is None:
        return "no figure"
    why = meaning.why(point.cause)
    return f"{point.variation}: {why}" if why else str(point.variation)


def notes(asked: Asked, series: Series) -> tuple[str, ...]:
    return (*conclusions(asked), *words.notes_on([series]))
