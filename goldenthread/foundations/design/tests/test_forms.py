"""What a person sees of a form: each field as the right component, each error where it is put right."""

from datetime import date, time
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.template import engines

from goldenthread.foundations.design.dates import DateField
from goldenthread.foundations.design.fields import CountField, PoundsField, TimeOfDayField
from goldenthread.foundations.design.forms import GovukForm, Section
from goldenthread.foundations.design.look import Look

PAGE = (
    '{% from "design/form.jinja" import error_summary, whole_form %}'
    '{{ error_summary(form) }}{{ whole_form(form, "", cancel="/back/") }}'
)
KINDS = [("themed", "Themed"), ("other", "Something else")]


class Plan(GovukForm):
    title = forms.CharField(label="Title", max_length=60)
    kind = forms.ChoiceField(label="Kind of audit", choices=KINDS, widget=forms.RadioSelect)
    other = forms.CharField(label="Kind in words")
    due = forms.DateField(label="Date due")
    agencies = forms.MultipleChoiceField(label="Agencies", choices=[("a", "A"), ("b", "B")])
    scope = forms.CharField(label="Which cases?", widget=forms.Textarea, max_length=20)
    looks = {"other": Look(revealed_by=("kind", "other"))}
    sections = (Section("About it", ("title", "kind")),)


GOOD = {
    "title": "Neglect",
    "kind": "themed",
    "due-day": "27",
    "due-month": "3",
    "due-year": "2027",
    "agencies": ["a", "b"],
    "scope": "Twelve cases",
}


def drawn(form) -> BeautifulSoup:
    return BeautifulSoup(engines.all()[0].from_string(PAGE).render({"form": form}), "html.parser")


def summary(form) -> dict[str, str]:
    return {a.text.strip(): a["href"] for a in drawn(form).select(".govuk-error-summary a")}


def test_a_right_answer_passes():
    form = Plan(GOOD)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["due"] == date(2027, 3, 27)
    assert form.cleaned_data["other"] == ""


def test_each_error_says_what_to_do_and_leads_to_its_field():
    form = Plan({})
    page = drawn(form)
    assert summary(form) == {
        "Enter title": "#id_title",
        "Select kind of audit": "#id_kind",
        "Enter date due": "#id_due-day",
        "Select agencies": "#id_agencies",
        "Enter an answer to “Which cases?”": "#id_scope",
    }
    assert all(page.select_one(f'[id="{href[1:]}"]') for href in summary(form).values())


@pytest.mark.parametrize(
    ("typed", "message", "part"),
    [
        (("31", "2", "2027"), "Date due must be a real date", "day"),
        (("1", "13", "2027"), "Date due must be a real date", "month"),
        (("1", "smarch", "2027"), "Date due must be a real date", "month"),
        (("", "3", "2027"), "Date due must include a day", "day"),
        (("3", "", ""), "Date due must include a month and year", "month"),
        (("3", "4", "27"), "Year must include 4 numbers", "year"),
        (("/", "/", "/"), "Year must include 4 numbers", "year"),
        (("٣", "4", "2027"), "", ""),
        (("²", "4", "2027"), "Date due must be a real date", "day"),
        (("1", "²", "2027"), "Date due must be a real date", "month"),
        (("1", "1", "²²²²"), "Year must include 4 numbers", "year"),
        (("1", "1", "0000"), "Date due must be a real date", "day"),
    ],
)
def test_a_wrong_date_names_its_wrong_part(typed, message, part):
    form = Plan(GOOD | dict(zip(("due-day", "due-month", "due-year"), typed, strict=True)))
    assert summary(form) == ({message: f"#id_due-{part}"} if message else {})
    if part:
        boxes = drawn(form).select(".govuk-date-input .govuk-input--error")
        assert boxes[0]["id"] == f"id_due-{part}"
    assert [i["value"] for i in drawn(form).select(".govuk-date-input input")] == list(typed)


@pytest.mark.parametrize("month", ["3", "03", "mar", "March", "MARCH"])
def test_a_month_may_be_written_as_people_write_it(month):
    form = Plan(GOOD | {"due-month": month})
    assert form.is_valid(), form.errors


def test_a_question_that_nobody_was_asked_cannot_be_wrong_and_is_not_kept():
    form = Plan(GOOD | {"other": "left over from before"})
    assert form.is_valid()
    assert form.cleaned_data["other"] == ""


def test_a_question_that_was_brought_out_must_be_answered():
    form = Plan(GOOD | {"kind": "other"})
    assert summary(form) == {"Enter kind in words": "#id_other"}
    inside = drawn(form).select_one(".govuk-radios__conditional #id_other")
    assert inside is not None
    assert len(drawn(form).select('[name="other"]')) == 1


def test_nothing_typed_is_lost():
    page = drawn(Plan(GOOD | {"title": "", "scope": "A <b>long</b> answer & more than twenty"}))
    assert page.textarea.text.strip() == "A <b>long</b> answer & more than twenty"
    assert [box["value"] for box in page.select("input[name=agencies][checked]")] == ["a", "b"]
    assert page.select_one("input[name=kind][checked]")["value"] == "themed"


def test_too_long_an_answer_says_how_long_it_may_be():
    form = Plan(GOOD | {"scope": "x" * 21})
    assert list(summary(form)) == ["The answer to “Which cases?” must be 20 characters or fewer"]


def test_an_error_of_the_whole_form_leads_to_its_first_field():
    form = Plan(GOOD)
    form.add_error(None, "This audit was planned twice")
    assert summary(form) == {"This audit was planned twice": "#id_title"}


def test_sections_have_legends_and_hold_their_fields():
    page = drawn(Plan())
    about = page.find("legend", string=lambda text: "About it" in text).parent
    assert {i["name"] for i in about.select("input")} >= {"title", "kind"}
    assert page.select_one("#id_due-day").find_parent("fieldset") is not about


def test_a_form_with_a_file_says_so():
    class WithFile(GovukForm):
        paper = forms.FileField()

    page = drawn(WithFile())
    assert page.form["enctype"] == "multipart/form-data"
    assert summary(WithFile({})) == {"Choose a file: paper": "#id_paper"}


def test_a_message_that_a_form_wrote_itself_is_kept():
    class Own(GovukForm):
        title = forms.CharField(error_messages={"required": "Say what it is called"})

    assert list(summary(Own({}))) == ["Say what it is called"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", time(14, 30)),
        ("2.30 PM", time(14, 30)),
        ("2pm", time(14)),
        ("12am", time(0)),
        ("Midday", time(12)),
    ],
)
def test_a_time_may_be_written_as_people_write_it(typed, meant):
    assert TimeOfDayField().clean(typed) == meant


@pytest.mark.parametrize("typed", ["25:00", "14", "13pm", "0am", "half past two", "14:75"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        TimeOfDayField().clean(typed)


def test_numbers_may_have_their_thousands_parted():
    assert PoundsField().clean("£23,022.50") == Decimal("23022.50")
    assert CountField().clean("1,203") == 1203


@pytest.mark.parametrize("typed", ["NaN", "Infinity", "1e9999", "£", "--", "12.345", "1" * 5000])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        PoundsField().clean(typed)


def test_a_date_that_is_known_is_shown_in_its_parts():
    class Known(forms.Form):
        due = DateField(initial=date(2026, 1, 13))

    assert [i["value"] for i in drawn(Known()).select("input")] == ["13", "1", "2026"]
