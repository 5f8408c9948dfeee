"""Who keeps the tracker: brings logs in, and lays the partnership's own numbers over the editions."""

from goldenthread.foundations.thread.permissions.reach import holds
from goldenthread.foundations.thread.rules import who
from goldenthread.kernel.decision import Decision


def may_import(by) -> Decision:
    return holds(by, who.TYPES_IN, "The business unit brings in action logs")


def may_manage(by) -> Decision:
    return holds(by, who.MANAGES, "This is for the business manager and the coordinator")
