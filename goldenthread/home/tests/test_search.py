"""One search for whatever a member may see, in the same number of queries however much there is."""

from datetime import date

from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.measures import actions as figures
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Partnership
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread import actions as thread
from goldenthread.foundations.thread.models import Action
from goldenthread.home import search


def weave(by, words: str, times: int = 1) -> None:
    with under(by):
        for number in range(times):
            found = thread.record_finding(
                source="",
                source_title="Audit of neglect",
                found_on=today(),
                kind="learning",
                text=f"{words} was found, {number}",
                by=by,
            )
            advice = thread.record_recommendation(
                text=f"{words} should be answered, {number}",
                findings=[found],
                made_on=today(),
                by=by,
            )
            thread.record_action(
                text=f"{words} to be taught, {number}",
                recommendation=advice,
                due_on=today(),
                by=by,
            )


def found(member, words: str) -> dict[str, list[str]]:
    with under(member):
        return {one.kind: [hit.title for hit in one.hits] for one in search.found(member, words)}


def test_one_search_finds_every_kind_of_record(manager):
    weave(manager, "Drift in neglect")
    kinds = found(manager, "drift")
    assert set(kinds) == {"Actions", "Recommendations", "Findings"}
    assert found(manager, "okoro")["People"] == ["Ade Okoro"]
    assert found(manager, manager.organisation)["Organisations"] == [manager.organisation]


def test_every_word_must_be_there_in_any_order(manager):
    weave(manager, "Drift in neglect")
    assert found(manager, "neglect drift")
    assert not found(manager, "drift housing")


def test_what_is_still_open_comes_before_what_is_done(manager):
    weave(manager, "Drift", times=2)
    with under(manager):
        first = Action.objects.order_by("pk").first()
        Action.objects.filter(pk=first.pk).update(stage="complete", due_on=date(2024, 1, 1))
    assert found(manager, "drift")["Actions"] == ["Drift to be taught, 1", "Drift to be taught, 0"]


def test_nobody_finds_what_another_organisation_was_asked(manager):
    weave(manager, "Drift in neglect")
    lead = factories.member(
        Role.AGENCY_LEAD, partnership=Partnership.objects.get(pk=manager.partnership_id)
    )
    assert not found(lead, "drift")


def test_nothing_of_another_partnership_is_found(manager):
    weave(manager, "Drift in neglect")
    assert not found(factories.member(Role.BUSINESS_MANAGER), "drift")


def test_the_number_of_queries_does_not_grow_with_what_is_found(manager):
    weave(manager, "Drift")
    one = queries_for(manager, "drift")
    weave(manager, "Drift", times=12)
    assert queries_for(manager, "drift") == one > 0
    with under(manager):
        actions = search.found(manager, "drift")[0]
    assert (len(actions.hits), actions.more) == (search.MOST_OF_A_KIND, True)


def queries_for(member, words: str) -> int:
    with under(member), CaptureQueriesContext(connection) as counted:
        search.found(member, words)
    return len(counted)


def test_a_measure_is_found_by_its_name(manager):
    with under(manager):
        figures.adopt_catalogue(by=manager)
    assert found(manager, "training courses")["Figures"]


def test_an_empty_search_says_what_to_try(client, manager):
    response = factories.sign_in(client, manager).get(f"/p/{manager.slug}/search/?words=qqqq")
    page = BeautifulSoup(response.content, "html.parser")
    assert "Try fewer words" in page.main.text
    assert page.select_one("#words")["value"] == "qqqq"
