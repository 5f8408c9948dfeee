"""Enter, change, switch on and switch off an organisation's sign-in; set how long one may be away."""

from django.db import transaction

from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.members import Asker, Member
from goldenthread.foundations.people.models import Organisation, Partnership
from goldenthread.foundations.people.queries.here import partnership_of
from goldenthread.foundations.sign_in import permissions
from goldenthread.foundations.sign_in.models import OrganisationSignIn
from goldenthread.foundations.trail import actions as trail


@transaction.atomic
def add_sign_in(
    *,
    organisation: Organisation,
    server: str,
    client_id: str,
    secret: str,
    domains: list[str],
    by: Member,
) -> OrganisationSignIn:
    """Enter one, switched off: somebody else looks at it and switches it on."""
    insist(permissions.may_enter_sign_in(by))
    made = OrganisationSignIn.objects.create(
        partnership_id=partnership_of(by),
        organisation=organisation,
        slug=f"{by.slug}-{organisation.pk}",
        server=server,
        client_id=client_id,
        secret=secret,
        domains=domains,
        changed_by_id=by.person_id,
    )
    trail.record(by=by, did="entered an organisation’s sign-in", to=made, server=server)
    return made


@transaction.atomic
def change_sign_in(
    chosen: OrganisationSignIn,
    *,
    server: str,
    client_id: str,
    secret: str,
    domains: list[str],
    by: Asker,
) -> None:
    """Change it, which switches it off. An empty `secret` leaves the one that is kept."""
    insist(permissions.may_enter_sign_in(by))
    held = OrganisationSignIn.objects.select_for_update(of=("self",)).get(pk=chosen.pk)
    insist(permissions.may_keep_secret(held.server, server, secret))
    held.server, held.client_id, held.domains = server, client_id, domains
    held.secret = secret or held.secret
    held.is_on, held.changed_by_id = False, by.person_id
    held.save()
    named = {"server": server, "secret": "replaced" if secret else "kept"}
    trail.record(by=by, did="changed an organisation’s sign-in", to=held, **named)


@transaction.atomic
def switch(chosen: OrganisationSignIn, *, on: bool, by: Asker) -> None:
    """People may come in by it from now on, or not any more; whoever is in stays until they sign out."""
    held = OrganisationSignIn.objects.select_for_update(of=("self",)).get(pk=chosen.pk)
    insist(permissions.may_switch(by, held, on))
    held.is_on = on
    held.save(update_fields=["is_on", "changed_at"])
    did = (
        "switched on an organisation’s sign-in" if on else "switched off an organisation’s sign-in"
    )
    trail.record(by=by, did=did, to=held)


@transaction.atomic
def set_minutes_away(minutes: int | None, *, by: Asker) -> None:
    """How long the partnership's people may be away; none for as long as the installation allows."""
    insist(permissions.may_set_minutes_away(by, minutes))
    place = Partnership.objects.select_for_update().get(pk=partnership_of(by))
    place.idle_minutes = minutes
    place.save(update_fields=["idle_minutes"])
    trail.record(by=by, did="set how long one may be away", to=place, minutes=minutes)
