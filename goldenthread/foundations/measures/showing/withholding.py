"""Figures as an audience may see them, with all that tells of them.

The whole of a measure, the lines that make it, the measures that are its total, its parts, its shares,
and the quarters within its years are always made fit together, so that what one table withholds no
other table, list, sentence or chart can give away.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from goldenthread.engine import disclosure
from goldenthread.engine.disclosure import Absent, CannotPublishTogether, Rule, Why, rule_for
from goldenthread.engine.disclosure.table import Count
from goldenthread.foundations.measures import relations
from goldenthread.foundations.measures.definitions import Basis
from goldenthread.foundations.measures.models import Measure, Observation
from goldenthread.foundations.measures.showing.adding_up import Key, sums_of
from goldenthread.foundations.measures.showing.shown import Shown
from goldenthread.foundations.measures.wording import figure_text

PARTNERSHIP, REGION, PUBLIC = "partnership", "region", "public"
AUDIENCES = (PARTNERSHIP, REGION, PUBLIC)

PATIENCE = 5_000
"""How long figures are tried whose sums form no network, in the engine's steps: a second or two at the
most, since somebody is waiting for a page. Then all of them are withheld."""


def rule_of(audience: str, threshold: int | None) -> Rule:
    """The rule for an audience, with the partnership's own threshold over the shipped one."""
    rule = rule_for(audience)
    if threshold is None or not rule.threshold:
        return rule
    return replace(rule, threshold=threshold, edition="local")


def fit(
    measures: Iterable[Measure], figures: Iterable[Observation], rule: Rule
) -> dict[int, Shown]:
    """By observation, what this audience sees of it.

    `figures` are all the current ones, of our own areas, of these measures and of their kin
    (`relations.kin`): what tells of each other is made fit together, one area at a time.
    """
    of = {measure.pk: measure for measure in measures}
    areas: dict[int, list[Observation]] = {}
    for one in figures:
        areas.setdefault(one.area_id, []).append(one)
    shown: dict[int, Shown] = {}
    for together in areas.values():
        shown |= _fit_together(of, together, rule)
    return shown


def _fit_together(
    of: Mapping[int, Measure], figures: Sequence[Observation], rule: Rule
) -> dict[int, Shown]:
    """The figures of one area."""
    guarded = [one for one in figures if of[one.measure_id].withhold_small and rule.threshold]
    counts = [one for one in guarded if Basis(of[one.measure_id].basis).is_count]
    cells = _counts(of, counts, rule)
    shown = {one.pk: as_published(of[one.measure_id], one) for one in figures}
    shown |= {one.pk: _share(of[one.measure_id], one, rule, cells) for one in guarded}
    for one in counts:
        cell = cells.get(_key(of, one))
        shown[one.pk] = _cell(one, cell) if cell else Shown()
    return shown


def as_published(measure: Measure, one: Observation) -> Shown:
    flag = " ".join(flag.sentence for flag in getattr(one, "open_flags", ()))
    if one.value is None:
        return Shown(one.symbol or "x", None, one.pk, flag)
    return Shown(figure_text(one.value, measure.basis, measure.unit), one.value, one.pk, flag)


def _share(
    measure: Measure, one: Observation, rule: Rule, cells: Mapping[Key, disclosure.Cell]
) -> Shown:
    """Withheld if a count beneath it is small or withheld, or if those left over are small."""
    parts = [one.numerator, one.denominator]
    if one.numerator is not None and one.denominator is not None:
        parts.append(abs(one.denominator - one.numerator))
    small = any(part is not None and rule.is_small(int(part)) for part in parts)
    beneath = [
        cells.get(Key(code, one.breakdown, one.period))
        for code in relations.shares().get(measure.code, ())
    ]
    told = any(cell is not None and cell.is_withheld for cell in beneath)
    return Shown(rule.withheld) if small or told else _to_outsiders(as_published(measure, one))


def _counts(
    of: Mapping[int, Measure], figures: Iterable[Observation], rule: Rule
) -> dict[Key, disclosure.Cell]:
    """Every line, whole and part together, so that none can give another away.

    Subtotals would need sums of their own to be safe; an audience that may not see small numbers is
    not shown them.
    """
    counts = {_key(of, one): _count(one) for one in figures if one.standing != "subtotal"}
    over_time = {one.code for one in of.values() if one.basis == Basis.IN_PERIOD}
    sums, also = sums_of(counts, over_time), set(_told_by_the_rest(counts, rule))
    try:
        return disclosure.withhold_linked(counts, sums, rule, also=also, patience=PATIENCE)
    except CannotPublishTogether:
        return {key: _withheld(count, rule) for key, count in counts.items()}


def _withheld(count: Count, rule: Rule) -> disclosure.Cell:
    """A true nought is always shown, and where there is no count there is nothing to withhold."""
    if isinstance(count, int) and count:
        return disclosure.Cell(rule.withheld, 1, None, Why.SECONDARY)
    return disclosure.cell_shown(count, rule)


def _told_by_the_rest(counts: Mapping[Key, Count], rule: Rule) -> Iterator[Key]:
    """97 second plans of 100 tell of the other three, so the 97 are withheld."""
    for numerator, denominator in relations.shares().values():
        for key in (key for key in counts if key.code == numerator and not key.line):
            made, of = counts[key], counts.get(key._replace(code=denominator))
            if isinstance(made, int) and isinstance(of, int) and rule.is_small(of - made):
                yield key


def _key(of: Mapping[int, Measure], one: Observation) -> Key:
    return Key(of[one.measure_id].code, one.breakdown, one.period)


def _count(one: Observation) -> Count:
    return Absent.NOT_AVAILABLE if one.value is None else int(one.value)


def _cell(one: Observation, cell: disclosure.Cell) -> Shown:
    if one.value is None:
        return Shown(one.symbol or cell.text)
    if cell.is_withheld or not cell.text.replace(",", "").isdigit():
        return Shown(cell.text)
    return Shown(cell.text, Decimal(cell.text.replace(",", "")))


def _to_outsiders(shown: Shown) -> Shown:
    """Without the link to the observation, whose own page shows it whole, and without its flag."""
    return replace(shown, observation=0, flag="")
