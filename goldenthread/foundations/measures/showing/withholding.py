"""Figures as an audience may see them, with all that tells of them.

The whole of a measure, the lines that make it, and the measures that are its total, its parts, its
shares are always made fit together, so that what one table withholds no other table, list, sentence
or chart can give away.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from goldenthread.engine import disclosure
from goldenthread.engine.disclosure import Absent, Rule, rule_for
from goldenthread.engine.disclosure.table import Count
from goldenthread.foundations.measures import relations
from goldenthread.foundations.measures.definitions import Basis
from goldenthread.foundations.measures.models import Measure, Observation
from goldenthread.foundations.measures.showing.shown import Shown
from goldenthread.foundations.measures.wording import figure_text

PARTNERSHIP, REGION, PUBLIC = "partnership", "region", "public"
AUDIENCES = (PARTNERSHIP, REGION, PUBLIC)

Key = tuple[str, str]  # the measure's code, the line's name (empty for the whole)


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
    (`relations.kin`): what tells of each other is made fit together, one period and area at a time.
    """
    of = {measure.pk: measure for measure in measures}
    moments: dict[object, list[Observation]] = {}
    for one in figures:
        when = one.area_id, one.period_start, one.period_end, one.period_kind
        moments.setdefault(when, []).append(one)
    shown: dict[int, Shown] = {}
    for together in moments.values():
        shown |= _fit_together(of, together, rule)
    return shown


def _fit_together(
    of: Mapping[int, Measure], figures: Sequence[Observation], rule: Rule
) -> dict[int, Shown]:
    """The figures of one area and period."""
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
        cells.get((code, one.breakdown)) for code in relations.shares().get(measure.code, ())
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
    sums = [*_breakdowns(counts), *_parts(counts)]
    return disclosure.withhold_sums(counts, sums, rule, also=_told_by_the_rest(counts, rule))


def _breakdowns(counts: Iterable[Key]) -> list[disclosure.Sum]:
    """Each measure that has lines, with them."""
    lines: dict[str, list[Key]] = {}
    for code, line in counts:
        if line:
            lines.setdefault(code, []).append((code, line))
    return [disclosure.Sum((code, ""), tuple(keys)) for code, keys in lines.items()]


def _parts(counts: Iterable[Key]) -> list[disclosure.Sum]:
    """Each measure that is the total of others, with them."""
    codes = {code for code, line in counts if not line}
    return [
        disclosure.Sum((whole, ""), tuple((part, "") for part in made_of))
        for whole, made_of in relations.parts().items()
        if whole in codes
    ]


def _told_by_the_rest(counts: Mapping[Key, Count], rule: Rule) -> Iterator[Key]:
    """97 second plans of 100 tell of the other three, so the 97 are withheld."""
    for numerator, denominator in relations.shares().values():
        made, of = counts.get((numerator, "")), counts.get((denominator, ""))
        if isinstance(made, int) and isinstance(of, int) and rule.is_small(of - made):
            yield numerator, ""


def _key(of: Mapping[int, Measure], one: Observation) -> Key:
    return of[one.measure_id].code, one.breakdown


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
