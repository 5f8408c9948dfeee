"""A journey as bands whose width is their number, with its table."""

from collections.abc import Mapping

import polars as pl

from goldenthread.engine.charts import Chart, Passage, journey
from goldenthread.engine.journeys.steps import STAGES


def drawn(
    flows: pl.DataFrame, totals: Mapping[str, int], *, title: str, rounding: int = 1
) -> Chart:
    """The flows between stages; `totals` says how many referrals came to each. The picture says so if
    both are rounded to the nearest `rounding`."""
    passages = [
        Passage(row["start"], row["end"], row["number"], typically(row["median_days"]))
        for row in flows.iter_rows(named=True)
    ]
    stages = [name for name in STAGES.values() if totals.get(name)]
    shown = {name: number for name, number in totals.items() if number}
    return journey(title, stages, passages, totals=shown, unit="Referrals", rounding=rounding)


def typically(days: float | None) -> str:
    """“typically 13 days”, or nothing where it is not known."""
    if days is None:
        return ""
    whole = int(days + 0.5)
    return f"typically {whole} day{'' if whole == 1 else 's'}"
