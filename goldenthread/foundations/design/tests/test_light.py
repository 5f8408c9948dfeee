"""Our own quick drawings of fields are the same page as GOV.UK's macros make, for all that a form can ask."""

from itertools import product

import pytest
from bs4 import BeautifulSoup, Tag
from django import forms
from django.template import engines

from goldenthread.foundations.design.drawing import drawing
from goldenthread.foundations.design.fields import CountField, PoundsField, Searchable
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look

LIGHT = ("input", "select", "checkboxes", "radios")
OURS = '{% import "design/light.jinja" as light %}{{ light[drawn.component](drawn.params) }}'
THEIRS = (
    '{% import "govuk_frontend_jinja/components/" ~ drawn.component ~ "/macro.html" as theirs %}'
    "{{ theirs[drawn.macro](drawn.params) }}"
)
KINDS = [("themed", "Themed & “deep”"), ("other", "Something <else>"), ("none", "None")]
OFTEN = forms.EmailInput({"autocomplete": "email", "data-kept": "yes"})


class Everything(GovukForm):
    title = forms.CharField(label="Title <of it>", max_length=20)
    address = forms.EmailField(label="Work e-mail", widget=OFTEN)
    cost = PoundsField(label="Cost")
    children = CountField(label="Children")
    kind = forms.ChoiceField(label="Kind", choices=KINDS, widget=forms.RadioSelect)
    other = forms.CharField(label="Say what kind")
    agencies = forms.MultipleChoiceField(label="Agencies", choices=KINDS)
    lead = forms.ChoiceField(label="Lead", choices=[("", "---"), *KINDS])
    found = forms.ChoiceField(label="Found", choices=KINDS, widget=Searchable)
    agreed = forms.BooleanField(label="I agree")


HINTS = {"hints": {"themed": "About <one> thing"}}
PLAIN: dict[str, Look] = {}
DRESSED = {
    "title": Look(size="page", width="two-thirds", suffix="cases"),
    "kind": Look(size="page", inline=True, small=True, **HINTS),
    "other": Look(revealed_by=("kind", "other")),
    "agencies": Look(size="m", small=True, **HINTS),
}
TYPED = {"title": 'a "b" <c>', "address": "a@b.example", "cost": "12", "agencies": ["other"]}
TYPED |= {"kind": "other", "lead": "other", "found": "none", "agreed": "on"}


def form_of(looks, answers, hint):
    form = Everything(answers)
    form.looks = looks
    for field in form.fields.values():
        field.help_text = hint
    return form


def tree(part) -> list:
    """A page as its tags, attributes and words, without the spaces between them."""
    if isinstance(part, Tag):
        inside = [made for child in part.children if (made := tree(child))]
        return [part.name, {k: part.attrs[k] for k in sorted(part.attrs)}, inside]
    return " ".join(part.split())


def drawn_by(template: str, field) -> list:
    page = engines["jinja2"].from_string(template).render({"drawn": drawing(field)})
    return tree(BeautifulSoup(page, "html.parser"))


@pytest.mark.parametrize("name", Everything.base_fields)
def test_a_light_field_is_the_page_that_govuk_makes(name):
    compared = 0
    for looks, answers, hint in product((PLAIN, DRESSED), (None, {}, TYPED), ("", "Say <all>")):
        field = form_of(looks, answers, hint)[name]
        assert drawing(field).component in LIGHT
        assert drawn_by(OURS, field) == drawn_by(THEIRS, field)
        compared += 1
    assert compared == 12


def test_a_form_draws_its_fields_by_the_light_ones(monkeypatch):
    env = engines["jinja2"].env
    official = [f"govuk_frontend_jinja/components/{name}/macro.html" for name in LIGHT]
    asked = []
    load = env.get_template
    monkeypatch.setattr(env, "get_template", lambda n, *a, **k: asked.append(n) or load(n, *a, **k))
    page = "".join(field.as_field_group() for field in form_of(PLAIN, None, ""))
    assert page.count("govuk-form-group") == len(Everything.base_fields)
    assert "design/light.jinja" in asked
    assert not set(asked) & set(official)
