"""The lists of people, organisations, groups and invitations, as they are filtered and sorted."""

from django.db.models import Q
from django.http import QueryDict

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.design.filters import Choice, Conditions, Search
from goldenthread.foundations.design.listing import Column, Listing
from goldenthread.foundations.people import kinds
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Group, Participation
from goldenthread.foundations.people.queries.groups import groups_seen_by
from goldenthread.foundations.people.queries.invitations import invitations_seen_by
from goldenthread.foundations.people.queries.organisations import named_now, parts_seen_by
from goldenthread.foundations.people.queries.seats import seats_seen_by
from goldenthread.foundations.people.roles import Role

STANDS = {"now": Q(until__isnull=True), "past": Q(until__isnull=False)}


def directory_of(asker: Asker, asked: QueryDict) -> Listing:
    organisations = [(str(pk), name) for pk, name in named_now(asker)]
    roles = [(role.value, role.value.capitalize()) for role in Role]
    return Listing(
        seats_seen_by(asker),
        _unless_asked(asked, "seats"),
        columns=(
            Column("Name", "name", by=("person__name",)),
            Column("Organisation", "organisation", by=("organisation__name", "person__name")),
            Column("Job title", "title", by=("title", "person__name")),
            Column("Roles"),
            Column("Since", "since", by=("since",)),
        ),
        filters=(
            Search("text", "Name, e-mail address or job title", TEXT_OF_SEAT),
            Choice("organisation", "Organisation", organisations, "organisation_id"),
            Conditions("role", "Role", roles, conditions=_with_role()),
            Conditions("seats", "Seats", SEATS, conditions=SEATS_MEANT),
        ),
        sorted_by="name",
        one="seat",
        cut_first=True,
    )


TEXT_OF_SEAT = ("person__name", "person__email", "title", "mailbox")
SEATS = (("now", "Held now"), ("vacant", "Vacant"), ("past", "Ended"))
SEATS_MEANT = {**STANDS, "vacant": Q(until__isnull=True, person__isnull=True)}


def organisations_of(asker: Asker, asked: QueryDict) -> Listing:
    sectors = {
        sector: Q(organisation__kind__in=kinds.codes_in(sector)) for sector in kinds.sectors()
    }
    return Listing(
        parts_seen_by(asker),
        _unless_asked(asked, "takes-part"),
        columns=(
            Column("Organisation", "name", by=("organisation__name",)),
            Column("Kind"),
            Column("Sector"),
            Column("Part", "part", by=("standing", "organisation__name")),
            Column("People", "people", by=("seated",), numeric=True),
        ),
        filters=(
            Search("text", "Name", ("organisation__name",)),
            Conditions("sector", "Sector", [(s, s) for s in sectors], conditions=sectors),
            Choice("part", "Part", Participation.Standing.choices, "standing"),
            Conditions("takes-part", "Takes part", TAKES_PART, conditions=STANDS),
        ),
        sorted_by="name",
        one="organisation",
    )


TAKES_PART = (("now", "Now"), ("past", "In the past"))


def groups_of(asker: Asker, asked: QueryDict) -> Listing:
    return Listing(
        groups_seen_by(asker),
        _unless_asked(asked, "stands"),
        columns=(
            Column("Group", "name", by=("name",)),
            Column("Kind", "kind", by=("kind", "name")),
            Column("Chair"),
            Column("Answers to", "parent", by=("parent__name", "name")),
            Column("Members", "members", by=("members",), numeric=True),
        ),
        filters=(
            Search("text", "Name", ("name", "purpose")),
            Choice("kind", "Kind", Group.Kind.choices, "kind"),
            Conditions("stands", "Stands", GROUPS_STAND, conditions=STANDS),
        ),
        sorted_by="name",
        one="group",
    )


GROUPS_STAND = (("now", "Now"), ("past", "Ended"))


def invitations_of(asker: Asker, asked: QueryDict) -> Listing:
    return Listing(
        invitations_seen_by(asker),
        _unless_asked(asked, "state", "waiting"),
        columns=(
            Column("Name", "name", by=("name",)),
            Column("Organisation", "organisation", by=("organisation__name", "name")),
            Column("State"),
            Column("Sent", "sent", by=("made_at",)),
            Column("What you can do"),
        ),
        filters=(
            Search("text", "Name or e-mail address", ("name", "email")),
            Conditions("state", "State", INVITATION_STATES, conditions=_invitation_states()),
        ),
        sorted_by="-sent",
        one="invitation",
    )


INVITATION_STATES = (
    ("waiting", "Waiting"),
    ("run-out", "Run out"),
    ("accepted", "Accepted"),
    ("withdrawn", "Withdrawn"),
    ("all", "All"),
)


def _invitation_states() -> dict[str, Q]:
    open_still = Q(accepted_at__isnull=True, withdrawn_at__isnull=True)
    return {
        "waiting": open_still & Q(expires_at__gt=now()),
        "run-out": open_still & Q(expires_at__lte=now()),
        "accepted": Q(accepted_at__isnull=False),
        "withdrawn": Q(withdrawn_at__isnull=False),
        "all": Q(),
    }


def _with_role() -> dict[str, Q]:
    return {role.value: Q(roles__contains=[role.value]) for role in Role}


def _unless_asked(asked: QueryDict, name: str, usual: str = "now") -> QueryDict:
    """What stands now, unless the address asks for something else."""
    if name in asked:
        return asked
    filled = asked.copy()
    filled[name] = usual
    return filled
