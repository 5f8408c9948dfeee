"""Tables of one measure or several, for an audience: lines with their total, our area and others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from goldenthread.engine.disclosure import Rule
from goldenthread.foundations.measures import queries, relations
from goldenthread.foundations.measures.models import Area, Measure, Observation
from goldenthread.foundations.measures.showing import withholding
from goldenthread.foundations.measures.showing.shown import FigureTable, Line, Shown, meanings
from goldenthread.kernel.periods import Period

ORDER = {kind: place for place, kind in enumerate(("own", "joint", "country", "region"))}
OURS = (Area.Kind.OWN, Area.Kind.JOINT)
PUBLISHED_TOTAL = "Total, as published"


@dataclass(frozen=True)
class Read:
    """Some measures with all their current figures, and what an audience may see of each one."""

    measures: dict[str, Measure]  # by code
    figures: tuple[Observation, ...]
    shown: dict[int, Shown]
    audience: str

    def of(self, codes: Sequence[str]) -> list[Observation]:
        known = {self.measures[code].pk for code in codes if code in self.measures}
        return [one for one in self.figures if one.measure_id in known]


def read(
    member, codes: Iterable[str], audience: str = withholding.PARTNERSHIP, *, comparators=True
) -> Read:
    """Read these measures once, to make any number of tables from. Four queries."""
    measures = {one.code: one for one in queries.measures_of(member).filter(code__in=list(codes))}
    rule = withholding.rule_of(audience, queries.threshold_of(member))
    kin = relations.kin(measures) if rule.threshold else set(measures)
    together = _figures(member, measures, kin, comparators)
    figures = tuple(one for one in together if one.measure.code in measures)
    return Read(measures, figures, cells_of(figures, together, rule), audience)


def table_for(
    member,
    codes: Sequence[str],
    audience: str = withholding.PARTNERSHIP,
    *,
    periods: Sequence[Period] = (),
    newest: int = 0,
    comparators: bool = True,
) -> FigureTable:
    """One table of these measures, fit for `audience` (partnership, region or public)."""
    known = read(member, codes, audience, comparators=comparators)
    return table_from(known, codes, periods=periods, newest=newest)


def table_from(
    known: Read, codes: Sequence[str], *, periods: Sequence[Period] = (), newest: int = 0
) -> FigureTable:
    """One table of these measures, from what was read.

    Of one measure: its lines and their total, then our area beside those it is compared with. Of
    several: each under its own name. `periods` narrows the columns, `newest` to so many at the end.
    """
    figures = known.of(codes)
    columns = _columns(figures, periods, newest)
    wanted = [one for one in figures if one.period in columns]
    measures = [known.measures[code] for code in codes if code in known.measures]
    lines: list[Line] = []
    for measure in measures:
        own = [one for one in wanted if one.measure_id == measure.pk]
        lines += _lines(measure, own, known.shown, columns, named=len(codes) > 1)
    title = measures[0].name if len(codes) == 1 and measures else "Figures"
    unit = measures[0].unit if len(measures) == 1 else ""
    notes = (*meanings(lines), *caveats(wanted))
    labels = tuple(period.label for period in columns)
    return FigureTable(title, labels, tuple(lines), known.audience, unit, notes, _sources(wanted))


def _columns(
    figures: Iterable[Observation], periods: Sequence[Period], newest: int
) -> list[Period]:
    found = {one.period for one in figures if not periods or one.period in periods}
    return sorted(found, key=lambda period: (period.end, period.start))[-newest:]


def _sources(figures: Iterable[Observation]) -> tuple[str, ...]:
    """The documents that these figures come from, each once."""
    return tuple(dict.fromkeys(str(one.source) for one in figures if one.source))


def cells_for(member, figures: Sequence[Observation], rule: Rule) -> dict[int, Shown]:
    """By observation, what may be seen of it. One query, for what else tells of these figures."""
    kin = queries.kin_of(member, {one.measure.code for one in figures})
    return cells_of(figures, [*kin, *figures], rule)


def cells_of(
    figures: Sequence[Observation], together: Iterable[Observation], rule: Rule
) -> dict[int, Shown]:
    """The same, of figures read with all that tells of them. Other areas' were published as they are."""
    found = {
        one.pk: withholding.as_published(one.measure, one)
        for one in figures
        if one.area.kind not in OURS or not rule.threshold
    }
    ours = {one.pk: one for one in together if one.area.kind in OURS}.values()
    if len(found) < len(figures):
        measures = {one.measure_id: one.measure for one in ours}
        fitted = withholding.fit(measures.values(), ours, rule)
        found |= {one.pk: fitted[one.pk] for one in figures if one.pk not in found}
    return found


