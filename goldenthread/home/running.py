"""How the system is running: the queue, the sealer, the last backup; and what is amiss."""

import json
import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from goldenthread.foundations.design.words import counted
from goldenthread.foundations.trail import sealing
from goldenthread.home import queries

QUEUE_AGE_SECONDS = 300
SEALER_LAG_SECONDS = 30
BACKUP_AGE_HOURS = 26
HOW_TO_BACK_UP = (
    "On the server, run: goldenthread backup FOLDER. To make one every night, switch on the timer"
    " goldenthread-backup, as docs/running/README.md says."
)


@dataclass(frozen=True)
class State:
    queue: dict[str, int]
    retries: list[queries.Retries]
    sealer_lag: int
    backup: str
    alarms: list[str]


def state() -> State:
    queue, lag, hours = queries.queue_state(), sealing.lag_seconds(), backup_age_hours()
    retries = queries.retries()
    alarms = []
    if queue["oldest"] > QUEUE_AGE_SECONDS:
        alarms.append("Jobs wait longer than five minutes: is the worker running?")
    if queue["failed"]:
        alarms.append(f"{queue['failed']} jobs have failed and will not be tried again.")
    if retries:
        jobs = counted(sum(each.jobs for each in retries), "job")
        alarms.append(f"{jobs} failed and will be tried again. The table below says when.")
    if lag > SEALER_LAG_SECONDS:
        alarms.append("Marks of the trail wait to be sealed: is the worker running?")
    if hours is None or hours > BACKUP_AGE_HOURS:
        alarms.append(f"There is no backup from the last day. {HOW_TO_BACK_UP}")
    return State(queue, retries, lag, backup_in_words(hours), alarms)


def backup_age_hours() -> float | None:
    """Hours since `goldenthread backup` last finished here, by the note that it leaves."""
    note = Path(settings.BACKUP_NOTE)
    try:
        return (time.time() - json.loads(note.read_text())["finished"]) / 3600
    except (OSError, ValueError, KeyError):
        return None


def backup_in_words(hours: float | None) -> str:
    if hours is None:
        return "None has been made on this machine"
    return "Within the last hour" if hours < 1 else f"{hours:.0f} hours ago"
