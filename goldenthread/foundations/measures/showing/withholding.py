"""The figures of one measure as an audience may see them, its total and its lines together.

The whole of a measure and the lines that make it are always made fit together, so that what one
table withholds no other table, list or chart of the same measure can give away.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from goldenthread.engine import disclosure
from goldenthread.engine.disclosure import Absent, Rule, rule_for
from goldenthread.foundations.measures.definitions import Basis
from goldenthread.foundations.measures.models import Measure, Observation
from goldenthread.foundations.measures.showing.shown import Shown
from goldenthread.foundations.measures.wording import figure_text

PARTNERSHIP, REGION, PUBLIC = "partnership", "region", "public"
AUDIENCES = (PARTNERSHIP, REGION, PUBLIC)

Place = tuple[str, str]  # the line's name (empty for the whole), the period's label


def rule_of(audience: str, threshold: int | None) -> Rule:
    """The rule for an audience, with the partnership's own threshold over the shipped one."""
    rule = rule_for(audience)
    if threshold is None or not rule.threshold:
        return rule
    return replace(rule, threshold=threshold, edition="local")


def fit(measure: Measure, figures: Sequence[Observation], rule: Rule) -> dict[int, Shown]:
    """By observation, what this audience sees of it. All figures of one measure for one area."""
    if not measure.withhold_small or not rule.threshold:
        return {one.pk: as_published(measure, one) for one in figures}
    if not Basis(measure.basis).is_count:
        return {one.pk: _share(measure, one, rule) for one in figures}
    return _counts(measure, figures, rule)


def as_published(measure: Measure, one: Observation) -> Shown:
    flag = " ".join(flag.sentence for flag in getattr(one, "open_flags", ()))
    if one.value is None:
        return Shown(one.symbol or "x", None, one.pk, flag)
    return Shown(figure_text(one.value, measure.basis, measure.unit), one.value, one.pk, flag)


def _share(measure: Measure, one: Observation, rule: Rule) -> Shown:
    """Withheld if a count beneath it is small, or if those left over are."""
    parts = [one.numerator, one.denominator]
    if one.numerator is not None and one.denominator is not None:
        parts.append(abs(one.denominator - one.numerator))
    small = any(part is not None and rule.is_small(int(part)) for part in parts)
    return Shown(rule.withheld) if small else _to_outsiders(as_published(measure, one))


def _counts(measure: Measure, figures: Sequence[Observation], rule: Rule) -> dict[int, Shown]:
    """Every line and the whole in one table, so that a total cannot give a line away.

    Subtotals would need a table of their own to be safe; an audience that may not see small numbers
    is not shown them.
    """
    at = {_place(one): one for one in figures if one.standing != "subtotal"}
    lines = list(dict.fromkeys(line for line, _ in at if line))
    periods = list(dict.fromkeys(period for _, period in at))
    has_whole = any(not line for line, _ in at)
    names = [*lines, ""] if has_whole or not lines else lines
    counts = tuple(tuple(_count(at.get((line, p))) for p in periods) for line in names)
    table = disclosure.Table(
        tuple(names), tuple(periods), counts, has_total_row=bool(lines) and has_whole
    )
    cells = disclosure.withhold(table, rule).cells
    shown = {one.pk: Shown() for one in figures}
    for r, line in enumerate(names):
        for c, period in enumerate(periods):
            if one := at.get((line, period)):
                shown[one.pk] = _cell(measure, one, cells[r][c])
    return shown


def _place(one: Observation) -> Place:
    return (one.breakdown, one.period.label)


def _count(one: Observation | None) -> int | Absent:
    return Absent.NOT_AVAILABLE if one is None or one.value is None else int(one.value)


def _cell(measure: Measure, one: Observation, cell: disclosure.Cell) -> Shown:
    if one.value is None:
        return Shown(one.symbol or cell.text)
    if cell.is_withheld or not cell.text.replace(",", "").isdigit():
        return Shown(cell.text)
    return Shown(cell.text, Decimal(cell.text.replace(",", "")))


def _to_outsiders(shown: Shown) -> Shown:
    """Without the link to the observation, whose own page shows it whole, and without its flag."""
    return replace(shown, observation=0, flag="")


def by_area(figures: Iterable[Observation]) -> dict[int, list[Observation]]:
    found: dict[int, list[Observation]] = {}
    for one in figures:
        found.setdefault(one.area_id, []).append(one)
    return found
