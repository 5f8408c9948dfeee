"""Who may read the figures, and who may change them."""

from goldenthread.foundations.people.entrances import seats
from goldenthread.foundations.people.roles import AT_THE_TABLE, Role
from goldenthread.kernel.decision import YES, Decision, no

KEEPERS = frozenset({Role.DATA_ANALYST, Role.BUSINESS_MANAGER, Role.COORDINATOR})
READERS = seats(AT_THE_TABLE)
CHANGERS = seats(KEEPERS)

PAGES = {
    "dataset:index": READERS,
    "dataset:measure": READERS,
    "dataset:measure_file": READERS,
    "dataset:figure": READERS,
    "dataset:flags": READERS,
    "dataset:imports": READERS,
    "dataset:import": READERS,
    "dataset:export": READERS,
    "dataset:add_measure": CHANGERS,
    "dataset:change_measure": CHANGERS,
    "dataset:adopt": CHANGERS,
    "dataset:correct": CHANGERS,
    "dataset:bring": CHANGERS,
    "dataset:columns": CHANGERS,
    "dataset:preview": CHANGERS,
    "dataset:drop": CHANGERS,
    "dataset:small_numbers": CHANGERS,
}


def may_change(member) -> Decision:
    """Bring figures in, correct them, and say what is measured."""
    if member.has(*KEEPERS):
        return YES
    return no("Figures are kept by the data analyst, the business manager and the coordinator")
