"""Where the one who asks stands."""

from goldenthread.foundations.people.members import Asker


def partnership_of(asker: Asker) -> int:
    """The one partnership that this asker acts in; pages and actions here are only for such askers."""
    assert asker.partnership_id is not None, f"{asker.described} acts in no one partnership"
    return asker.partnership_id
