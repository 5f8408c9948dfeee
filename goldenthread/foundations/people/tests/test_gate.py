"""The gate: who is let in, under which lock, and what happens when a view fails."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, StreamingHttpResponse
from django.template import engines
from django.template.response import TemplateResponse
from django.test import override_settings
from django.urls import include, path

from goldenthread.config.urls import urlpatterns as real_addresses
from goldenthread.foundations.people import entrances
from goldenthread.foundations.people.models import Group, Partnership
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories

pytestmark = pytest.mark.django_db


def make_and_fail(request):
    Group.objects.create(
        partnership_id=request.member.partnership_id, name="Half made", kind="panel"
    )
    raise PermissionDenied("no further")


def rendered_later(request):
    template = engines["jinja2"].from_string(
        "{% for group in groups %}{{ group.name }}{% endfor %}"
    )
    return TemplateResponse(request, template, {"groups": Group.objects.all()})


def streamed_later(request):
    return StreamingHttpResponse(group.name for group in Group.objects.all())


def plain(request):
    return HttpResponse(",".join(Group.objects.values_list("name", flat=True)))


pages = [
    path("plain/", plain, name="plain"),
    path("fail/", make_and_fail, name="fail"),
    path("later/", rendered_later, name="later"),
    path("streamed/", streamed_later, name="streamed"),
    path("new/", plain, name="new"),
]
urlpatterns = [*real_addresses, path("p/<slug:partnership>/probe/", include((pages, "probe")))]
managers = entrances.seats(Role.BUSINESS_MANAGER)
TABLE = {f"probe:{name}": managers for name in ("plain", "fail", "later", "streamed")}


@pytest.fixture(autouse=True)
def probe_pages(monkeypatch):
    known = entrances.page_table()
    monkeypatch.setattr(entrances, "page_table", lambda: known | TABLE)
    with override_settings(ROOT_URLCONF=__name__):
        yield


@pytest.fixture
def manager(db):
    manager = factories.member(Role.BUSINESS_MANAGER)
    with factories.opened(manager.keys):
        Group.objects.create(
            partnership_id=manager.partnership_id, name="Executive", kind="executive"
        )
    return manager


def address(member, page):
    return f"/p/{member.slug}/probe/{page}/"


def test_a_new_page_is_refused_to_everyone_until_somebody_decides(client, manager):
    response = factories.sign_in(client, manager).get(address(manager, "new"))
    assert response.status_code == 403


def test_a_role_the_page_does_not_name_is_refused(client, manager):
    lay = factories.member(
        Role.LAY_MEMBER, partnership=Partnership.objects.get(pk=manager.partnership_id)
    )
    assert factories.sign_in(client, lay).get(address(lay, "plain")).status_code == 403


def test_someone_who_is_not_signed_in_is_asked_to(client, manager):
    response = client.get(address(manager, "plain"))
    assert response.status_code == 302
    assert "next=/p/" in response.url


def test_a_seat_elsewhere_opens_nothing_here(client, manager):
    stranger = factories.member(Role.BUSINESS_MANAGER)
    assert factories.sign_in(client, stranger).get(address(manager, "plain")).status_code == 403


def test_a_seat_that_has_ended_opens_nothing(client, manager):
    with factories.opened(manager.keys):
        factories.Seat.objects.update(until="2025-06-01")
    assert factories.sign_in(client, manager).get(address(manager, "plain")).status_code == 403


def test_a_view_sees_its_own_partnership_and_no_other(client, manager):
    other = factories.member(Role.BUSINESS_MANAGER)
    with factories.opened(other.keys):
        Group.objects.create(partnership_id=other.partnership_id, name="Elsewhere", kind="panel")
    assert factories.sign_in(client, manager).get(address(manager, "plain")).content == b"Executive"


def test_an_error_undoes_everything_the_view_did(client, manager):
    assert factories.sign_in(client, manager).get(address(manager, "fail")).status_code == 403
    with factories.opened(manager.keys):
        assert list(Group.objects.values_list("name", flat=True)) == ["Executive"]


@pytest.mark.parametrize("address", ["plain/", "fail/", "new/", "nothing-here/"])
def test_neither_a_page_nor_a_refusal_is_left_in_a_shared_browser(client, manager, address):
    response = factories.sign_in(client, manager).get(f"/p/{manager.slug}/probe/{address}")
    assert response["Cache-Control"] == "no-store, private"


def test_a_body_streamed_after_the_view_is_read_under_the_same_lock(client, manager):
    response = factories.sign_in(client, manager).get(address(manager, "streamed"))
    assert b"".join(response.streaming_content) == b"Executive"


def test_a_template_rendered_after_the_view_is_read_under_the_same_lock(client, manager):
    assert factories.sign_in(client, manager).get(address(manager, "later")).content == b"Executive"


@pytest.mark.parametrize("page", ["plain", "later", "streamed"])
def test_with_real_transactions_too(client, committed, page):
    member = factories.member(Role.BUSINESS_MANAGER)
    with factories.opened(member.keys):
        Group.objects.create(
            partnership_id=member.partnership_id, name="Executive", kind="executive"
        )
    response = factories.sign_in(client, member).get(address(member, page))
    assert b"".join(response) == b"Executive"
