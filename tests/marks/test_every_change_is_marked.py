"""Every form that is taken leaves a mark on the trail: the demonstration is walked, and its forms sent."""

import pytest

from goldenthread.capabilities.business_plan import demonstration as plan
from goldenthread.foundations.lock.keys import Door, Keys, opened
from goldenthread.foundations.people import demonstration as people
from goldenthread.foundations.people.models import Partnership, Person
from goldenthread.foundations.thread import demonstration as thread
from goldenthread.foundations.thread.models import Action
from tests.marks import filling
from tests.marks.accepting import pages_that_take_forms
from tests.marks.walking import walk

WHO = ("admin", "manager")
FILES = "asks for a file, or follows from one that was brought in"
STATE = (
    "the demonstration holds nothing in the state in which this form is shown, or not for these two"
)
FITTING = "the first answer that fits is refused here for a good reason"
SCRIPTED = "sent by a script or by a button that stands only where there is something to undo"
NOBODY_YET = "the form of somebody who is not signed in; see people/tests"
NO_RECORD = (
    "changes no record: one’s own words not yet sent, the seat one acts from, or the gallery"
)
NOT_WALKED = {
    FILES: (
        "business_plan:bring business_plan:columns business_plan:drop business_plan:preview"
        " dataset:bring dataset:columns dataset:drop dataset:preview"
        " thread:import thread:import-columns thread:import-organisations thread:import-preview"
        " thread:import-table thread:recommendation-evidence"
    ),
    STATE: (
        "business_plan:close_ballot business_plan:progress business_plan:vote dataset:change_measure"
        " dataset:correct people:hand-over-seat thread:action-update thread:extension-answer"
        " thread:recommendation-see thread:recommendation-test thread:review-organisation"
        " thread:theme-retire yearly_report:change-quotation yearly_report:sent"
        " yearly_report:settle-comment yearly_report:sign yearly_report:step"
    ),
    FITTING: "business_plan:new_ballot thread:new-recommendation",
    SCRIPTED: (
        "business_plan:remove_link yearly_report:let-go yearly_report:move-block"
        " yearly_report:put-block-back yearly_report:put-section-back"
    ),
    NOBODY_YET: "people:invitation people:link people:link-code thread:by-link",
    NO_RECORD: "gallery-form people:choose-seat sign_in_keep sign_in_throw_away",
}


def not_walked() -> set[str]:
    return {name for names in NOT_WALKED.values() for name in names.split()}


@pytest.fixture
def keys(db, monkeypatch) -> Keys:
    """A partnership whose record holds something of every kind that a walk can reach."""
    people.load()
    thread.load()
    plan.load()
    with opened(Keys(Door.SIGN_IN)):
        place = Partnership.objects.get(slug=people.MAIN)
    keys = Keys(Door.MACHINE, (place.pk,))
    with opened(keys):
        action = Action.objects.filter(partnership=place).earliest("pk")
    monkeypatch.setitem(filling.NAMED, "action", str(action.pk))
    return keys


def test_every_form_that_is_taken_leaves_a_mark(client, keys):
    sent = []
    for name in WHO:
        with opened(Keys(Door.SIGN_IN)):
            client.force_login(Person.objects.get(email=f"{name}@callowdale.example"))
        sent += walk(client, f"/p/{people.MAIN}/", keys)
    assert sorted({one.page for one in sent if not one.marks}) == []
    taken = {one.page for one in sent}
    assert len(taken) >= 60, "the walk had too few forms taken to say anything"
    assert pages_that_take_forms() - taken - not_walked() == set(), "neither walked nor excused"
    assert not_walked() & taken == set(), "walked after all: take it off the list"


def test_the_list_of_what_is_not_walked_names_only_pages_that_take_forms():
    assert not_walked() - pages_that_take_forms() == set()


def test_a_form_that_leaves_no_mark_would_be_found(client, keys, monkeypatch):
    monkeypatch.setattr("goldenthread.foundations.trail.actions.record", lambda **_: None)
    with opened(Keys(Door.SIGN_IN)):
        client.force_login(Person.objects.get(email="admin@callowdale.example"))
    sent = list(walk(client, f"/p/{people.MAIN}/sign_in/", keys))
    assert {one.marks for one in sent if one.page == "sign_in:add"} == {0}
