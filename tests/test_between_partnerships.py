"""Somebody of one partnership at every address, with another partnership's slug and with its numbers.

Whatever is made in the other partnership carries a word that stands nowhere else; it is looked for
in every answer.
"""

import pytest

from goldenthread.capabilities.business_plan.actions import plans
from goldenthread.foundations.people.actions import invitations
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Group, Invitation, Organisation, Seat
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread import actions as thread
from tests.pages import Page, every_page

SECRET = "Wychbury"
ROLES = (
    Role.BUSINESS_MANAGER,
    Role.SYSTEM_ADMINISTRATOR,
    Role.DATA_ANALYST,
    Role.AGENCY_LEAD,
    Role.LAY_MEMBER,
)
OF_OURS = (200, 302, 403, 404, 405)


@pytest.fixture
def theirs(db):
    """A partnership where everything is named alike, with rows of many kinds."""
    someone = factories.member(
        Role.BUSINESS_MANAGER,
        name=f"{SECRET} Person",
        email="secret@example.org",
        partnership=factories.PartnershipFactory(slug="wych"),
    )
    with under(someone):
        here = {"partnership_id": someone.partnership_id}
        Group.objects.create(**here, name=f"{SECRET} group", kind="panel", purpose=SECRET)
        found = thread.record_finding(
            text=f"{SECRET} finding", kind="area for development", source_title=SECRET, by=someone
        )
        assert found.pk
        recommended = thread.record_recommendation(text=f"{SECRET} recommendation", by=someone)
        thread.record_action(text=f"{SECRET} action", recommendation=recommended, by=someone)
        plans.make_plan(
            title=f"{SECRET} plan", starts_on="2026-04-01", ends_on="2027-03-31", by=someone
        )
        invitations.invite(
            email="guest@wych.example",
            name=f"{SECRET} guest",
            organisation=Organisation.objects.get(pk=someone.organisation_id),
            roles=["agency lead"],
            by=someone,
        )
    return someone


def numbered(page: Page) -> bool:
    return any(value == 0 for _, value in page.kwargs)


def with_numbers_of(page: Page, number: int, slug: str) -> str:
    kwargs = tuple((key, number if value == 0 else value) for key, value in page.kwargs)
    return Page(page.name, kwargs).address(slug)


def numbers_there(theirs) -> list[int]:
    """The numbers that its rows have, as far as they are small; the tests' rows begin at one."""
    with under(theirs):
        seats = list(Seat.objects.values_list("pk", flat=True))
        groups = list(Group.objects.values_list("pk", flat=True))
        sent = list(Invitation.objects.values_list("pk", flat=True))
    assert seats, "nothing there to be asked for"
    assert groups
    assert sent
    return sorted({*seats, *groups, *sent})


def in_the_partnership() -> list[Page]:
    pages = [page for page in every_page() if "partnership" in dict(page.kwargs)]
    assert len(pages) > 80, "the search for pages found too few"
    return pages


@pytest.mark.parametrize("role", ROLES)
def test_at_another_partnerships_addresses_nothing_opens(client, theirs, role):
    factories.sign_in(client, factories.member(role))
    asked = 0
    for page in in_the_partnership():
        for answer in (client.get(page.address("wych")), client.post(page.address("wych"))):
            assert answer.status_code in (403, 404), f"{page.name} answers {answer.status_code}"
            assert SECRET not in answer.content.decode(), page.name
            asked += 1
    assert asked > 160


@pytest.mark.parametrize("role", ROLES[:2] + ROLES[-1:])
def test_with_another_partnerships_numbers_nothing_of_it_is_shown(client, theirs, role):
    ours = factories.member(role)
    factories.sign_in(client, ours)
    pages, asked = [page for page in in_the_partnership() if numbered(page)], 0
    for number in numbers_there(theirs):
        for page in pages:
            for send in (client.get, client.post):
                answer = send(with_numbers_of(page, number, ours.slug))
                assert answer.status_code in OF_OURS, f"{page.name} answers {answer.status_code}"
                shown = b"" if answer.streaming else answer.content
                assert SECRET not in shown.decode(errors="replace"), page.name
                asked += 1
    assert asked > 100
    with under(theirs):
        assert Group.objects.get().name == f"{SECRET} group"
        assert Seat.objects.get().until is None
        assert Invitation.objects.get().withdrawn_at is None


GARBAGE = (
    "\x00",
    "-1",
    "999999999999999999999",
    "٣",
    "²",
    "NaN",
    "a" * 3000,
    "2026-02-31",
)
NAMES = [
    "page",
    "sort",
    "q",
    "year",
    "period",
    "rag",
    "from",
    "to",
    "audience",
    "count",
    "start",
    "edition",
    "finding",
    "for",
    "organisation",
    "plan",
    "priority",
    "since",
    "words",
    "basis",
    "did",
    "due",
    "kind",
    "lead",
    "linked",
    "month",
    "owner",
    "part",
    "rating",
    "recommendation",
    "role",
    "seats",
    "sector",
    "source",
    "stage",
    "stands",
    "state",
    "takes-part",
    "text",
    "theme",
    "when",
    "who",
]


@pytest.mark.parametrize("garbage", GARBAGE, ids=lambda text: repr(text)[:12])
def test_no_page_breaks_at_what_stands_in_its_address(client, theirs, garbage):
    factories.sign_in(client, theirs)
    client.raise_request_exception = False
    pages = [page for page in in_the_partnership() if not numbered(page)]
    broken, opened = [], 0
    for page in pages:
        answer = client.get(page.address("wych"), dict.fromkeys(NAMES, garbage))
        opened += answer.status_code in (200, 302, 400)
        broken += [page.name] if answer.status_code >= 500 else []
    assert broken == []
    assert opened > 25, "too few pages opened to say anything"


def test_the_word_that_is_looked_for_stands_on_its_own_pages(client, theirs):
    factories.sign_in(client, theirs)
    pages = [page for page in in_the_partnership() if not numbered(page)]
    seen = [
        page.name for page in pages if SECRET in client.get(page.address("wych")).content.decode()
    ]
    assert {"people:directory", "people:groups", "thread:index"} <= set(seen)
    assert len(seen) > 5
