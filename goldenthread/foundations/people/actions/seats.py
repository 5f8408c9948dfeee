"""Seats: taken up, changed, handed over, ended. `Holding` keeps who held which seat when."""

from datetime import date

from django.db import transaction

from goldenthread.foundations.people import held_work
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Holding, Invitation, Partnership, Person, Seat
from goldenthread.foundations.people.permissions import (
    may_change_seat,
    may_end_seat,
    may_hand_over,
)
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.trail import actions as trail
from goldenthread.kernel.decision import YES, Decision, no


def take_seat(invitation: Invitation, person: Person, *, on: date, by: Asker) -> Seat:
    """The vacant seat that the invitation names, or a new one. Part of accepting an invitation."""
    insist(_no_seat_there_yet(invitation, person))
    if invitation.seat_id:
        seat = Seat.objects.select_for_update(of=("self",)).get(pk=invitation.seat_id)
        insist(
            no("This seat has been filled or has ended.") if seat.person_id or seat.until else YES
        )
        seat.person, seat.roles = person, invitation.roles
        seat.save(update_fields=["person", "roles"])
    else:
        seat = _new_seat(invitation, person, on)
    hold(seat, person, since=on)
    trail.record(by=by, did="took up a seat", to=seat, roles=seat.roles)
    return seat


def hold(seat: Seat, person: Person, *, since: date) -> Holding:
    return Holding.objects.create(
        partnership_id=seat.partnership_id, seat=seat, person=person, since=since
    )


@transaction.atomic
def change_seat(seat: Seat, *, title: str, roles: list[str], mailbox: str, by: Asker) -> None:
    """Change the job title, the roles or the role mailbox of a seat that is held."""
    seat = _locked(seat)
    insist(may_change_seat(by, seat, frozenset(Role(role) for role in roles)))
    insist(_someone_keeps_people(seat, still=roles))
    was, seat.roles, seat.title, seat.mailbox = seat.roles, roles, title, mailbox
    seat.save(update_fields=["roles", "title", "mailbox"])
    trail.record(by=by, did="changed a seat", to=seat, roles_were=was, roles_are=roles)


@transaction.atomic
def end_seat(seat: Seat, *, on: date, because: str, successor: Seat | None, by: Asker) -> None:
    """End a seat for good. What it holds passes to the successor, or back to its organisation."""
    seat = _locked(seat)
    insist(may_end_seat(by, seat))
    insist(_someone_keeps_people(seat, still=[]))
    _close_holding(seat, on, because)
    held_work.pass_on_work(of=seat, to=successor, by=by)
    seat.until = max(on, seat.since)
    seat.save(update_fields=["until"])
    passed_to = trail.reference(successor) if successor else "its organisation"
    trail.record(by=by, did="ended a seat", to=seat, because=because, passed_to=passed_to)


@transaction.atomic
def hand_over(
    seat: Seat, *, on: date, because: str, email: str, name: str, by: Asker
) -> Invitation:
    """The holder leaves a seat with a role mailbox; the next one is invited to the same seat.

    The seat keeps its work and its history, and is vacant until the invitation is accepted.
    """
    from goldenthread.foundations.people.actions.invitations import invite

    seat = _locked(seat)
    insist(may_hand_over(by, seat))
    insist(_someone_keeps_people(seat, still=[]))
    _close_holding(seat, on, because)
    seat.person = None
    seat.save(update_fields=["person"])
    trail.record(by=by, did="handed over a seat", to=seat, because=because)
    return invite(
        email=email,
        name=name,
        organisation=seat.organisation,
        roles=seat.roles,
        title=seat.title,
        mailbox=seat.mailbox,
        seat=seat,
        by=by,
    )


def _locked(seat: Seat) -> Seat:
    return Seat.objects.select_for_update(of=("self",)).get(pk=seat.pk)


def _new_seat(invitation: Invitation, person: Person, on: date) -> Seat:
    return Seat.objects.create(
        partnership_id=invitation.partnership_id,
        organisation_id=invitation.organisation_id,
        person=person,
        title=invitation.title,
        roles=invitation.roles,
        mailbox=invitation.mailbox,
        since=on,
    )


def _close_holding(seat: Seat, on: date, because: str) -> None:
    if seat.person is None:
        return
    open_one = Holding.objects.filter(seat=seat, person=seat.person, until__isnull=True).first()
    holding = open_one or hold(seat, seat.person, since=seat.since)
    holding.until, holding.left_because = max(on, holding.since), because
    holding.save(update_fields=["until", "left_because"])


def _no_seat_there_yet(invitation: Invitation, person: Person) -> Decision:
    held = Seat.objects.filter(
        person=person, partnership_id=invitation.partnership_id, until__isnull=True
    )
    if held.filter(organisation_id=invitation.organisation_id).exists():
        return no("You already hold a seat at this organisation. Ask for that seat to be changed.")
    return YES


def _someone_keeps_people(seat: Seat, *, still: list[str]) -> Decision:
    """A partnership must not lock itself out: one seat that gives access has to stay."""
    keys = [Role.BUSINESS_MANAGER.value, Role.SYSTEM_ADMINISTRATOR.value]
    if not set(keys) & set(seat.roles) or set(keys) & set(still):
        return YES
    # Two who end each other's seat at the same moment would each see the other still there.
    Partnership.objects.select_for_update(no_key=True).get(pk=seat.partnership_id)
    others = Seat.objects.filter(
        partnership_id=seat.partnership_id, until__isnull=True, person__isnull=False
    ).exclude(pk=seat.pk)
    if others.filter(roles__overlap=keys).exists():
        return YES
    return no("This is the only business manager or system administrator. Appoint another first.")