def caveats(figures: Sequence[Observation]) -> list[str]:
    """Where our newest figure and another area's are for different periods."""
    latest: dict[tuple[int, str], Observation] = {}
    for one in figures:
        if one.standing == "whole":
            latest[one.measure_id, one.area.name] = one
    ours = {one.measure_id: one for one in latest.values() if one.area.kind == Area.Kind.OWN}
    told = []
    for (measure, name), one in latest.items():
        mine = ours.get(measure)
        if mine and one.area.kind not in OURS and one.period != mine.period:
            told.append(f"Different year: {name} is for {one.period}, ours is for {mine.period}")
    return told


def _figures(
    member, codes: Iterable[str], kin: Iterable[str], comparators: bool
) -> list[Observation]:
    """The figures of these measures; of their kin those of our own areas."""
    wanted = Q(measure__code__in=list(kin), area__kind__in=OURS)
    if comparators:
        wanted |= Q(measure__code__in=list(codes))
    return list(queries.in_full(queries.current_observations(member).filter(wanted)))


def _lines(
    measure: Measure,
    figures: Sequence[Observation],
    shown: dict[int, Shown],
    columns: Sequence[Period],
    *,
    named: bool,
) -> list[Line]:
    """The rows of one measure: first its breakdown with its total, then the areas."""
    rows: dict[tuple[str, str], dict[Period, Shown]] = {}
    has_lines = any(one.standing == "line" and one.area.kind == Area.Kind.OWN for one in figures)
    firsts = _first_of_groups(figures)
    for one in sorted(figures, key=lambda figure: _place(figure, firsts)):
        rows.setdefault(_heading(one, has_lines), {})[one.period] = shown[one.pk]
    made = []
    for (kind, name), cells in rows.items():
        full = f"{measure.name}: {name}" if named else name
        made.append(Line(full, tuple(cells.get(p, Shown()) for p in columns), kind))
    return [line for line in made if any(cell.text for cell in line.cells)]


def _first_of_groups(figures: Iterable[Observation]) -> dict[str, int]:
    """Where each group of lines begins; its subtotal belongs beneath the last of them."""
    firsts: dict[str, int] = {}
    for one in figures:
        group = one.details.get("group", "")
        firsts[group] = min(one.pk, firsts.get(group, one.pk))
    return firsts


def _place(one: Observation, firsts: dict[str, int]) -> tuple[object, ...]:
    """Our own lines as they stood in their file, then the total, then other areas by nearness."""
    area = one.area
    near = ORDER.get(area.kind, len(ORDER))
    group = one.details.get("group", "")
    begins = firsts[group] if group else one.pk
    standing = (one.standing == "whole", begins, one.standing == "subtotal")
    return (near, area.rank or 99, area.name, *standing, one.pk)


def _heading(one: Observation, has_lines: bool) -> tuple[str, str]:
    """The kind of a row and what it is called: its line, its total, or its area."""
    if one.area.kind != Area.Kind.OWN:
        named = f"{one.area.name}: {one.breakdown}" if one.breakdown else one.area.name
        return one.area.kind, named
    if one.standing == "whole":
        return ("whole", PUBLISHED_TOTAL) if has_lines else ("own", one.area.name)
    return (
        one.standing,
        f"{one.breakdown}, subtotal" if one.standing == "subtotal" else one.breakdown,
    )
