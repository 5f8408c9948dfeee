"""A funnel plot: areas of all sizes, and how far from the middle chance alone would put them."""

from collections.abc import Sequence

from goldenthread.engine.charts import accessible, plain, words
from goldenthread.engine.charts.chart import Chart, Series, text_of
from goldenthread.engine.charts.funnel_drawn import Area, Asked, drawn
from goldenthread.engine.charts.plot import figure
from goldenthread.engine.judgement import funnel as judged_funnel
from goldenthread.engine.judgement.comparison import Basis
from goldenthread.engine.judgement.funnel import Placed, Standing


def funnel(
    title: str,
    areas: Sequence[Area],
    *,
    basis: Basis = Basis.PERCENTAGE,
    centre: float | None = None,
    per: int = 10_000,
    size: str = "Size",
    key: str = "",
) -> Chart:
    """Each area by its size (`size` says of what) and its percentage or rate for every `per`, within
    the limits of 95% and 99.8% around `centre` (a share, 0 to 1; all areas pooled if none is given).
    Ours and those beyond the limits are named. Raises ValueError where no area has a figure.
    """
    scale, unit = (100, "%") if basis is Basis.PERCENTAGE else (per, f"For every {per:,}")
    judged = judged_funnel.funnel([area.figure for area in areas], basis, centre=centre)
    asked = Asked(areas, judged, scale, unit, size)
    if not asked.seen:
        raise ValueError("A funnel plot needs an area with a figure")
    key = key or accessible.key_of("funnel", title, areas, judged)
    description = in_words(asked)
    svg = plain.chart(*drawn(asked), title=title, description=description, key=key)
    header = ("Area", "Number", size, unit if unit != "%" else "Percentage", "What it shows")
    symbols = [area.numerator for area in areas if not area.is_shown]
    return Chart(
        title, description, svg, header, rows(asked), words.notes_on([Series("n", symbols)])
    )


def rows(asked: Asked) -> words.Rows:
    return tuple(
        (
            area.name,
            text_of(area.numerator),
            text_of(area.denominator),
            value_of(asked, area, place),
            str(place.standing),
        )
        for area, place in asked.placed
    )


def value_of(asked: Asked, area: Area, place: Placed) -> str:
    if place.value is None:
        return text_of(area.numerator) if not area.is_shown else "z"
    return figure(asked.value(place.value), asked.unit)


def in_words(asked: Asked) -> str:
    middle = figure(asked.value(asked.judged.centre), asked.unit)
    far = [
        f"{area.name}, {place.standing}"
        for area, place in asked.seen
        if place.standing is not Standing.WITHIN
    ]
    ours = [
        f"{area.name}, {value_of(asked, area, place)}: {place.standing}."
        for area, place in asked.seen
        if area.is_ours
    ]
    beyond = f"Beyond the limits: {'; '.join(far)}." if far else "No area is beyond the limits."
    return " ".join([f"Funnel plot, {len(asked.seen)} areas around {middle}.", beyond, *ours])
