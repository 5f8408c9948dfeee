"""Who owns a thing, in words."""


def owner_in_words(thing) -> str:
    """ "Bea Lin, West Police", "Sarah's team", "No owner yet"."""
    person = thing.owner_seat.person if thing.owner_seat_id else None
    name = person.name if person else getattr(thing, "owner_name", "")
    group = getattr(thing, "owner_group", None)
    organisation = thing.owner_organisation.name if thing.owner_organisation_id else ""
    parts = [name, group.name if group else "", organisation]
    said = [part for n, part in enumerate(parts) if part and part not in parts[:n]]
    return ", ".join(said) or "No owner yet"
