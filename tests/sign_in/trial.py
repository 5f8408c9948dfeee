"""A page with a long form, for trying out what is kept while one types. Only for tests."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import path

from goldenthread.config.urls import urlpatterns as of_the_site
from goldenthread.foundations.people import entrances
from goldenthread.foundations.sign_in.drafts.queries import typed

PAGE = """
{% extends "design/base.jinja" %}
{% from "design/form.jinja" import fields %}
{% from "sign_in/draft.jinja" import offer, save_for_later %}
{% block title %}A long answer{% endblock %}
{% block content %}
<h1 class="govuk-heading-l">A long answer</h1>
{{ offer(kept_here) }}
<form method="post">{{ csrf_input }}{{ fields(form) }}
<button class="govuk-button" type="submit">Send</button>
{{ save_for_later(request, kept_here) }}</form>
{% endblock %}
"""


class LongForm(forms.Form):
    what_happened = forms.CharField(label="What happened", widget=forms.Textarea)


def trial(request):
    form = LongForm(request.POST or None, initial=typed(request))
    if form.is_valid():
        trial.received.append(form.cleaned_data["what_happened"])
        return redirect("inbox")
    return HttpResponse(engines["jinja2"].from_string(PAGE).render({"form": form}, request))


trial.received = []
urlpatterns = [*of_the_site, path("trial/", trial, name="trial")]
PAGES = {"trial": entrances.SignedIn(changes_own_things=True)}
