"""Plain sentences about figures: how a measure stood, and how it moved since the year before."""

from collections.abc import Sequence
from typing import Any

from goldenthread.foundations.measures import queries
from goldenthread.foundations.measures.models import Observation
from goldenthread.foundations.measures.showing import tables, withholding
from goldenthread.foundations.measures.showing.shown import Shown
from goldenthread.foundations.measures.wording import figure_text
from goldenthread.kernel.periods import Period


def told(member: Any, code: str, period: Period) -> str:
    """One sentence on this measure in this year, or nothing where the public may not see its figure."""
    figures = [one for one in queries.observations_of(member, code) if one.standing == "whole"]
    own = [one for one in figures if one.area.kind == "own"]
    now = next((one for one in own if one.period == period), None)
    if now is None:
        return ""
    shown = fit_for_public(member, own)
    if shown[now.pk].is_symbol or not shown[now.pk].text:
        return ""
    return sentence(now, before(own, now, shown))


def fit_for_public(member: Any, own: Sequence[Observation]) -> dict[int, Shown]:
    rule = withholding.rule_of(withholding.PUBLIC, queries.threshold_of(member))
    return tables.cells_for(member, own, rule)


def before(
    own: Sequence[Observation], now: Observation, shown: dict[int, Shown]
) -> Observation | None:
    """The figure of the nearest earlier period of the same length, if the public may see it."""
    days = (now.period_end - now.period_start).days
    earlier = [
        one
        for one in own
        if one.period_end <= now.period_start
        and abs((one.period_end - one.period_start).days - days) < 3
        and shown[one.pk].value is not None
    ]
    return max(earlier, key=lambda one: one.period_end, default=None)


def sentence(now: Observation, was: Observation | None) -> str:
    name, figure = now.measure.name, written(now)
    if was is None or was.value is None or now.value is None:
        return f"{name}: {figure} in {now.period.label}."
    if was.value == now.value:
        return f"{name} stayed at {figure} in {now.period.label}, as in {was.period.label}."
    way = "rose" if now.value > was.value else "fell"
    return (
        f"{name} {way} from {written(was)} in {was.period.label} to {figure} in {now.period.label}."
    )


def written(one: Observation) -> str:
    assert one.value is not None
    return figure_text(one.value, one.measure.basis, one.measure.unit)
