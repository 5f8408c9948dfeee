"""A plan's file that nobody said yes to is removed in the night."""

from datetime import timedelta

from goldenthread.capabilities.business_plan import tasks
from goldenthread.capabilities.business_plan.actions import importing
from goldenthread.capabilities.business_plan.models import IncomingPlan
from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.trail.models import Mark


def test_each_night_files_that_waited_too_long_are_removed_with_a_mark(manager, plan, settings):
    settings.UPLOADS_WAIT_DAYS = 3
    with under(manager):
        for name, days in (("old.csv", 4), ("new.csv", 2)):
            file = importing.receive(
                name=name, content=b"Objective\nTrain\n", plan=plan, by=manager
            )
            IncomingPlan.objects.filter(pk=file.pk).update(at=now() - timedelta(days=days))
    tasks.remove_unconfirmed_files(timestamp=0)
    with under(manager):
        assert [file.name for file in IncomingPlan.objects.all()] == ["new.csv"]
    with opened(Keys(Door.MACHINE, (manager.partnership_id,))):
        assert Mark.objects.filter(did="removed a plan's file that waited too long").count() == 1
