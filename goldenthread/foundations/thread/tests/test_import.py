"""An action log comes in whole or not at all, and goes out in the shape it came."""

import csv
import io

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.engine.intake.messages import Unreadable
from goldenthread.foundations.clocks.models import Due
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread import actions
from goldenthread.foundations.thread.actions import importing
from goldenthread.foundations.thread.examples import EXAMPLES, path_of
from goldenthread.foundations.thread.models import (
    Action,
    ActionLog,
    ImportedRow,
    Recommendation,
)
from goldenthread.foundations.thread.tests import making
from goldenthread.foundations.thread.tests.browsing import address, get, post, soup, words
from goldenthread.foundations.thread.tests.logs import LOG, TO_SEE, brought_in, exported, uploaded


@pytest.fixture
def manager(db):
    return factories.member(
        Role.BUSINESS_MANAGER, organisation=factories.OrganisationFactory(name="West Police")
    )


def test_rows_become_actions_with_owner_due_stage_and_recommendation(manager):
    brought_in(manager, uploaded(manager))
    with under(manager):
        first, second = Action.objects.order_by("reference")
        assert first.text == "Write the list"
        assert first.owner_organisation_id == manager.organisation_id
        assert first.owner_seat_id == manager.seat_id
        assert f"{first.due_on} {second.due_on}" == "2030-06-30 2030-05-31"
        assert (first.stage, second.stage) == ("in progress", "reported done")
        assert first.recommendation_id == second.recommendation_id
        assert second.owner_name == "Nobody yet, The Trust"
        assert [str(t) for t in first.recommendation.themes.all()] == ["local:neglect"]
        assert Due.objects.filter(settled_at=None).count() == 2


def test_what_the_log_calls_done_is_never_complete_here(manager):
    brought_in(manager, uploaded(manager), if_done="closed")
    with under(manager):
        closed = Action.objects.get(reference="A2")
        assert closed.stage == "closed"
        assert "no evidence was seen here" in closed.moves.get().reason
        assert not Action.objects.filter(stage="complete").exists()


def test_untouched_it_goes_out_exactly_as_it_came(client, manager):
    log = brought_in(manager, uploaded(manager))
    assert exported(client, manager, log) == list(csv.reader(io.StringIO(LOG)))


def test_only_what_changed_is_new_when_it_goes_out(client, manager):
    log = brought_in(manager, uploaded(manager))
    with under(manager):
        action = Action.objects.get(reference="A1")
        actions.take_action_step("close", action=action, reason="Done nationally", by=manager)
    header, first, second = exported(client, manager, log)
    assert first[header.index("Status")] == "No longer required"
    assert first[header.index("RAG")] == "Grey"
    assert first[header.index("Notes to self")] == "keep me"
    assert first[header.index("Lead agency")] == "West Police"
    assert second == list(csv.reader(io.StringIO(LOG)))[2]


def test_a_new_action_goes_out_in_the_same_columns(client, manager):
    log = brought_in(manager, uploaded(manager))
    making.action(manager, "Captured later", owner=manager)
    rows = exported(client, manager, log)
    assert rows[-1][:3] == ["A0001", "", "Captured later"]


def test_our_own_columns_can_be_brought_in_again(client, manager):
    making.action(manager, "Write the list", owner=manager)
    rows = exported(client, manager, None)
    again = io.StringIO()
    csv.writer(again).writerows(rows)
    log = brought_in(manager, uploaded(manager, again.getvalue().encode(), "again.csv"))
    assert log.rows_in == 1
    with under(manager):
        assert Action.objects.filter(text="Write the list", due_on=making.DUE).count() == 2


def test_the_export_keeps_to_the_filter(client, manager):
    log = brought_in(manager, uploaded(manager))
    assert len(exported(client, manager, log, "?words=teams")) == 2


def test_nothing_that_looks_like_a_formula_goes_out_alive(client, manager):
    making.action(manager, "=cmd|' /C calc'!A0")
    assert exported(client, manager, None)[1][2].startswith("'=")


def test_an_excel_export_opens_with_the_same_cells(client, manager):
    from goldenthread.engine.intake.reading import read_tables

    log = brought_in(manager, uploaded(manager))
    where = address("export-as", manager, shape=log.pk, kind="xlsx")
    answer = factories.sign_in(client, manager).get(where)
    table = read_tables(b"".join(answer.streaming_content), "out.xlsx")[0]
    assert table.header[:3] == ["Ref", "Recommendation", "Action"]
    assert [row.cells[2] for row in table.rows] == ["Write the list", "Tell the teams"]


def test_confirming_twice_brings_it_in_once(manager):
    log = uploaded(manager)
    brought_in(manager, log)
    brought_in(manager, log)
    with under(manager):
        assert Action.objects.count() == 2


def test_the_file_is_let_go_once_its_rows_are_in(manager):
    log = brought_in(manager, uploaded(manager))
    with under(manager):
        assert ActionLog.objects.get(pk=log.pk).content is None


