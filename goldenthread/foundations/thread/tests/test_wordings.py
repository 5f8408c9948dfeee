"""Findings and recommendations are reworded with a reason, and nothing that was said is lost."""

import pytest
from django.core.exceptions import PermissionDenied

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.thread import actions
from goldenthread.foundations.thread.models import Finding, Wording
from goldenthread.foundations.thread.tests import making
from goldenthread.foundations.thread.tests.browsing import get, post, soup, words
from goldenthread.foundations.trail.models import Mark

TYPED = {"text": "Health was not invited.", "reason": "It named a ward", "version": "0"}


@pytest.mark.parametrize("kind", ["finding", "recommendation"])
def test_it_says_the_new_and_shows_the_earlier_wording_with_its_reason(client, manager, kind):
    made = getattr(making, kind)(manager, "The ward was not invited.")
    answer = post(client, manager, f"{kind}-reword", TYPED, pk=made.pk)
    assert answer.status_code == 302
    page = get(client, manager, kind, pk=made.pk)
    assert page.h1.get_text() == TYPED["text"]
    assert "Reworded: It named a ward" in words(page)
    assert "It said: The ward was not invited." in words(page)


def test_the_mark_names_the_field_and_never_the_words(manager):
    made = making.finding(manager, "The ward was not invited.")
    with under(manager):
        actions.reword_finding(
            finding=made, text="New words", reason="Old reasons", version=0, by=manager
        )
        mark = Mark.objects.filter(did="reworded").get()
    assert mark.detail["fields"] == ["text"]
    assert "New words" not in str(vars(mark))
    assert "ward" not in str(vars(mark))


def test_the_second_of_two_editors_is_told_and_loses_nothing(client, manager):
    other = making.colleague(manager, Role.COORDINATOR, name="Joan Marsh")
    made = making.finding(manager, "First")
    post(client, other, "finding-reword", {**TYPED, "text": "Joan's words"}, pk=made.pk)
    answer = post(client, manager, "finding-reword", {**TYPED, "text": "My words"}, pk=made.pk)
    page = soup(answer)
    assert "Joan Marsh" in page.find(class_="govuk-error-summary").get_text()
    assert "It says now: Joan's words" in words(page)
    assert page.find("textarea", {"name": "text"}).get_text().strip() == "My words"
    again = {name: page.find(attrs={"name": name})["value"] for name in ["version"]}
    answer = post(
        client, manager, "finding-reword", {**TYPED, "text": "My words", **again}, pk=made.pk
    )
    assert answer.status_code == 302
    with under(manager):
        assert Finding.objects.get(pk=made.pk).text == "My words"
        assert set(Wording.objects.values_list("text", flat=True)) == {"First", "Joan's words"}


def test_a_form_that_is_sent_back_keeps_what_was_typed(client, manager):
    made = making.recommendation(manager)
    answer = post(client, manager, "recommendation-reword", {**TYPED, "reason": ""}, pk=made.pk)
    page = soup(answer)
    assert "Say why the wording is changed" in words(page)
    assert page.find("textarea", {"name": "text"}).get_text().strip() == TYPED["text"]


def test_without_a_reason_nothing_is_reworded(manager):
    made = making.finding(manager, "First")
    with under(manager), pytest.raises(PermissionDenied, match="Say why"):
        actions.reword_finding(finding=made, text="Second", reason=" ", version=0, by=manager)


def test_whoever_wrote_a_finding_may_reword_it_and_another_reader_may_not(manager):
    scrutineer = making.colleague(manager, Role.SCRUTINEER)
    chair = making.colleague(manager, Role.GROUP_CHAIR)
    made = making.finding(scrutineer, "First")
    with under(chair), pytest.raises(PermissionDenied, match="recorded it"):
        actions.reword_finding(finding=made, text="Mine", reason="Why", version=0, by=chair)
    with under(scrutineer):
        actions.reword_finding(
            finding=made, text="Second", reason="Clearer", version=0, by=scrutineer
        )
        assert Finding.objects.get(pk=made.pk).text == "Second"
