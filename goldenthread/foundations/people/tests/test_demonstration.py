"""The made-up region: whole, invented, and loaded only once."""

import pytest
from django.apps import apps

from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people import demonstration, kinds
from goldenthread.foundations.people.models import (
    Group,
    Holding,
    Organisation,
    Participation,
    Partnership,
    Person,
    Seat,
)
from goldenthread.foundations.people.roles import Role

pytestmark = pytest.mark.django_db


def everywhere():
    return Keys(Door.SIGN_IN, tuple(Partnership.objects.values_list("pk", flat=True)))


def counted():
    with opened(everywhere()):
        models = apps.get_app_config("people").get_models()
        return {model.__name__: model.objects.count() for model in models}


def test_loading_twice_changes_nothing():
    demonstration.load()
    once = counted()
    demonstration.load()
    assert once["Seat"] > 60
    assert counted() == once


def bare(role: str) -> str:
    """The role without whom it is held for: "delegated safeguarding partner (police)"."""
    return role.partition(" (")[0]


def test_everyone_who_signs_for_the_partnership_has_an_account():
    emails = {account.email for account in demonstration.load()}
    with opened(everywhere()):
        signers = Seat.objects.filter(
            partnership__slug=demonstration.MAIN, roles__contains=[Role.DELEGATED_PARTNER]
        )
        assert {seat.person.email for seat in signers} <= emails
        assert len(signers) == 3


def test_each_role_has_an_account_that_holds_it():
    accounts = demonstration.load()
    assert {bare(account.role) for account in accounts} == {role.value for role in Role}
    with opened(everywhere()):
        for account in accounts:
            seats = Seat.objects.filter(person__email=account.email)
            assert any(bare(account.role) in seat.roles for seat in seats), account
            assert Person.objects.get(email=account.email).check_password(demonstration.PASSWORD)


def test_every_organisation_is_of_a_known_kind():
    demonstration.load()
    codes = set(Organisation.objects.values_list("kind", flat=True))
    assert len(codes) > 20
    assert codes <= set(kinds.kinds())


def test_police_and_integrated_care_board_serve_all_five():
    demonstration.load()
    with opened(everywhere()):
        for kind in ("police", "integrated-care-board"):
            parts = Participation.objects.filter(organisation__kind=kind, standing="statutory")
            assert parts.count() == 5


def test_the_child_death_overview_panel_is_shared_by_three():
    demonstration.load()
    with opened(everywhere()):
        panel = Group.objects.get(kind="panel")
        assert panel.shares.count() == 2


def test_a_role_mailbox_has_had_two_holders():
    demonstration.load()
    with opened(everywhere()):
        seat = Seat.objects.get(mailbox="dsl@callowbridge.example")
        assert Holding.objects.filter(seat=seat).count() == 2


def test_nobody_in_it_has_a_real_address():
    demonstration.load()
    with opened(everywhere()):
        emails = list(Person.objects.values_list("email", flat=True))
    assert len(emails) > 55
    assert not [email for email in emails if not email.endswith(".example")]