def test_a_row_that_cannot_be_read_stops_everything_until_it_is_left_out(manager):
    log = uploaded(manager, LOG.replace("30/06/2030", "31/02/2030").encode())
    with pytest.raises(PermissionDenied, match="cannot be read"):
        brought_in(manager, log)
    with under(manager):
        assert not Action.objects.exists()
    assert brought_in(manager, log, leave_out_refused=True).rows_in == 1


def test_killed_half_way_nothing_is_half_done(manager, monkeypatch):
    def killed(*args, **kwargs):
        raise KeyboardInterrupt

    log = uploaded(manager)
    monkeypatch.setattr(ImportedRow.objects, "bulk_create", killed)
    with pytest.raises(KeyboardInterrupt):
        brought_in(manager, log)
    with under(manager):
        assert not Action.objects.exists()
        assert not Recommendation.objects.exists()
        assert ActionLog.objects.get(pk=log.pk).brought_in_at is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("log.csv", b""),
        ("log.csv", b"\xff\xfe\x00\xd8garbage"),
        ("log.xlsx", b"PK\x03\x04 not really"),
        ("log.xls", b"\xd0\xcf\x11\xe0 not really"),
        ("log.docx", b"<html>no</html>"),
        ("log.pdf", b"%PDF-1.7 not a table"),
    ],
)
def test_a_hostile_or_broken_file_changes_nothing_and_says_why(client, manager, name, content):
    upload = SimpleUploadedFile(name, content)
    page = soup(post(client, manager, "import", {"file": upload}))
    told = words(page.find(class_="govuk-error-summary"))
    assert name in told or "empty" in told
    with under(manager):
        assert not ActionLog.objects.exists()
    with under(manager), pytest.raises(Unreadable):
        importing.upload_log(name=name, content=content, by=manager)


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_comes_in_by_the_whole_journey(client, manager, name):
    page = get(client, manager, "import")
    assert name in str(page)
    download = client.get(address("import-example", manager, name=name))
    content = b"".join(download.streaming_content)
    assert content == path_of(name).read_bytes()
    answer = post(client, manager, "import", {"file": SimpleUploadedFile(name, content)})
    while "preview" not in answer.url:
        answer = go_on(client, answer.url)
    page = BeautifulSoup(client.get(answer.url).content, "html.parser")
    assert "Rows that cannot be read 0" in words(page)
    answer = client.post(answer.url, {"if_done": TO_SEE})
    assert answer.status_code == 302
    assert f"10 actions brought in from {name}" in words(get(client, manager, "index"))


def go_on(client, url):
    """Send the page's form back as it stands, as someone who agrees with what is suggested."""
    page = BeautifulSoup(client.get(url).content, "html.parser")
    form = page.find("main").find("form")
    typed = {s["name"]: chosen(s) for s in form.find_all("select")}
    typed |= {r["name"]: r["value"] for r in form.find_all("input", checked=True)}
    answer = client.post(url, {**typed, "go": "on"})
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    return answer


def chosen(select):
    option = select.find("option", selected=True)
    return option["value"] if option else ""


def test_what_a_log_calls_an_organisation_is_learned(client, manager):
    trust = factories.OrganisationFactory(name="Vale Hospitals NHS Trust")
    making.colleague(manager, Role.AGENCY_LEAD, organisation=trust)
    log = uploaded(manager)
    page = get(client, manager, "import-organisations", pk=log.pk)
    assert "The Trust" in words(page)
    post(client, manager, "import-organisations", {"word-0": trust.pk}, pk=log.pk)
    brought_in(manager, log)
    with under(manager):
        assert Action.objects.get(reference="A2").owner_organisation_id == trust.pk


def test_columns_are_mapped_by_hand(client, manager):
    log = uploaded(manager)
    page = soup(
        post(
            client,
            manager,
            "import-columns",
            {"column-0": "action", "column-2": "action"},
            pk=log.pk,
        )
    )
    assert "is already the Action" in words(page)
    page = soup(post(client, manager, "import-columns", {"column-0": "reference"}, pk=log.pk))
    assert "Choose the column that says what is to be done" in words(page)
    post(client, manager, "import-columns", {"column-2": "action"}, pk=log.pk)
    with under(manager):
        assert ActionLog.objects.get(pk=log.pk).mapping == {"Action": "action"}


def test_another_partnership_and_other_roles_cannot_reach_a_log(client, manager):
    log = uploaded(manager)
    stranger = factories.member(Role.BUSINESS_MANAGER)
    where = address("import-preview", stranger, pk=log.pk)
    assert factories.sign_in(client, stranger).get(where).status_code == 404
    lead = making.colleague(manager, Role.AGENCY_LEAD)
    with under(lead), pytest.raises(PermissionDenied, match="business unit"):
        importing.upload_log(name="log.csv", content=LOG.encode(), by=lead)
