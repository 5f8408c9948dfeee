"""The plan in the yearly report: a sentence of counts, and a table of objectives for each priority."""

from datetime import date

from goldenthread.capabilities.business_plan import queries
from goldenthread.capabilities.business_plan.pages import summary
from goldenthread.capabilities.business_plan.queries.plans import as_at
from goldenthread.engine.writers.report import Block, Paragraph, SubHeading
from goldenthread.foundations.design.words import counted, day
from goldenthread.foundations.publishing.kinds import Drawn
from goldenthread.kernel import periods

NO_PLAN = "No plan that was in force covers this period."


def drawn(plan, period: str, today: date) -> Drawn:
    """What cannot be drawn says so to the writers, in the note."""
    if plan is None:
        return Drawn((), note=NO_PLAN)
    on = min(periods.parse(period).end, as_at(plan, today))
    tallies = queries.tallies(plan, on)
    blocks: list[Block] = [Paragraph(summary.sentence(tallies))]
    for section in summary.sections(plan, on):
        blocks += [SubHeading(section.heading), *section.blocks]
    return Drawn(
        tuple(blocks),
        evidence=f"The plan: {plan.title}" if tallies else "",
        note=_note(plan, tallies, on, today),
    )


def _note(plan, tallies: list[dict], on: date, today: date) -> str:
    """What the writers should know before they lean on it."""
    unrated = sum(tally["unrated"] for tally in tallies)
    told = (
        [f"{counted(unrated, 'objective').capitalize()} of {plan.title} not rated yet"]
        if unrated
        else []
    )
    if on < today:
        told.append(
            f"lateness is as on {day(on)}, ratings and progress are the newest in the record"
        )
    return "; ".join(told)
