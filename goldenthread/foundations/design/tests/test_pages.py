"""What every page has, and the pages for when something goes wrong."""

import json
from datetime import UTC, date, datetime, time
from decimal import Decimal
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template import engines
from django.test import RequestFactory
from jinja2 import UndefinedError

from goldenthread.foundations.design import refusals, words
from goldenthread.foundations.design.changes import words_changed
from goldenthread.foundations.design.marks import RATINGS, SHAPES
from goldenthread.foundations.design.navigation import Item

PAGE = '{% extends "design/base.jinja" %}{% block title %}The plan{% endblock %}{% block content %}<h1>The plan</h1>{% endblock %}'
MEMBER = SimpleNamespace(
    name="Joan Marsh",
    organisation="Northmoor Council",
    partnership="Northmoor",
    slug="northmoor",
    person_id=7,
)


def drawn(source: str = PAGE, member=None, **context) -> BeautifulSoup:
    request = RequestFactory().get("/p/northmoor/plan/3/")
    request.member, request.csp_nonce = member, "only-once"
    page = engines.all()[0].from_string(source).render({"request": request, **context})
    return BeautifulSoup(page, "html.parser")


def nine_places(member):
    return [Item(f"Place {n}", f"/p/northmoor/place-{n}/") for n in range(8)] + [
        Item("Plan", "/p/northmoor/plan/")
    ]


def test_a_title_says_what_where_and_whose():
    assert drawn(member=MEMBER).title.text == "The plan – Northmoor – Golden Thread"
    assert drawn().title.text == "The plan – Golden Thread"


def test_a_title_begins_with_error_when_something_is_wrong():
    class Plan(forms.Form):
        title = forms.CharField()

    assert drawn(form=Plan({})).title.text.startswith("Error: The plan")
    assert drawn(form=Plan()).title.text.startswith("The plan")
    assert drawn(form=Plan({})).select_one(".govuk-error-summary a")["href"] == "#id_title"


def test_a_page_says_who_is_signed_in_and_from_which_seat():
    header = drawn(member=MEMBER).select_one(".gt-account").text
    assert "Joan Marsh" in header
    assert "Northmoor Council" in header


def test_what_does_not_fit_in_the_navigation_stands_under_more(settings):
    settings.NAVIGATION = f"{__name__}.nine_places"
    page = drawn(member=MEMBER)
    assert len(page.select("nav > ul > li > a")) == 6
    assert [a.text for a in page.select(".gt-more a")] == ["Place 6", "Place 7", "Plan"]
    assert page.select_one(".gt-more [aria-current]").text == "Plan"


def test_the_one_inline_script_carries_its_nonce():
    scripts = drawn().select("script")
    assert scripts
    assert all(script.get("src") or script["nonce"] == "only-once" for script in scripts)


def test_no_page_has_inline_style():
    assert not drawn(member=MEMBER).select("style, [style]")


def test_the_demonstration_says_that_it_is_one(settings):
    settings.DEMONSTRATION = True
    assert "invented" in drawn().select_one(".govuk-phase-banner").text
    settings.DEMONSTRATION = False
    assert drawn().select_one(".govuk-phase-banner") is None


def test_a_misspelt_name_is_an_error_and_not_a_blank():
    with pytest.raises(UndefinedError):
        drawn("{{ titel }}")
    with pytest.raises(UndefinedError):
        drawn("{{ request.member.nme }}", member=MEMBER)


@pytest.mark.parametrize(
    ("answer", "status", "said"),
    [
        (lambda r: refusals.bad_request(r), 400, "could not be read"),
        (
            lambda r: refusals.not_allowed(r, PermissionDenied("Only the lead can.")),
            403,
            "Only the lead can.",
        ),
        (
            lambda r: refusals.not_found(r, Http404("This link has run out.")),
            404,
            "This link has run out.",
        ),
        (lambda r: refusals.broken(r), 500, "Nothing was changed"),
        (
            lambda r: refusals.not_from_our_form(r, "CSRF cookie not set."),
            403,
            "The form could not be sent",
        ),
    ],
)
def test_a_refusal_is_a_whole_page_drawn_without_the_database(answer, status, said):
    """Without the `db` fixture any query is an error."""
    request = RequestFactory().get("/p/northmoor/plan/3/")
    request.member = MEMBER
    response = answer(request)
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == status
    assert said in page.main.text
    assert page.h1.text in page.title.text


