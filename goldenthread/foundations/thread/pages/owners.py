"""Who owns a thing, in words."""

NOBODY = "No owner yet"


def owner_in_words(thing) -> str:
    """ "Bea Lin, West Police", "Sarah's team", "No owner yet"."""
    person = thing.owner_seat.person if thing.owner_seat_id else None
    name = person.name if person else getattr(thing, "owner_name", "")
    group = getattr(thing, "owner_group", None)
    organisation = thing.owner_organisation.name if thing.owner_organisation_id else ""
    parts = [name, group.name if group else "", organisation]
    said = [part for n, part in enumerate(parts) if part and part not in parts[:n]]
    return ", ".join(said) or NOBODY


def for_owner(thing) -> str:
    """ "for Sarah's team", or "with no owner yet": inside a sentence."""
    said = owner_in_words(thing)
    return "with no owner yet" if said == NOBODY else f"for {said}"
