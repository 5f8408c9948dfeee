"""A file that nobody said yes to does not lie for ever, in whatever partnership it lies."""

from datetime import timedelta

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.measures import actions, tasks
from goldenthread.foundations.measures.models import IncomingFile
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.trail.models import Mark


def given(analyst, name, days_ago):
    with under(analyst):
        file = actions.receive(name=name, content=b"x", period="", source_title="", by=analyst)
        IncomingFile.objects.filter(pk=file.pk).update(given_at=now() - timedelta(days=days_ago))


def test_each_night_files_that_waited_too_long_are_removed_with_a_mark(db, settings):
    settings.UPLOADS_WAIT_DAYS = 3
    ours, theirs = factories.member(Role.DATA_ANALYST), factories.member(Role.DATA_ANALYST)
    for analyst in (ours, theirs):
        given(analyst, "old.csv", days_ago=4)
        given(analyst, "new.csv", days_ago=2)
    tasks.remove_unconfirmed_files(timestamp=0)
    tasks.remove_unconfirmed_files(timestamp=0)
    for analyst in (ours, theirs):
        with under(analyst):
            assert [file.name for file in IncomingFile.objects.all()] == ["new.csv"]
        with opened(Keys(Door.MACHINE, (analyst.partnership_id,))):
            marks = Mark.objects.filter(did="removed a file of figures that waited too long")
            assert marks.count() == 1
