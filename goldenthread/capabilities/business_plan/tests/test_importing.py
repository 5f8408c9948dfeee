"""A plan comes in from a file: all of it or nothing, told row by row, and twice is once."""

import io
from datetime import date

import pytest
from docx import Document

from goldenthread.capabilities.business_plan.actions import importing
from goldenthread.capabilities.business_plan.models import IncomingPlan, Objective, Plan, Progress
from goldenthread.capabilities.business_plan.queries.importing import Does
from goldenthread.capabilities.business_plan.rules.plan_file.reading import read_plan
from goldenthread.capabilities.business_plan.tests.conftest import EXAMPLE, words
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Group

HEAD = "Priority,Objective number,Objective,Due,Owners,RAG,Progress\n"


def upload(content: bytes | str, name="plan.csv"):
    given = io.BytesIO(content.encode() if isinstance(content, str) else content)
    given.name = name
    return given


def take_in(text: str, plan, by):
    with under(by):
        return importing.take_in(read_plan(text.encode(), "p.csv"), plan=plan, name="p.csv", by=by)


def test_the_published_plan_is_read_whole_without_a_word(db):
    read = read_plan(EXAMPLE.read_bytes(), EXAMPLE.name)
    assert len(read.rows) == 32
    assert not read.messages
    assert {row.priority_number for row in read.rows} == set("123456")
    first = read.rows[0]
    assert (first.number, first.due_on, first.due_is_month) == ("1.1", date(2020, 1, 31), True)
    assert first.owners == ("All subgroups",)
    assert all(row.rating is None for row in read.rows)


def test_the_published_plan_comes_in_through_the_site_and_a_second_time_changes_nothing(here):
    sent = {
        "into": "new", "title": "Plan 2019/21",
        "starts_on-day": "1", "starts_on-month": "4", "starts_on-year": "2019",
        "ends_on-day": "31", "ends_on-month": "3", "ends_on-year": "2021",
    }  # fmt: skip
    answer = here.send("bring", {"file": upload(EXAMPLE.read_bytes(), "plan.csv"), **sent})
    assert "Nothing has been kept yet" in answer.content.decode()
    with under(here.member):
        assert not Objective.objects.exists()
    answer = here.client.post(answer.redirect_chain[-1][0], {}, follow=True)
    assert "32 objectives added, 0 changed" in answer.content.decode()
    with under(here.member):
        plan = Plan.objects.get()
        assert set(Objective.objects.values_list("rating", flat=True)) == {""}
    again = {"file": upload(EXAMPLE.read_bytes(), "plan.csv"), "into": str(plan.pk)}
    shown = words(here.post("bring", again))
    assert "would change nothing" in shown
    assert "Bring this plan in" not in shown


def test_every_fault_is_told_with_its_row_and_column_and_nothing_is_kept(here, plan):
    rows = (
        "Early support,1.1,Do this,31/02/2027,Health,,\n"
        "Early support,1.2,,March 2027,Health,,\n"
        "Early support,1.3,Do that,March 2027,Health,purple,\n"
        "Early support,,No number,March 2027,Health,,\n"
        "Early support,1.5,Twice,March 2027,,green,\n"
        "Early support,1.5,Twice again,March 2027,,,\n"
    )
    shown = words(here.post("bring", {"file": upload(HEAD + rows), "into": str(plan.pk)}))
    for place, told in [
        ("row 2, column D", "February 2027 has no day 31"),
        ("row 3, column C", "Enter the objective"),
        ("row 4, column F", "“purple” is not one of the choices"),
        ("row 5, column B", "Give the objective a number"),
        ("row 7, column B", "Row 6 has the same objective number"),
    ]:
        assert place in shown, place
        assert told in shown, told
    assert "Bring this plan in" not in shown
    with under(here.member):
        assert not Objective.objects.exists()


