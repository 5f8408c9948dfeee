"""The shipped edition with the partnership's own numbers laid over it."""

from goldenthread.foundations.thread.models import TrackerSettings
from goldenthread.foundations.thread.rules import ratings, reminders


def own_settings(partnership_id: int) -> TrackerSettings:
    """What the partnership set, or an unsaved row that sets nothing."""
    found = TrackerSettings.objects.filter(partnership_id=partnership_id).first()
    return found or TrackerSettings(partnership_id=partnership_id)


def thresholds_of(partnership_id: int) -> ratings.Thresholds:
    return thresholds_over(own_settings(partnership_id))


def thresholds_over(own: TrackerSettings) -> ratings.Thresholds:
    shipped = ratings.shipped()
    soon = shipped.soon_days if own.soon_days is None else own.soon_days
    quiet = shipped.quiet_days if own.quiet_days is None else own.quiet_days
    return ratings.Thresholds(shipped.edition, soon, quiet)


def schedule_of(partnership_id: int) -> reminders.Schedule:
    own, shipped = own_settings(partnership_id), reminders.shipped()
    days = shipped.days if own.reminder_days is None else tuple(sorted(own.reminder_days))
    every = shipped.then_every if own.then_every is None else own.then_every
    return reminders.Schedule(shipped.edition, days, every)
