"""The demonstration's partnership closes its office between Christmas and New Year, as many do."""

from datetime import date

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks import closing
from goldenthread.foundations.clocks.models import Closure
from goldenthread.foundations.people.demonstration import MAIN
from goldenthread.foundations.people.demonstration.keeper import business_manager_of
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.people.models import Partnership

REASON = "The office is closed between Christmas and New Year"


def load() -> None:
    for place in Partnership.objects.filter(slug=MAIN):
        with under(machine(place.pk, doing="load the demonstration")):
            for year in (today().year, today().year + 1):
                _close(place, date(year, 12, 29), date(year, 12, 31))


def _close(place: Partnership, first: date, last: date) -> None:
    manager = business_manager_of(place)
    known = Closure.objects.filter(partnership=place, first_day=first)
    if manager and not known.exists():
        closing.close(first_day=first, last_day=last, reason=REASON, by=manager)