def test_djangos_own_words_are_not_shown():
    request = RequestFactory().get("/")
    said = [
        Http404("No Audit matches the given query."),
        Http404({"tried": [["secret/"]], "path": "x"}),
    ]
    for exception in said:
        page = refusals.not_found(request, exception).content.decode()
        assert "Audit" not in page
        assert "secret" not in page


def test_when_even_the_page_for_errors_breaks_there_is_an_answer(monkeypatch):
    monkeypatch.setattr(refusals.loader, "get_template", lambda name: 1 / 0)
    response = refusals.broken(RequestFactory().get("/"))
    assert response.status_code == 500
    assert b"Something went wrong" in response.content


def test_a_sentence_typed_by_a_person_is_never_mark_up():
    source = '{% from "design/show.jinja" import empty_state, status, summary, tiles %}{% from "design/story.jinja" import changed, timeline %}{{ empty_state(t, t) }}{{ status(t) }}{{ summary([(t, t)], t) }}{{ tiles([{"number": t, "words": t}]) }}{{ changed("", t) }}{{ timeline([{"what": t, "who": t, "when": day, "detail": t}]) }}'
    page = drawn(source, t="<script>alert(1)</script>", day=date(2026, 1, 1))
    assert not page.select("script")
    assert page.text.count("<script>alert(1)</script>") >= 10


def test_each_tone_has_a_shape_of_its_own():
    assert len(set(SHAPES.values())) == len(SHAPES)
    assert {tone for tone, _ in RATINGS.values()} <= set(SHAPES)


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "new"), ("the cat sat", "the dog sat down"), ("a b c", "a b c"), ("gone", ""), ("", "")],
)
def test_what_changed_gives_both_versions_back(before, after):
    runs = words_changed(before, after)
    assert "".join(text for kind, text in runs if kind != "new") == before
    assert "".join(text for kind, text in runs if kind != "gone") == after


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (words.day(date(2026, 1, 13)), "13 January 2026"),
        (words.day(None), "No date yet"),
        (words.day_and_time(datetime(2026, 7, 1, 13, 5, tzinfo=UTC)), "1 July 2026 at 2:05pm"),
        (words.clock_time(time(12)), "midday"),
        (words.counted(0, "action"), "no actions"),
        (words.counted(1, "child", "children"), "1 child"),
        (words.counted(1203, "child", "children"), "1,203 children"),
        (words.listed(["a", "b", "c"]), "a, b and c"),
        (words.pounds(Decimal("-44")), "-£44"),
        (words.pounds(Decimal("12.50")), "£12.50"),
    ],
)
def test_dates_numbers_and_lists_are_written_as_people_write_them(written, expected):
    assert written == expected


# What GOV.UK Frontend 6.3.0's own fixtures say these components come out as, attribute by attribute.
FIXTURES = [
    ("tag", "govukTag", {"text": "alpha"}, '<strong class="govuk-tag">alpha</strong>'),
    (
        "back-link",
        "govukBackLink",
        {},
        '<a href="#" class="govuk-back-link">Back</a>',
    ),
    (
        "inset-text",
        "govukInsetText",
        {"text": "It can take up to 8 weeks."},
        '<div class="govuk-inset-text">It can take up to 8 weeks.</div>',
    ),
]


@pytest.mark.parametrize(("component", "macro", "params", "html"), FIXTURES)
def test_the_macros_draw_what_the_design_system_does(component, macro, params, html):
    source = f'{{% from "govuk_frontend_jinja/components/{component}/macro.html" import {macro} %}}{{{{ {macro}({json.dumps(params)}) }}}}'
    got, wanted = drawn(source).find(), BeautifulSoup(html, "html.parser").find()
    assert (got.name, got.attrs, got.text.strip()) == (wanted.name, wanted.attrs, wanted.text)
