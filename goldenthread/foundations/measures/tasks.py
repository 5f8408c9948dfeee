"""What the worker does about figures: draw charts, and each night remove files that nobody said yes to.

Both are safe to run twice: a chart is kept by the figures that it shows, and a file is removed once.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.measures.models import Measure
from goldenthread.foundations.measures.showing import drawn
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.people.queries import partnership_ids

AT_ONCE = 5  # measures in one job
PATIENCE = RetryStrategy(max_attempts=5, exponential_wait=4)


@app.task(queue="charts", retry=PATIENCE, priority=-10)  # letters go first
def draw_charts(*, partnership_id: int, measure_ids: list[int]) -> None:
    """Draw what is missing of these measures, for every audience."""
    asker = machine(partnership_id, doing="draw charts")
    with under(asker):
        codes = list(Measure.objects.filter(pk__in=measure_ids).values_list("code", flat=True))
        drawn.draw_all(asker, codes)


def draw_later(partnership_id: int, measure_ids: Iterable[int]) -> None:
    """Leave jobs, in the caller's transaction, that draw these measures' charts, a few in each.

    Small jobs, so that each chart is there as soon as it is drawn and a killed worker loses little.
    """
    ids = sorted(measure_ids)
    parted = [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]
    if parted:  # all in one statement: a file may bring thousands of measures
        jobs: list[dict] = [{"partnership_id": partnership_id, "measure_ids": p} for p in parted]
        draw_charts.batch_defer(*jobs)


@app.periodic(cron="40 2 * * *")
@app.task(name="measures.remove_unconfirmed_files", queue="mail", retry=PATIENCE)
def remove_unconfirmed_files(timestamp: int) -> None:
    """Every night: files of figures that waited longer than the settings say."""
    from goldenthread.foundations.measures import actions

    before = now() - timedelta(days=settings.UPLOADS_WAIT_DAYS)
    for partnership in partnership_ids():
        with under(machine(partnership, doing="removing files that nobody said yes to")) as asker:
            actions.remove_unconfirmed(before, by=asker)
