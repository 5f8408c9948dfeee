"""What the thread answers when people asks what a seat holds: its open actions."""

from goldenthread.foundations.people.held_work import HeldWork
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.thread.actions.editing import hand_over
from goldenthread.foundations.thread.queries.actions import open_actions_of


def work_held_by(seat: Seat, asker: Asker) -> list[HeldWork]:
    return [HeldWork("Open actions", open_actions_of(seat).count())]


def pass_on_work(*, of: Seat, to: Seat | None, by: Asker) -> None:
    """The successor owns them; without one they stay with the organisation."""
    hand_over(of=of, to=to, by=by)
