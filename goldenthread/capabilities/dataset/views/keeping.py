"""One figure and its correction; measures added and worded; the threshold for small numbers."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.text import slugify

from goldenthread.capabilities.dataset import actions, forms
from goldenthread.capabilities.dataset.pages.catalogue import parts_of, text_of
from goldenthread.capabilities.dataset.permissions import may_change
from goldenthread.capabilities.dataset.views.showing import go_to, show
from goldenthread.foundations.measures import queries
from goldenthread.foundations.measures.actions import CorrectedMeanwhile, Correction
from goldenthread.foundations.measures.definitions import MAY_CHANGE, Basis
from goldenthread.foundations.people.gate import insist


def figure(request, pk: int) -> HttpResponse:
    """One figure: where it stands, every vintage of it, and what does not add up."""
    found = _figure(request, pk)
    vintages = queries.vintages(found)
    return show(
        request,
        "dataset/figure.jinja",
        figure=found,
        vintages=vintages,
        text_of=text_of,
        parts_of=parts_of,
    )


def correct(request, pk: int) -> HttpResponse:
    insist(may_change(request.member))
    found = _figure(request, pk)
    is_count = Basis(found.measure.basis).is_count or found.measure.basis == Basis.POUNDS
    form = forms.CorrectionForm(request.POST or None, now=found, is_count=is_count)
    if form.is_valid() and (made := _corrected(form, found, request.member)):
        messages.success(request, "The figure has been corrected. The old one is kept beneath it.")
        return go_to(request, "figure", pk=made.pk)
    return show(request, "dataset/correct.jinja", form=form, figure=found, text_of=text_of)


def _corrected(form, found, member):
    """The new vintage, or none when somebody was quicker: then the form says so."""
    kept = form.cleaned_data
    correction = Correction(
        kept["value"], kept.get("numerator"), kept.get("denominator"), kept["reason"]
    )
    try:
        return actions.correct(found, correction, by=member)
    except CorrectedMeanwhile:
        form.add_error(None, "Somebody has corrected this figure meanwhile. Look at it again first")
        return None


def _figure(request, pk: int):
    found = queries.observation(request.member, pk)
    if found is None:
        raise Http404("There is no such figure here")
    return found


def add_measure(request) -> HttpResponse:
    insist(may_change(request.member))
    form = forms.NewMeasureForm(request.POST or None)
    if form.is_valid():
        code = f"own-{slugify(form.cleaned_data['name'])[:110]}"
        if queries.measure(request.member, code):
            form.add_error("name", "There is a measure with this name already")
        else:
            made = actions.add_measure(by=request.member, code=code, **form.cleaned_data)
            return go_to(request, "measure", code=made.code)
    return show(request, "dataset/add_measure.jinja", form=form)


def change_measure(request, code: str) -> HttpResponse:
    insist(may_change(request.member))
    found = get_object_or_404(queries.measures_of(request.member), code=code)
    now = {name: getattr(found, name) for name in MAY_CHANGE}
    form = forms.MeasureWordsForm(request.POST or None, initial=now)
    if form.is_valid():
        actions.change_measure(found, by=request.member, **form.cleaned_data)
        messages.success(request, "The measure has been changed.")
        return go_to(request, "measure", code=code)
    return show(request, "dataset/change_measure.jinja", form=form, measure=found)


def small_numbers(request) -> HttpResponse:
    insist(may_change(request.member))
    now = queries.threshold_of(request.member)
    form = forms.SmallNumbersForm(request.POST or None, initial={"threshold": now})
    if form.is_valid():
        actions.set_threshold(**form.cleaned_data, by=request.member)
        messages.success(request, "From now on, tables and charts for outsiders keep to this.")
        return go_to(request, "small_numbers")
    history = queries.thresholds_of(request.member)
    return show(request, "dataset/small_numbers.jinja", form=form, now=now, history=history)
