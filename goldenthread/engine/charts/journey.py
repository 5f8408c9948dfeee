"""How children go on from one stage to the next, as bands whose width is their number.

The stages stand beneath each other, so that a narrow screen shows them all. A band that passes a
stage by runs to the right of it. What is withheld is a dashed line with its symbol, and no band.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from goldenthread.engine.charts import accessible, bands, plain, words
from goldenthread.engine.charts.chart import Chart, Series, Value, check_number, number_of, text_of
from goldenthread.engine.charts.palette import INK, QUIET

NO_FURTHER = "no further stage"
ROUNDED = "Numbers are rounded to the nearest {}, so they may not add up."
NAMES = 150
"""How much of the width the names of the stages take."""


class Passage(NamedTuple):
    """How many went on from one stage to another; `note` says more, such as “typically 21 days”."""

    start: str
    end: str
    number: Value
    note: str = ""


@dataclass(frozen=True)
class Halt:
    """A stage with its number, what came to it, what went on from it, and how many went no further or
    came back. Rounded numbers need not add up: each may be out by half of what it is rounded to."""

    name: str
    number: Value
    came: tuple[Passage, ...]
    onward: tuple[Passage, ...]
    back: tuple[Passage, ...]
    rounding: int = 1

    @property
    def left_over(self) -> float | None:
        """The number less all that went on or back; None where something withheld hides it."""
        leaving = [number_of(passage.number) for passage in (*self.onward, *self.back)]
        whole = number_of(self.number)
        if whole is None or None in leaving:
            return None
        return whole - sum(n for n in leaving if n is not None)

    @property
    def ended(self) -> float | None:
        """How many went no further; None where something withheld hides it, or rounding may."""
        left, unsure = self.left_over, self.leeway((*self.onward, *self.back))
        return None if left is None or (unsure and abs(left) <= unsure) else left

    @property
    def widest(self) -> float | None:
        """The number, or what came or went on where that is rounded to more; None if it is withheld."""
        here = number_of(self.number)
        return None if here is None else max(here, known(self.came), known(self.onward))

    def leeway(self, beside: Sequence[Passage]) -> float:
        """How far rounding may leave these passages from the number of the stage."""
        return self.rounding / 2 * (len(beside) + 1) if self.rounding > 1 else 0


def journey(
    title: str,
    stages: Sequence[str],
    flows: Iterable[tuple[str, str, Value] | Passage],
    *,
    totals: Mapping[str, Value] | None = None,
    unit: str = "Children",
    key: str = "",
    rounding: int = 1,
) -> Chart:
    """A band for each flow (from, to, count[, note]) between stages, given in their order.

    `totals` says how many were at a stage; without it, it is the greater of what came and what went
    on. How many went no further follows from the others, so withhold over all of them together.
    A flow to an earlier stage (a re-entry) is told in words and in the table. Numbers that were
    rounded to the nearest `rounding` need not add up, and the chart says so. Raises ValueError for a
    stage that is not among them, a count below nought, or more going on than there were.
    """
    passages = [Passage(*flow) for flow in flows]
    check(stages, passages, totals or {})
    halts = [
        replace(halt(stage, stages, passages, totals or {}), rounding=rounding) for stage in stages
    ]
    check_sums(halts)
    key = key or accessible.key_of("journey", title, halts)
    rounded_note = [ROUNDED.format(rounding)] if rounding > 1 else []
    description = " ".join([*(in_words(one, unit) for one in halts), *rounded_note])
    content, height = drawn(halts)
    svg = plain.chart(content, height, title=title, description=description, key=key)
    rows = tuple(row for one in halts for row in rows_of(one))
    header = ("From", "To", unit, "Share of the stage", "Note")
    notes = words.notes_on([Series(unit, [flow.number for flow in passages if is_symbol(flow)])])
    return Chart(title, description, svg, header, rows, (*notes, *rounded_note))


def check(stages: Sequence[str], flows: Sequence[Passage], totals: Mapping[str, Value]) -> None:
    if not stages or len(set(stages)) != len(stages):
        raise ValueError("A journey needs at least one stage, and no two of the same name")
    named = {name for flow in flows for name in (flow.start, flow.end)} | set(totals)
    if missing := sorted(named - set(stages)):
        raise ValueError(f"“{missing[0]}” is not a stage of the journey")
    pairs = [flow[:2] for flow in flows]
    for flow in flows:
        check_flow(flow, pairs.count(flow[:2]))


def check_flow(flow: Passage, times: int) -> None:
    if flow.start == flow.end or times > 1:
        raise ValueError(f"“{flow.start}” to “{flow.end}” is given twice, or leads to itself")
    check_number(f"{flow.start} to {flow.end}", flow.number)
    if (number_of(flow.number) or 0) < 0:
        raise ValueError(f"“{flow.start}” to “{flow.end}” is less than nought")


def check_sums(halts: Sequence[Halt]) -> None:
    for one in halts:
        if one.left_over is not None and -one.left_over > one.leeway((*one.onward, *one.back)):
            raise ValueError(f"More go on from “{one.name}” than there were at it")
        here = number_of(one.number)
        if here is not None and known(one.came) - here > one.leeway(one.came):
            raise ValueError(f"More come to “{one.name}” than there were at it")


def known(passages: Sequence[Passage]) -> float:
    """How many there are on these passages, as far as numbers say."""
    return sum(number_of(passage.number) or 0 for passage in passages)


def halt(
    stage: str, stages: Sequence[str], flows: Sequence[Passage], totals: Mapping[str, Value]
) -> Halt:
    place = stages.index(stage)
    leaving = [flow for flow in flows if flow.start == stage]
    onward = [flow for flow in leaving if stages.index(flow.end) > place]
    back = [flow for flow in leaving if stages.index(flow.end) < place]
    came = [flow for flow in flows if flow.end == stage and stages.index(flow.start) < place]
    onward.sort(key=lambda flow: stages.index(flow.end))
    number = totals[stage] if stage in totals else greater(came, leaving)
    return Halt(stage, number, tuple(came), tuple(onward), tuple(back))


def greater(came: Sequence[Passage], left: Sequence[Passage]) -> Value:
    """The number at a stage that nobody stated: a symbol, if a part of it is withheld."""
    for flow in (*came, *left):
        if is_symbol(flow):
            return flow.number
    sums = (sum(number_of(flow.number) or 0 for flow in flows) for flows in (came, left))
    most = max(sums)
    return int(most) if float(most).is_integer() else most


def is_symbol(flow: Passage) -> bool:
    return number_of(flow.number) is None


def rows_of(one: Halt) -> list[tuple[str, ...]]:
    rows = [row_of(one, flow.end, flow.number, flow.note) for flow in (*one.onward, *one.back)]
    if one.ended:
        rows.append(row_of(one, NO_FURTHER, rounded(one.ended)))
    return rows or [(one.name, NO_FURTHER, text_of(one.number), "", "")]


def row_of(one: Halt, end: str, count: Value, note: str = "") -> tuple[str, ...]:
    return one.name, end, text_of(count), share(count, one.number), note


def share(count: Value, whole: Value) -> str:
    part, all_of_it = number_of(count), number_of(whole)
    return f"{100 * part / all_of_it:.0f}%" if part is not None and all_of_it else ""


def rounded(number: float) -> Value:
    return int(number) if number.is_integer() else number


def in_words(one: Halt, unit: str) -> str:
    told = [f"{text_of(flow.number)} to {flow.end}" for flow in one.onward]
    told += [f"{text_of(flow.number)} back to {flow.end}" for flow in one.back]
    if one.ended and told:
        told.append(f"{text_of(rounded(one.ended))} {NO_FURTHER}")
    onward = f": {', '.join(told)}" if told else ""
    return f"{one.name}, {text_of(one.number)} {unit.lower()}{onward}."


def drawn(halts: Sequence[Halt]) -> tuple[str, float]:
    names = [plain.in_lines(one.name, NAMES) for one in halts]
    notes = [plain.in_lines(note_of(one), NAMES) for one in halts]
    heights = [plain.LINE * (len(n) + len(m)) for n, m in zip(names, notes, strict=True)]
    nodes = [bands.Node(one.name, one.widest, text_of(one.number)) for one in halts]
    links = [
        bands.Link(flow.start, flow.end, number_of(flow.number), text_of(flow.number))
        for one in halts
        for flow in one.onward
    ]
    laid = bands.laid_out(nodes, links, bands.Space(NAMES + 12, plain.WIDTH - 4), heights)
    beside = [
        plain.text(name, 4, top + 15, font_size=plain.SIZE, font_weight="bold", fill=INK)
        + plain.text(note, 4, top + 15 + plain.LINE * len(name), font_size=14, fill=QUIET)
        for name, note, top in zip(names, notes, laid.tops, strict=True)
    ]
    return laid.svg + "".join(beside), laid.height


def note_of(one: Halt) -> str:
    """Under a stage's name: its number, and what no band shows."""
    told = [text_of(one.number)]
    told += [f"{text_of(flow.number)} back to {flow.end}" for flow in one.back]
    if one.ended and one.onward:
        told.append(f"{text_of(rounded(one.ended))} {NO_FURTHER}")
    return "; ".join(told)
