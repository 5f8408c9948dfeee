"""Organisations, and their part in a partnership."""

from datetime import date

from django.db import transaction

from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Organisation, Participation, Seat
from goldenthread.foundations.people.permissions import may_keep_people
from goldenthread.foundations.people.queries.here import partnership_of
from goldenthread.foundations.trail import actions as trail
from goldenthread.kernel.decision import YES, Decision, no


@transaction.atomic
def add_organisation(
    *, name: str, kind: str, standing: str, since: date | None, by: Asker
) -> Participation:
    """Let an organisation take part. One that another partnership has already is found by its name."""
    insist(may_keep_people(by))
    known = Organisation.objects.filter(name__iexact=name.strip()).first()
    organisation = known or Organisation.objects.create(name=name.strip(), kind=kind)
    part, made = Participation.objects.get_or_create(
        partnership_id=partnership_of(by),
        organisation=organisation,
        defaults={"standing": standing, "since": since},
    )
    if not made:
        insist(YES if part.until else no(f"{organisation.name} takes part already."))
        part.standing, part.since, part.until = standing, since, None
        part.save(update_fields=["standing", "since", "until"])
    trail.record(by=by, did="let an organisation take part", to=part, kind=organisation.kind)
    return part


@transaction.atomic
def change_organisation(
    part: Participation,
    *,
    name: str,
    kind: str,
    standing: str,
    since: date | None,
    until: date | None,
    ended_on: date | None = None,
    succeeded_by: Organisation | None = None,
    by: Asker,
) -> None:
    """Change an organisation's name, kind and part here. It keeps one name in all its partnerships."""
    insist(may_keep_people(by))
    part = Participation.objects.select_for_update(of=("self",)).get(pk=part.pk)
    insist(_nobody_left_behind(part, until))
    organisation = Organisation.objects.select_for_update().get(pk=part.organisation_id)
    organisation.name, organisation.kind = name.strip(), kind
    organisation.ended_on, organisation.succeeded_by = ended_on, succeeded_by
    organisation.save(update_fields=["name", "kind", "ended_on", "succeeded_by"])
    part.standing, part.since, part.until = standing, since, until
    part.save(update_fields=["standing", "since", "until"])
    trail.record(by=by, did="changed an organisation", to=part, kind=kind, standing=standing)


def _nobody_left_behind(part: Participation, until: date | None) -> Decision:
    if until is None:
        return YES
    held = Seat.objects.filter(
        partnership_id=part.partnership_id, organisation_id=part.organisation_id, until=None
    )
    seats = held.count()
    if not seats:
        return YES
    are = "1 seat is" if seats == 1 else f"{seats} seats are"
    return no(f"{are} still held here. End them first, so that their work is passed on.")
