"""A single-use link, from the e-mail to the one thing that it opens."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import override_settings
from django.urls import include, path

from goldenthread.config.urls import urlpatterns as real_addresses
from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.people import actions, entrances, rules, tasks
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Group, Link
from goldenthread.foundations.people.models.links import token_fingerprint
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.trail.models import Mark

pytestmark = pytest.mark.django_db


def the_one_page(request):
    """What a link opens in these tests: it shows its grant, and a post uses the link up."""
    if request.method == "POST":
        actions.use_up(request.member)
    groups = ",".join(Group.objects.values_list("name", flat=True))
    return HttpResponse(f"{request.member.grant} seen with {groups}")


def another_page(request):
    return HttpResponse("never")


probe = [path("one/", the_one_page, name="one"), path("other/", another_page, name="other")]
urlpatterns = [
    *real_addresses,
    path("p/<slug:partnership>/probe/", include((probe, "probe"))),
]
TABLE = {
    "probe:one": entrances.ByLink("test a link"),
    "probe:other": entrances.ByLink("answer a survey"),
}


@pytest.fixture(autouse=True)
def probe_pages(monkeypatch):
    known = entrances.page_table()
    for where in ("entrances.page_table", "queries.links.page_table"):
        monkeypatch.setattr(f"goldenthread.foundations.people.{where}", lambda: known | TABLE)
    with override_settings(ROOT_URLCONF=__name__):
        yield


@pytest.fixture
def manager():
    member = factories.member(Role.BUSINESS_MANAGER)
    with under(member):
        Group.objects.create(
            partnership_id=member.partnership_id, name="Executive", kind="executive"
        )
    return member


@pytest.fixture
def address(manager) -> str:
    """The path in the e-mail that somebody gets."""
    with under(manager):
        return actions.make_link(
            "test a link", "thread.action:12", "Pat@surgery.example", "Pat Moss", manager
        )


def link_of(manager) -> Link:
    with under(manager):
        return Link.objects.get()


def changed(manager, **fields) -> None:
    with under(manager):
        Link.objects.update(**fields)


def code_in_mail(client, address, manager) -> str:
    assert client.post(address).status_code == 302
    link = link_of(manager)
    tasks.send_code(partnership=link.partnership_id, link=link.pk)
    return re.search(r"\b(\d{6})\b", mail.outbox[-1].body)[1]


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


def test_the_code_opens_the_one_page_and_no_other(client, manager, address):
    code = code_in_mail(client, address, manager)
    answer = client.post(f"{address}code/", {"code": code})
    assert answer.url == f"/p/{manager.slug}/probe/one/"
    assert client.get(answer.url).content == b"thread.action:12 seen with Executive"
    assert client.get(f"/p/{manager.slug}/probe/other/").status_code == 404


def test_the_code_goes_to_the_work_address_only(client, manager, address):
    code_in_mail(client, address, manager)
    assert mail.outbox[-1].to == ["pat@surgery.example"]
    assert "pat@surgery.example" not in client.get(address).content.decode()


def test_opening_the_link_alone_sends_nothing(client, manager, address):
    assert client.get(address).status_code == 200
    assert link_of(manager).codes_sent == 0


def test_without_the_code_the_page_stays_closed(client, manager, address):
    code_in_mail(client, address, manager)
    assert client.get(f"/p/{manager.slug}/probe/one/").status_code == 404


def test_a_wrong_code_is_refused_and_counted(client, manager, address):
    code = code_in_mail(client, address, manager)
    page = client.post(f"{address}code/", {"code": wrong(code)})
    assert "That code is not right" in page.content.decode()
    assert link_of(manager).tries == 1


def test_five_wrong_codes_end_the_link(client, manager, address):
    code = code_in_mail(client, address, manager)
    for _ in range(rules.WRONG_CODES_ALLOWED):
        client.post(f"{address}code/", {"code": wrong(code)})
    assert client.post(f"{address}code/", {"code": code}).status_code == 404
    assert client.get(address).status_code == 404


def test_a_code_runs_out(client, manager, address):
    code = code_in_mail(client, address, manager)
    changed(manager, code_sent_at=now() - rules.CODE_LASTS - timedelta(seconds=1))
    page = client.post(f"{address}code/", {"code": code})
    assert "That code has run out" in page.content.decode()


def test_only_the_newest_code_opens(client, manager, address):
    first = code_in_mail(client, address, manager)
    changed(manager, code_sent_at=now() - timedelta(minutes=2))
    second = code_in_mail(client, address, manager)
    if first != second:  # one time in a million
        assert client.post(f"{address}code/", {"code": first}).status_code == 200
    assert client.post(f"{address}code/", {"code": second}).status_code == 302


def test_a_code_opens_in_one_browser_only(client, manager, address):
    code = code_in_mail(client, address, manager)
    client.post(f"{address}code/", {"code": code})
    other = type(client)()
    assert other.post(f"{address}code/", {"code": code}).status_code == 200
    assert other.get(f"/p/{manager.slug}/probe/one/").status_code == 404


def test_codes_cannot_be_asked_for_in_a_rush(client, manager, address):
    code_in_mail(client, address, manager)
    page = client.post(address)
    assert "less than a minute ago" in page.content.decode()


def test_only_a_few_codes_are_sent_for_one_link(client, manager, address):
    changed(manager, codes_sent=rules.CODES_SENT_AT_MOST)
    assert "Ask for a new link" in client.post(address).content.decode()


def test_used_once_it_opens_nothing(client, manager, address):
    code = code_in_mail(client, address, manager)
    page = client.post(f"{address}code/", {"code": code}).url
    assert client.post(page).status_code == 200
    assert client.get(page).status_code == 404
    assert client.get(address).status_code == 404
    assert "opens nothing any more" in client.get(address).content.decode()


def test_using_it_twice_is_refused_with_the_reason(manager, address):
    from goldenthread.foundations.people.queries.links import guest_behind

    with under(manager):
        guest, _ = guest_behind(address.rstrip("/").rsplit("/", 1)[-1])
        actions.use_up(guest)
        with pytest.raises(PermissionDenied, match="already been used"):
            actions.use_up(guest)


def test_past_its_time_it_opens_nothing(client, manager, address):
    changed(manager, expires_at=now() - timedelta(seconds=1))
    assert client.get(address).status_code == 404


def test_only_fingerprints_are_kept(client, manager, address):
    token = address.rstrip("/").rsplit("/", 1)[-1]
    code = code_in_mail(client, address, manager)
    link = link_of(manager)
    assert link.fingerprint == token_fingerprint(token)
    assert token not in str(vars(link))
    assert code not in str(vars(link))


def test_the_request_log_names_the_page_and_not_the_token(client, address, caplog):
    with caplog.at_level("INFO", logger="goldenthread.request"):
        client.get(address)
    facts = [record.facts for record in caplog.records if record.name == "goldenthread.request"]
    assert [fact["page"] for fact in facts] == ["people:link"]
    assert address.rstrip("/").rsplit("/", 1)[-1] not in str([vars(r) for r in caplog.records])


def test_each_step_leaves_a_mark(client, manager, address):
    code = code_in_mail(client, address, manager)
    client.post(f"{address}code/", {"code": wrong(code)})
    client.post(client.post(f"{address}code/", {"code": code}).url)
    with under(manager):
        marks = set(Mark.objects.values_list("did", flat=True))
    assert marks >= {
        "made a single-use link",
        "asked for a code",
        "typed a wrong code",
        "opened a single-use link",
        "used a single-use link",
    }


def test_a_guest_cannot_make_links(manager, address):
    from goldenthread.foundations.people.queries.links import guest_behind

    with under(manager):
        guest, _ = guest_behind(address.rstrip("/").rsplit("/", 1)[-1])
        with pytest.raises(PermissionDenied, match="from a seat"):
            actions.make_link("test a link", "thread.action:13", "a@b.example", "A", guest)


def elsewhere(path: str) -> str:
    """The same path under another partnership, which exists."""
    return re.sub(r"^/p/[^/]+", f"/p/{factories.member().slug}", path)


def test_under_another_partnership_the_link_opens_nothing(client, manager, address):
    code = code_in_mail(client, address, manager)
    wrong_place = elsewhere(address)
    refusals = [
        client.get(wrong_place),
        client.post(wrong_place),
        client.get(f"{wrong_place}code/"),
        client.post(f"{wrong_place}code/", {"code": code}),
    ]
    assert [answer.status_code for answer in refusals] == [404] * 4
    assert all("opens nothing any more" in answer.content.decode() for answer in refusals)
    assert (link_of(manager).tries, link_of(manager).codes_sent) == (0, 1)
    assert client.post(f"{address}code/", {"code": code}).status_code == 302


def test_the_page_that_it_opened_stays_in_its_partnership(client, manager, address):
    code = code_in_mail(client, address, manager)
    page = client.post(f"{address}code/", {"code": code}).url
    assert client.get(page).status_code == 200
    assert client.get(elsewhere(page)).status_code == 404
    assert client.post(elsewhere(page)).status_code == 404
    assert link_of(manager).used_at is None


def test_a_program_that_reads_e_mail_uses_nothing_up(client, manager, address):
    code_in_mail(client, address, manager)
    for place in (address, f"{address}code/", f"{address}code/?code=123456"):
        assert client.get(place).status_code == client.head(place).status_code == 200
    link = link_of(manager)
    assert (link.used_at, link.tries, link.codes_sent) == (None, 0, 1)


def test_of_two_who_opened_it_only_the_first_to_send_is_heard(client, manager, address):
    page = client.post(f"{address}code/", {"code": code_in_mail(client, address, manager)}).url
    other = type(client)()
    changed(manager, code_sent_at=now() - timedelta(minutes=2))
    other.post(f"{address}code/", {"code": code_in_mail(other, address, manager)})
    assert client.get(page).status_code == other.get(page).status_code == 200
    assert [client.post(page).status_code, other.post(page).status_code] == [200, 404]


def test_left_open_for_hours_it_asks_for_a_new_code(client, manager, address, monkeypatch):
    page = client.post(f"{address}code/", {"code": code_in_mail(client, address, manager)}).url
    later = now() + rules.LINK_STAYS_OPEN + timedelta(seconds=1)
    monkeypatch.setattr("goldenthread.foundations.people.askers.now", lambda: later)
    assert client.get(page).status_code == 404
    assert client.get(address).status_code == 200


def test_it_is_forgotten_when_the_browser_is_closed(client, manager, address):
    client.post(f"{address}code/", {"code": code_in_mail(client, address, manager)})
    assert client.session.get_expire_at_browser_close()


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"])
def test_what_is_no_code_is_told_so_and_not_counted(client, manager, address, typed):
    code_in_mail(client, address, manager)
    assert client.post(f"{address}code/", {"code": typed}).status_code == 200
    assert link_of(manager).tries == 0
