"""Work of the yearly report that is too heavy for a page."""

from procrastinate.contrib.django import app

from goldenthread.capabilities.yearly_report import printing
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.publishing.models import Printing


@app.task(queue="reports", retry=3)
def print_out(*, printing_id: int, partnership_id: int) -> None:
    """Safe to run twice: what has been made is made again, the same."""
    with under(machine(partnership_id, doing="make the files of a report")) as worker:
        waiting = Printing.objects.select_related("report__partnership").get(pk=printing_id)
        printing.make(waiting, by=worker)


@app.task(queue="reports", retry=3)
def publish_last_year(*, report_id: int) -> None:
    """For the demonstration: the files of its signed report are made, and it is published."""
    from goldenthread.capabilities.yearly_report.demonstration import last_year

    last_year.publish(report_id)
