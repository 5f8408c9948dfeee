"""A plan said briefly: on one page for a chair, and as blocks for a document or the yearly report."""

from dataclasses import dataclass
from datetime import date

from goldenthread.capabilities.business_plan import queries
from goldenthread.capabilities.business_plan.pages.plan import Row, row_of, shortened
from goldenthread.capabilities.business_plan.queries.objectives import late_of, next_due_of
from goldenthread.capabilities.business_plan.rules import PLAN, Stage, ratings
from goldenthread.engine.writers.report import Block, Paragraph, Section, Table
from goldenthread.foundations.design.words import counted, day, listed

SHOWN, SHORT = 6, 90
HEADER = ("Objective", "What is to be done", "Who answers", "Due", "Rating", "Progress")


@dataclass(frozen=True)
class OnePage:
    plan: object
    stage: str
    as_at: date
    said: str
    tallies: list[dict]
    late: list[Row]
    late_more: int
    coming: list[Row]
    coming_more: int


def one_page(plan, today: date) -> OnePage:
    as_at = queries.as_at(plan, today)
    tallies = queries.tallies(plan, as_at)
    late, coming = late_of(plan, as_at), next_due_of(plan, as_at)
    late_count, coming_count = sum(t["late"] for t in tallies), coming.count()
    return OnePage(
        plan=plan,
        stage=PLAN.label(plan.stage),
        as_at=as_at,
        said=sentence(tallies),
        tallies=tallies,
        late=[row_of(one, as_at) for one in late[:SHOWN]],
        late_more=max(0, late_count - SHOWN),
        coming=[row_of(one, as_at) for one in coming[:SHOWN]],
        coming_more=max(0, coming_count - SHOWN),
    )


def sentence(tallies: list[dict]) -> str:
    """'Of 28 objectives, 6 complete, 12 on track … and 3 not rated yet. 4 are late.'"""
    sums = {key: sum(t[key] for t in tallies) for key in ("all", *WORDS, "late")}
    if not sums["all"]:
        return "The plan has no objectives yet."
    parts = [f"{sums[key]} {words}" for key, words in WORDS.items() if sums[key]]
    late = {0: "None is late", 1: "1 is late"}.get(sums["late"], f"{sums['late']} are late")
    return f"Of {counted(sums['all'], 'objective')}, {listed(parts)}. {late}."


WORDS = {
    "blue": "complete",
    "green": "on track",
    "amber": "at risk",
    "red": "off track",
    "unrated": "not rated yet",
}


def sections(plan, as_at: date, *, level: int = 1) -> tuple[Section, ...]:
    """A section for each priority: its aim, what counts, and a table of its objectives."""
    by_priority: dict[int, list] = {}
    for objective in queries.objectives_of(plan):
        by_priority.setdefault(objective.priority_id, []).append(objective)
    return tuple(
        Section(
            f"Priority {tally['number']}: {tally['title']}",
            tuple(_blocks(tally, by_priority.get(tally["pk"], []), as_at)),
            level,
        )
        for tally in queries.tallies(plan, as_at)
    )


def _blocks(tally: dict, objectives: list, as_at: date) -> list[Block]:
    said = [("Aim", tally["aim"]), ("Strategic link", tally["strategic_link"])]
    blocks: list[Block] = [Paragraph(f"{what}: {text}") for what, text in said if text]
    if not objectives:
        return [*blocks, Paragraph("No objectives yet.")]
    return [*blocks, Paragraph(sentence([tally])), _table(tally, objectives, as_at)]


def _table(tally: dict, objectives: list, as_at: date) -> Table:
    rows = tuple(_cells(row_of(objective, as_at)) for objective in objectives)
    return Table(f"Objectives of priority {tally['number']}: {tally['title']}", HEADER, rows)


def _cells(row: Row) -> tuple[str, ...]:
    late = ", late" if row.late else ""
    told = shortened(row.told) or "No progress told yet"
    return (
        row.number,
        row.text,
        row.owners,
        row.due + late,
        ratings.in_words(row.rating),
        told,
    )


def standing(plan, as_at: date) -> str:
    """What the reader should know of the plan as a whole, in two sentences."""
    ended = plan.stage == Stage.ENDED
    state = "It has ended" if ended else f"It is {plan.stage}"
    span = f"{plan.title} runs from {day(plan.starts_on)} to {day(plan.ends_on)}"
    return f"{span}. {state}; what follows is as it stood on {day(as_at)}."
