"""Write the rows of this folder into the database, each only if it is not there yet."""

from datetime import date, timedelta
from functools import lru_cache

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people import rules
from goldenthread.foundations.people.demonstration import PASSWORD, rows_of
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import (
    Group,
    GroupSeat,
    GroupShare,
    Holding,
    Invitation,
    Organisation,
    Participation,
    Partnership,
    Person,
    Region,
    Seat,
)
from goldenthread.foundations.people.models.links import new_token, token_fingerprint
from goldenthread.foundations.trail import actions as trail

BEGAN = date(2024, 9, 2)
COMPANIES_ENDED = date(2021, 6, 25)
DOING = "loading the demonstration"


def load() -> None:
    """The areas and bodies as a command may; then, as people are found by e-mail, by the sign-in door."""
    with opened(Keys(Door.MACHINE)):
        places = partnerships()
    numbers = tuple(place.pk for place in places.values())
    with opened(Keys(Door.MACHINE, numbers)):
        organisations(places)
    keys = Keys(Door.SIGN_IN, numbers)
    with opened(keys):
        before = Seat.objects.count()
        groups(places)
        seats(places)
        histories(places["callowdale"])
        invitations(places["callowdale"])
        if Seat.objects.count() != before:
            for place in places.values():
                by = Asker(DOING, keys, partnership_id=place.pk)
                trail.record(by=by, did="loaded the demonstration's people", to=place)


def partnerships() -> dict[str, Partnership]:
    region, _ = Region.objects.get_or_create(slug="five-vales", defaults={"name": "Five Vales"})
    return {row["slug"]: _partnership(row, region) for row in rows_of("partnerships.csv")}


def _partnership(row: dict[str, str], region: Region) -> Partnership:
    example = bool(row["worked_example"])
    found, _ = Partnership.objects.get_or_create(
        slug=row["slug"],
        defaults={
            "name": row["name"],
            "area": row["area"],
            "region": None if example else region,
            "is_worked_example": example,
        },
    )
    return found


def organisations(places: dict[str, Partnership]) -> None:
    region = [place for place in places.values() if not place.is_worked_example]
    for row in rows_of("organisations.csv"):
        ended = COMPANIES_ENDED if row["where"] == "ended" else None
        made, _ = Organisation.objects.get_or_create(
            name=row["name"], defaults={"kind": row["kind"], "ended_on": ended}
        )
        where = [places[slug] for slug in row["where"].split() if slug in places]
        where = region if row["where"] == "all" else where or [places["callowdale"]]
        for place in where:
            _take_part(place, made, row["standing"], ended)
    _succeed("Five Vales Community Rehabilitation Company", "Probation Service (Five Vales)")


def _take_part(
    place: Partnership, organisation: Organisation, standing: str, ended: date | None
) -> None:
    since = date(2019, 9, 29) if ended else date(2020, 4, 1)
    Participation.objects.get_or_create(
        partnership=place,
        organisation=organisation,
        defaults={"standing": standing, "since": since, "until": ended},
    )


def _succeed(old: str, new: str) -> None:
    after = Organisation.objects.get(name=new)
    Organisation.objects.filter(name=old, succeeded_by=None).update(succeeded_by=after)


def groups(places: dict[str, Partnership]) -> None:
    for row in rows_of("groups.csv"):
        host = places[row["partnership"]]
        parent = Group.objects.filter(partnership=host, name=row["parent"]).first()
        made, _ = Group.objects.get_or_create(
            partnership=host,
            name=row["name"],
            defaults={
                "kind": row["kind"],
                "parent": parent,
                "purpose": row["purpose"],
                "since": date(2020, 4, 1),
            },
        )
        for slug in row["shared_with"].split():
            GroupShare.objects.get_or_create(
                group=made, partnership=places[slug], defaults={"host": host}
            )


def seats(places: dict[str, Partnership]) -> None:
    organisation = {o.name: o for o in Organisation.objects.all()}
    group = {(g.partnership_id, g.name): g for g in Group.objects.all()}
    for row in rows_of("people.csv"):
        person = _person(row)
        for slug in row["where"].split():
            seat = _seat(row, places[slug], organisation[row["organisation"]], person)
            for place in filter(None, row["places"].split(";")):
                name, _, position = place.partition(":")
                _sit(seat, group.get((seat.partnership_id, name)), position)


@lru_cache(maxsize=1)
def hashed_once() -> str:
    """All accounts have the same password, and hashing it is slow on purpose."""
    return make_password(PASSWORD)


def _person(row: dict[str, str]) -> Person:
    """Only those with an account can sign in; the others are there to be seen."""
    known = Person.objects.filter(email=row["email"]).first()
    if known:
        return known
    password = hashed_once() if row["account"] else make_password(None)
    person = Person.objects.create(email=row["email"], password=password, name=row["name"])
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def _seat(
    row: dict[str, str], place: Partnership, organisation: Organisation, person: Person
) -> Seat:
    seat, made = Seat.objects.get_or_create(
        partnership=place,
        organisation=organisation,
        person=person,
        defaults={
            "title": row["title"],
            "roles": row["roles"].split(";"),
            "mailbox": row["mailbox"],
            "since": BEGAN,
        },
    )
    if made:
        Holding.objects.create(partnership=place, seat=seat, person=person, since=BEGAN)
    return seat


def _sit(seat: Seat, group: Group | None, position: str) -> None:
    """Where a person sits in several partnerships, the others may have no such group."""
    if group is not None:
        GroupSeat.objects.get_or_create(
            group=group,
            seat=seat,
            defaults={"partnership_id": seat.partnership_id, "position": position},
        )


def histories(place: Partnership) -> None:
    for row in rows_of("history.csv"):
        person = _person({**row, "account": "", "name": row["former_holder"]})
        seat = Seat.objects.get(partnership=place, organisation__name=row["organisation"])
        Holding.objects.get_or_create(
            partnership=place,
            seat=seat,
            person=person,
            defaults={
                "since": date.fromisoformat(row["since"]),
                "until": date.fromisoformat(row["until"]),
                "left_because": row["left_because"],
            },
        )


def invitations(place: Partnership) -> None:
    inviter = Seat.objects.get(
        partnership=place, person__email="manager@callowdale.example", until=None
    )
    for row in rows_of("invitations.csv"):
        sent = now() - timedelta(days=int(row["days_ago"]))
        Invitation.objects.get_or_create(
            partnership=place,
            email=row["email"],
            defaults={
                "organisation": Organisation.objects.get(name=row["organisation"]),
                "name": row["name"],
                "title": row["title"],
                "roles": [row["role"]],
                "invited_by": inviter,
                "fingerprint": token_fingerprint(new_token()),
                "sent_at": sent,
                "expires_at": sent + rules.INVITATION_LASTS,
            },
        )
