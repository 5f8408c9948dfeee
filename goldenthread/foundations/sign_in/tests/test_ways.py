"""An organisation's sign-in is entered by one person and switched on by another; its secret is never shown."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.foundations.people.models import Organisation, Partnership
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.sign_in.drafts import places
from goldenthread.foundations.sign_in.tests import people

SECRET = "very-secret-words"  # noqa: S105
TYPED = {
    "server": "https://login.council.gov.uk/tenant/",
    "client_id": "golden-thread",
    "secret": SECRET,
    "domains": "@Council.gov.uk\nchildren.council.gov.uk",
}


@pytest.fixture
def admin(committed):
    return factories.member(Role.SYSTEM_ADMINISTRATOR)


@pytest.fixture
def manager(admin):
    with factories.opened(admin.keys):
        place = Partnership.objects.get(pk=admin.partnership_id)
        body = Organisation.objects.get(pk=admin.organisation_id)
    return factories.member(Role.BUSINESS_MANAGER, partnership=place, organisation=body)


def at(member, page: str, **kwargs) -> str:
    return reverse(f"sign_in:{page}", kwargs={"partnership": member.slug, **kwargs})


def enter(client, admin, **typed):
    factories.sign_in(client, admin)
    return client.post(at(admin, "add"), {"organisation": admin.organisation_id, **TYPED, **typed})


def stored(owner):
    row = "SELECT id, server, domains, is_on, secret FROM sign_in_organisationsignin"
    return owner.execute(row).fetchone()


def errors(response) -> str:
    page = BeautifulSoup(response.content, "html.parser")
    return page.find(class_="govuk-error-summary").text


def test_it_is_entered_switched_off_with_its_secret_sealed(client, admin, owner):
    assert enter(client, admin).status_code == 302
    pk, server, domains, is_on, secret = stored(owner)
    assert server == "https://login.council.gov.uk/tenant"
    assert domains == ["children.council.gov.uk", "council.gov.uk"]
    assert not is_on
    assert SECRET not in secret
    assert people.marks(owner)[-1][1] == "entered an organisation’s sign-in"


def test_the_page_shows_the_callback_address_and_never_the_secret(client, admin, owner):
    enter(client, admin)
    pages = [
        client.get(at(admin, "ways")).content.decode(),
        client.get(at(admin, "change", pk=stored(owner)[0])).content.decode(),
    ]
    callback = f"http://testserver/account/organisation/{admin.slug}-{admin.organisation_id}/back/"
    assert all(callback in page for page in pages)
    assert not any(SECRET in page for page in pages)


def test_a_refused_form_does_not_show_the_secret_again(client, admin):
    answer = enter(client, admin, server="council")
    assert "Enter the server address in full" in errors(answer)
    assert SECRET not in answer.content.decode()


def test_whoever_entered_it_cannot_switch_it_on_and_somebody_else_can(
    client, admin, manager, owner
):
    enter(client, admin)
    switch = at(admin, "switch", pk=stored(owner)[0])
    assert client.post(switch, {"on": "yes"}).status_code == 403
    assert not stored(owner)[3]
    assert "Somebody else must check it" in client.get(at(admin, "ways")).content.decode()
    factories.sign_in(client, manager)
    assert client.post(switch, {"on": "yes"}).status_code == 302
    assert stored(owner)[3]
    assert people.marks(owner)[-1][1] == "switched on an organisation’s sign-in"


def test_a_change_switches_it_off_and_an_empty_secret_keeps_the_old_one(
    client, admin, manager, owner
):
    enter(client, admin)
    pk, *_, before = stored(owner)
    factories.sign_in(client, manager)
    client.post(at(admin, "switch", pk=pk), {"on": "yes"})
    factories.sign_in(client, admin)
    changed = TYPED | {"secret": "", "domains": "elsewhere.gov.uk"}
    assert client.post(at(admin, "change", pk=pk), changed).status_code == 302
    _, _, domains, is_on, _ = stored(owner)
    assert (domains, is_on) == (["elsewhere.gov.uk"], False)
    with factories.opened(admin.keys):
        from goldenthread.foundations.sign_in.models import OrganisationSignIn

        assert OrganisationSignIn.objects.get().secret == SECRET


def test_the_kept_secret_is_not_led_to_another_server(client, admin, owner):
    enter(client, admin)
    pk = stored(owner)[0]
    elsewhere = TYPED | {"secret": "", "server": "https://elsewhere.example.org"}
    answer = client.post(at(admin, "change", pk=pk), elsewhere)
    assert "Enter the client secret as well" in errors(answer)
    assert stored(owner)[1] == "https://login.council.gov.uk/tenant"


@pytest.mark.parametrize(
    "server",
    [
        "http://login.council.gov.uk",
        "https://169.254.169.254/latest",
        "https://localhost/",
        "https://someone:pass@council.gov.uk",
        "https://council.gov.uk:99999999",
        "https://[::1]/",
        "https://council.gov.uk/?x=1",
        "ftp://council.gov.uk",
    ],
)
def test_only_a_public_address_in_full_is_taken(client, admin, owner, server):
    assert "Enter the server address in full" in errors(enter(client, admin, server=server))
    assert stored(owner) is None


def test_a_domain_that_is_none_is_named(client, admin):
    assert "gov_uk is not one" in errors(enter(client, admin, domains="council.gov.uk gov_uk"))


def test_one_organisation_has_one_sign_in_here(client, admin):
    enter(client, admin)
    assert "organisation" in errors(enter(client, admin)).lower()


def test_a_secret_typed_too_late_is_never_kept(admin):
    page = at(admin, "add")
    assert places.place(page) is None
    assert places.place(reverse("people:directory", kwargs={"partnership": admin.slug}))


def test_another_partnership_neither_sees_nor_switches_it(client, admin, owner):
    enter(client, admin)
    stranger = factories.member(Role.SYSTEM_ADMINISTRATOR)
    factories.sign_in(client, stranger)
    assert "council.gov.uk" not in client.get(at(stranger, "ways")).content.decode()
    there = at(stranger, "switch", pk=stored(owner)[0])
    assert client.post(there, {"on": "yes"}).status_code == 404
