"""Which open actions are owed a reminder."""

from datetime import date, timedelta

from goldenthread.foundations.thread.models import Action, Asking
from goldenthread.foundations.thread.queries.settings import schedule_of
from goldenthread.foundations.thread.rules.action_stages import WAITING_FOR_OWNER
from goldenthread.foundations.thread.rules.reminders import Schedule, is_due

FURTHEST_BEFORE = timedelta(days=366)


def owed_reminders(today: date) -> list[Action]:
    """In every partnership that is open to the one who asks, each by its own schedule."""
    waiting = Action.objects.filter(
        stage__in=WAITING_FOR_OWNER, due_on__lte=today + FURTHEST_BEFORE
    ).select_related("owner_seat__person")
    schedules: dict[int, Schedule] = {}
    owed = []
    for action in waiting.order_by("partnership_id", "due_on", "pk").iterator(chunk_size=500):
        schedule = schedules.get(action.partnership_id) or schedule_of(action.partnership_id)
        schedules[action.partnership_id] = schedule
        if action.due_on and is_due(action.due_on, action.reminded_on, schedule, today):
            owed.append(action)
    return owed


def reminded_already(email: str, today: date) -> bool:
    return Asking.objects.filter(email=email, asked_on=today, is_reminder=True).exists()