def test_a_post_that_skips_the_preview_keeps_nothing_of_a_faulty_file(manager, plan):
    with pytest.raises(importing.NotKept, match="row 2, column D"):
        take_in(HEAD + "Early support,1.1,Do this,soonish,Health,,\n", plan, manager)
    with under(manager):
        assert not plan.priorities.exists()


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"%PDF-1.7 not a table", "plan.pdf", "PDF"),
        (b"", "plan.csv", "empty"),
        (b"\x00\x01\x02\x03" * 40, "plan.csv", "plan.csv"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(here, plan, content, name, told):
    answer = here.send("bring", {"file": upload(content, name), "into": str(plan.pk)})
    assert answer.status_code == 200
    assert told in answer.content.decode()
    with under(here.member):
        assert not Objective.objects.exists()


def test_a_word_table_and_utf_16_are_read_too(manager, plan):
    book = Document()
    table = book.add_table(rows=2, cols=3)
    for cell, text in zip(
        [*table.rows[0].cells, *table.rows[1].cells],
        ["Priority", "Objective", "By when", "1. Early support", "1.1 Do this", "March 2027"],
        strict=True,
    ):
        cell.text = text
    held = io.BytesIO()
    book.save(held)
    read = read_plan(held.getvalue(), "plan.docx")
    assert [(row.number, row.text, row.priority_title) for row in read.rows] == [
        ("1.1", "Do this", "Early support")
    ]
    wide = (HEAD + "Early support,1.1,Do this,March 2027,,,\n").encode("utf-16")
    assert [row.number for row in read_plan(wide, "plan.csv").rows] == ["1.1"]


def test_headings_that_say_nothing_are_asked_about(here, plan):
    odd = "Spalte A,Spalte B\n1.1 Do this,Early support\n"
    page = here.post("bring", {"file": upload(odd), "into": str(plan.pk)})
    assert "Which column of plan.csv is which?" in words(page)
    chosen = {"text": "Spalte A", "priority_title": "Spalte B"}
    shown = words(here.post("columns", chosen, pk=page_key(here)))
    assert "1.1 Do this" in shown
    assert "Bring this plan in" in shown


def test_a_column_that_is_not_read_is_named(here, plan):
    odd = HEAD.replace("RAG", "Mood") + "Early support,1.1,Do this,March 2027,,sunny,\n"
    shown = words(here.post("bring", {"file": upload(odd), "into": str(plan.pk)}))
    assert "These columns are not read: Mood" in shown


def page_key(here) -> int:
    from goldenthread.capabilities.business_plan.models import IncomingPlan

    with under(here.member):
        return IncomingPlan.objects.get().pk


def test_a_changed_row_changes_only_what_it_says(manager, plan):
    take_in(HEAD + "Early support,1.1,Do this,March 2027,Health,green,Begun\n", plan, manager)
    again = HEAD + "Early support,1.1,Do this now,,,,\n"
    counted = take_in(again, plan, manager)
    assert counted == {Does.CHANGES: 1}
    with under(manager):
        objective = Objective.objects.get()
        assert objective.text == "Do this now"
        assert objective.due_on == date(2027, 3, 31)
        assert objective.rating == "green"
        assert [str(owner) for owner in objective.owners.all()] == ["Health"]
        assert Progress.objects.get().text == "Begun"


def test_owners_are_found_among_groups_and_organisations_by_name(manager, plan, owner):
    with under(manager):
        Group.objects.create(
            partnership_id=plan.partnership_id, name="Practice Review Sub-Group", kind="sub-group"
        )
    rows = f"Early support,1.1,Do this,,practice review; {owner.organisation.upper()}; Nobody known"
    take_in(HEAD + f"{rows},,\n", plan, manager)
    with under(manager):
        owners = list(Objective.objects.get().owners.all())
    assert [bool(o.group_id) for o in owners] == [True, False, False]
    assert owners[1].organisation_id == owner.organisation_id
    assert owners[2].name == "Nobody known"


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_goes_out_comes_back_in_and_changes_nothing(here, manager, plan, kind):
    take_in(EXAMPLE.read_text(), plan, manager)
    take_in(HEAD + "=1+1,7.1,=HYPERLINK(1),31/03/2027,@evil,red,-told\n", plan, manager)
    answer = here.ask("export", pk=plan.pk, kind=kind)
    content = b"".join(answer.streaming_content)
    read = read_plan(content, f"plan.{kind}")
    assert len(read.rows) == 33
    with under(manager):
        counted = importing.take_in(read, plan=plan, name="back", by=manager)
    assert counted == {Does.NOTHING: 33}


def test_an_export_runs_nothing(here, manager, plan):
    take_in(HEAD + "Early,7.1,=HYPERLINK(1),31/03/2027,@evil,red,+told\n", plan, manager)
    sheet = b"".join(here.ask("export", pk=plan.pk, kind="csv").streaming_content).decode()
    assert ",=HYPERLINK" not in sheet
    assert "'=HYPERLINK(1)" in sheet
    assert "'@evil" in sheet
    book = b"".join(here.ask("export", pk=plan.pk, kind="xlsx").streaming_content)
    assert book[:2] == b"PK"
    assert b"<f>" not in book


def test_a_plan_goes_out_as_word_with_its_priorities_as_headings(here, manager, plan):
    take_in(EXAMPLE.read_text(), plan, manager)
    answer = here.ask("export", pk=plan.pk, kind="docx")
    book = Document(io.BytesIO(answer.content))
    headings = [p.text for p in book.paragraphs if p.style.name.startswith("Heading")]
    assert "Priority 6: Impact of trauma" in headings
    assert len(book.tables) == 6
    assert "Not rated yet" in book.tables[0].rows[1].cells[4].text


def test_a_plan_that_has_ended_takes_nothing_in(manager, plan, in_force):
    from goldenthread.capabilities.business_plan.actions import plans

    with under(manager):
        plans.take_step("end", plan=plan, reason="Over", by=manager)
        plan.refresh_from_db()
    with pytest.raises(Exception, match="The plan has ended"):
        take_in(HEAD + "Early,7.1,Late,,,,\n", plan, manager)


@pytest.mark.parametrize("content", [b"%PDF-1.7 no table", b"PK\x03\x04" + b"\0" * 50])
def test_a_file_that_cannot_be_read_is_refused_at_once_and_not_kept(here, manager, plan, content):
    page = here.post("bring", {"file": upload(content, "bad.csv"), "into": str(plan.pk)})
    assert "bad.csv" in page.find(class_="govuk-error-summary").get_text()
    with under(manager):
        assert not IncomingPlan.objects.exists()
