"""A seat offered by e-mail: sent, sent again, withdrawn, accepted by someone known and someone new."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.lock.keys import SIGNING_IN, Door, Keys, opened
from goldenthread.foundations.people import actions, tasks
from goldenthread.foundations.people.actions import invitations
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Holding, Invitation, Organisation, Person, Seat
from goldenthread.foundations.people.models.links import token_fingerprint
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.trail.models import Mark

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "heron on a wet wall"  # noqa: S105


def invited(manager, email="new.person@agency.example", roles=(Role.AGENCY_LEAD,)) -> Invitation:
    with under(manager):
        return invitations.invite(
            email=email,
            name="Noor Whitham",
            organisation=Organisation.objects.get(pk=manager.organisation_id),
            roles=[role.value for role in roles],
            title="Named nurse",
            by=manager,
        )


def path_in_mail(invitation) -> str:
    """Run the job as the worker would, and take the address out of the e-mail."""
    tasks.send_invitation(partnership=invitation.partnership_id, invitation=invitation.pk)
    return re.search(r"http://testserver(/\S+)", mail.outbox[-1].body)[1]


def token_of(path: str) -> str:
    return path.rstrip("/").rsplit("/", 1)[-1]


def seats_of(email: str, manager) -> list[Seat]:
    with under(manager):
        return list(Seat.objects.filter(person__email=email).select_related("person"))


def test_someone_new_sets_a_password_and_takes_the_seat(client, manager):
    path = path_in_mail(invited(manager))
    page = BeautifulSoup(client.get(path).content, "html.parser")
    assert "new.person@agency.example" in page.get_text()
    typed = {"name": "Noor Whitham", "password": NEW_PASSWORD, "again": NEW_PASSWORD}
    assert client.post(path, typed).status_code == 302
    (seat,) = seats_of("new.person@agency.example", manager)
    assert seat.roles == ["agency lead"]
    assert client.get(reverse("inbox")).status_code == 200
    with under(manager):
        assert Holding.objects.get(seat=seat).person == seat.person
        assert Mark.objects.filter(did="accepted an invitation").count() == 1


def test_two_different_passwords_open_no_account(client, manager):
    path = path_in_mail(invited(manager))
    typed = {"name": "Noor Whitham", "password": NEW_PASSWORD, "again": "something else here"}
    page = client.post(path, typed)
    assert "The two passwords are not the same" in page.content.decode()
    with opened(SIGNING_IN):
        assert not Person.objects.filter(email="new.person@agency.example").exists()


def test_a_weak_password_is_refused(client, manager):
    path = path_in_mail(invited(manager))
    page = client.post(path, {"name": "N", "password": "password", "again": "password"})
    assert "There is a problem" in page.content.decode()
    assert not seats_of("new.person@agency.example", manager)


def test_someone_known_signs_in_and_accepts(client, manager):
    elsewhere = factories.member(Role.AGENCY_LEAD, email="known@agency.example")
    path = path_in_mail(invited(manager, email="Known@agency.example"))
    assert "Sign in to accept" in client.get(path).content.decode()
    factories.sign_in(client, elsewhere)
    assert "Accept the seat" in client.get(path).content.decode()
    assert client.post(path).status_code == 302
    assert len(seats_of("known@agency.example", manager)) == 1


def test_an_invitation_is_of_no_use_to_somebody_else(client, manager):
    path = path_in_mail(invited(manager))
    factories.sign_in(client, factories.member(Role.LAY_MEMBER, email="other@agency.example"))
    assert "for someone else" in client.get(path).content.decode()
    client.post(path)
    assert not seats_of("other@agency.example", manager)
    with opened(SIGNING_IN):
        other = Person.objects.get(email="other@agency.example")
        with pytest.raises(PermissionDenied, match="another e-mail address"):
            actions.accept_invitation(token_of(path), other)


def test_only_the_newest_email_opens_it(client, manager):
    invitation = invited(manager)
    first, second = path_in_mail(invitation), path_in_mail(invitation)
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200


def test_it_opens_once(client, manager):
    path = path_in_mail(invited(manager))
    typed = {"name": "Noor Whitham", "password": NEW_PASSWORD, "again": NEW_PASSWORD}
    client.post(path, typed)
    assert client.get(path).status_code == 404


def test_under_another_partnership_it_opens_nothing(client, manager):
    path = path_in_mail(invited(manager))
    elsewhere = path.replace(manager.slug, factories.member().slug)
    typed = {"name": "Noor Whitham", "password": NEW_PASSWORD, "again": NEW_PASSWORD}
    assert client.get(elsewhere).status_code == client.post(elsewhere, typed).status_code == 404
    assert seats_of("new.person@agency.example", manager) == []
    assert client.get(path).status_code == 200


def test_withdrawn_it_opens_nothing(client, manager):
    invitation = invited(manager)
    path = path_in_mail(invitation)
    with under(manager):
        invitations.withdraw(invitation, by=manager)
    assert client.get(path).status_code == 404


def test_run_out_it_opens_nothing_until_it_is_sent_again(client, manager):
    invitation = invited(manager)
    path = path_in_mail(invitation)
    with under(manager):
        Invitation.objects.update(expires_at=now() - timedelta(days=1))
    assert client.get(path).status_code == 404
    with under(manager):
        invitations.resend(invitation, by=manager)
    assert client.get(path_in_mail(invitation)).status_code == 200


def test_neither_the_database_nor_a_job_holds_the_token(client, manager, owner):
    invitation = invited(manager)
    token = token_of(path_in_mail(invitation))
    with under(manager):
        stored = Invitation.objects.get()
        assert stored.fingerprint == token_fingerprint(token)
        assert token not in str(vars(stored))
    with opened(Keys(Door.MACHINE, (manager.partnership_id,))):
        from procrastinate.contrib.django.models import ProcrastinateJob

        jobs = [job.args for job in ProcrastinateJob.objects.all()]
    assert jobs == [{"partnership": manager.partnership_id, "invitation": invitation.pk}]


def test_the_email_says_that_something_waits_not_what(manager):
    path_in_mail(invited(manager, roles=(Role.CHILD_DEATH_COORDINATOR,)))
    assert "child death" not in mail.outbox[-1].body


def test_a_coordinator_cannot_make_a_business_manager(manager):
    with under(manager):
        partnership = Seat.objects.select_related("partnership").get(pk=manager.seat_id).partnership
    coordinator = factories.member(Role.COORDINATOR, partnership=partnership)
    with pytest.raises(PermissionDenied, match="Only a business manager"):
        invited(coordinator, roles=(Role.BUSINESS_MANAGER,))


def test_the_list_shows_each_state_and_what_can_be_done(client, manager):
    invitation = invited(manager)
    factories.sign_in(client, manager)
    address = reverse("people:invitations", kwargs={"partnership": manager.slug})
    page = BeautifulSoup(client.get(address).content, "html.parser").main.get_text(" ")
    assert "Noor Whitham" in page
    assert "Waiting" in page
    kwargs = {"partnership": manager.slug, "invitation": invitation.pk}
    client.post(reverse("people:withdraw-invitation", kwargs=kwargs))
    page = BeautifulSoup(client.get(f"{address}?state=all").content, "html.parser")
    assert "Withdrawn" in page.main.get_text(" ")


def test_inviting_by_the_form_leaves_a_job(client, manager):
    factories.sign_in(client, manager)
    address = reverse("people:invite", kwargs={"partnership": manager.slug})
    with under(manager):
        part = Organisation.objects.get(pk=manager.organisation_id).participations.get()
    typed = {
        "name": "Noor Whitham",
        "email": "noor@agency.example",
        "organisation": part.pk,
        "roles": ["contributor"],
    }
    assert client.post(address, typed).status_code == 302
    with under(manager):
        assert Invitation.objects.get().email == "noor@agency.example"
