"""Whether the one who says “I have seen the evidence” is someone other than the owner. Pure."""

from dataclasses import dataclass

from goldenthread.kernel.decision import YES, Decision, no

OWN_ACTION = "You own this action, so someone else must see the evidence"
OWN_EVIDENCE = "You gave the only evidence, so someone else must see it"
OWN_ORGANISATION = (
    "Your organisation owns this action and no person is named as owner. "
    "Name its owner, or ask someone of another organisation to see the evidence"
)
NO_EVIDENCE = "There is no evidence to see yet. Add what shows that it was done"


@dataclass(frozen=True)
class Owner:
    """Who owns the thing: a person, or only an organisation; 0 or None where nobody is named."""

    person_id: int | None
    organisation_id: int | None


def may_see_evidence(
    *, owner: Owner, given_by: list[int | None], person_id: int, organisation_id: int | None
) -> Decision:
    """`given_by` are the people who gave each piece of evidence; a guest by a link is None."""
    if not given_by:
        return no(NO_EVIDENCE)
    if owner.person_id and owner.person_id == person_id:
        return no(OWN_ACTION)
    if all(giver == person_id for giver in given_by):
        return no(OWN_EVIDENCE)
    if not owner.person_id and owner.organisation_id and owner.organisation_id == organisation_id:
        return no(OWN_ORGANISATION)
    return YES
