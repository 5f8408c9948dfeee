from goldenthread.foundations.documents.rules import Classification
from goldenthread.foundations.people.entrances import EVERY_SEAT
from goldenthread.foundations.people.roles import AT_THE_TABLE, MANAGERS, Role
from goldenthread.kernel.decision import YES, Decision, no

PAGES = {"documents:download": EVERY_SEAT}


def may_read(member, document, kept_by_organisation: int | None) -> Decision:
    """A restricted document is for those who manage the partnership and for those who brought it."""
    if document.classification == Classification.PUBLIC:
        return YES
    if member.organisation_id and member.organisation_id == kept_by_organisation:
        return YES
    if document.classification == Classification.RESTRICTED:
        allowed = member.has(*MANAGERS, Role.SCRUTINEER)
        return (
            YES
            if allowed
            else no("This document is restricted to those who manage the partnership")
        )
    return (
        YES if member.has(*AT_THE_TABLE) else no("This document is for members of the partnership")
    )
