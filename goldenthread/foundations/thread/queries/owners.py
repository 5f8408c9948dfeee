"""Who may own an action here, and whom a log or a minute means by a name."""

from django.db.models import QuerySet

from goldenthread.foundations.people.models import Organisation, Seat
from goldenthread.foundations.thread.models import OrganisationWord


def organisations_of(partnership_id: int) -> QuerySet[Organisation]:
    """Those that take part in the partnership now."""
    return Organisation.objects.filter(
        participations__partnership_id=partnership_id, participations__until__isnull=True
    ).order_by("name")


def seats_of(partnership_id: int) -> QuerySet[Seat]:
    held = Seat.objects.filter(partnership_id=partnership_id, until__isnull=True)
    return held.select_related("person", "organisation").order_by(
        "organisation__name", "person__name", "pk"
    )


def organisation_words(partnership_id: int) -> dict[str, int]:
    """Every name that means an organisation here, in small letters, with the organisation's number."""
    taught = OrganisationWord.objects.filter(partnership_id=partnership_id)
    words = {plain(row.words): row.organisation_id for row in taught}
    return {plain(o.name): o.pk for o in organisations_of(partnership_id)} | words


def organisation_called(name: str, partnership_id: int) -> int | None:
    return organisation_words(partnership_id).get(plain(name)) if name.strip() else None


def plain(words: str) -> str:
    return " ".join(words.casefold().split())


def seat_names(partnership_id: int) -> dict[str, int]:
    """The seat of each person by name; a name that two people share means neither."""
    names: dict[str, list[int]] = {}
    for seat in seats_of(partnership_id):
        if seat.person:
            names.setdefault(plain(seat.person.name), []).append(seat.pk)
    return {name: seats[0] for name, seats in names.items() if len(seats) == 1}
