"""Everyone with a seat may know when the partnership is closed; who runs its business says so."""

from goldenthread.foundations.people.entrances import EVERY_SEAT, seats
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.roles import MANAGERS
from goldenthread.kernel.decision import YES, Decision, no

PAGES = {
    "clocks:closures": EVERY_SEAT,
    "clocks:close": seats(MANAGERS),
    "clocks:open-again": seats(MANAGERS),
}


def may_keep_closures(asker: Asker) -> Decision:
    if asker.has(*MANAGERS):
        return YES
    return no("Only the business manager or a coordinator says when the partnership is closed.")
