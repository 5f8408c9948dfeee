import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from goldenthread.capabilities.business_plan.actions import importing, plans
from goldenthread.capabilities.business_plan.demonstration import telling, voting
from goldenthread.capabilities.business_plan.models import Plan
from goldenthread.capabilities.business_plan.queries.plans import plan_called
from goldenthread.capabilities.business_plan.rules.plan_file.reading import read_plan
from goldenthread.foundations.people.demonstration.keeper import business_manager_of
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.people.models import Partnership

SLUG = "callowdale"
FOLDER = Path(__file__).parent
EXAMPLE = FOLDER.parent / "worked_example" / "business_plan.csv"
OURS = ("Business plan 2025/27", date(2025, 4, 1), date(2027, 3, 31))
PUBLISHED = ("Business plan 2019/21", date(2019, 4, 1), date(2021, 3, 31))


def load() -> None:
    for partnership in Partnership.objects.filter(is_worked_example=True):
        load_published(partnership)
    for partnership in Partnership.objects.filter(slug=SLUG):
        load_ours(partnership)


def load_published(partnership: Partnership) -> None:
    """The plan as it was published, unrated objectives and all; it has ended."""
    with under(machine(partnership.pk, doing="load the demonstration")):
        keeper = business_manager_of(partnership)
        if keeper is None or plan_called(keeper, PUBLISHED[0]):
            return
        plan = brought(EXAMPLE, PUBLISHED, keeper)
        plans.take_step("begin", plan=plan, by=keeper)
        why = (
            "The two years are over. The published plan left most ratings blank, and so they stay."
        )
        plans.take_step("end", plan=plan, reason=why, by=keeper)


def load_ours(partnership: Partnership) -> None:
    with under(machine(partnership.pk, doing="load the demonstration")):
        keeper = business_manager_of(partnership)
        if keeper is None or plan_called(keeper, OURS[0]):
            return
        ballot = voting.held(partnership, keeper)
        plan = brought(FOLDER / "plan.csv", OURS, keeper)
        Plan.objects.filter(pk=plan.pk).update(ballot=ballot)
        telling.told(plan, list(rows_of("told.csv")), keeper)
        plans.take_step("begin", plan=plan, by=keeper)
        telling.shared(list(rows_of("themes.csv")), keeper)


def brought(path: Path, called: tuple[str, date, date], keeper) -> Plan:
    """By the ordinary importer."""
    title, starts_on, ends_on = called
    source = path.name if path == EXAMPLE else "Agreed by the executive in March 2025"
    plan = plans.make_plan(
        title=title, starts_on=starts_on, ends_on=ends_on, source=source, by=keeper
    )
    importing.take_in(read_plan(path.read_bytes(), path.name), plan=plan, name=path.name, by=keeper)
    return plan


def rows_of(file: str) -> Iterator[dict[str, str]]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)
