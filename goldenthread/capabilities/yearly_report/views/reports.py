"""The list of reports, one report as its writers see it, and the headings it must answer."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from goldenthread.capabilities.yearly_report import drafting, pages
from goldenthread.capabilities.yearly_report.forms import HeadingForm, StartForm, editions
from goldenthread.capabilities.yearly_report.views.found import drawing_of, report_of
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.publishing import actions, permissions, queries
from goldenthread.foundations.publishing import headings as required_headings


def index(request):
    reports = queries.reports_of(request.member)
    return render(
        request, "yearly_report/index.jinja", {"page": pages.IndexPage.of(reports, request.member)}
    )


def start(request):
    insist(permissions.may_manage(request.member))
    form = StartForm(request.POST or None)
    if form.is_valid():
        how = form.cleaned_data.pop("how")
        if queries.reports_of(request.member).filter(
            title=form.cleaned_data["title"], period=form.cleaned_data["period"]
        ):
            form.add_error(
                "title", "There is a report of this name for this year. Choose another name."
            )
        else:
            report = drafting.begin(
                **form.cleaned_data, from_record=how == "draft", by=request.member
            )
            return redirect("yearly_report:report", request.member.slug, report.pk)
    return render(request, "yearly_report/start.jinja", {"form": form})


def report(request, pk):
    report = report_of(request, pk)
    page = pages.ReportPage.of(report, drawing_of(request, report), request.member)
    return render(request, "yearly_report/report.jinja", {"page": page})


def headings(request):
    chosen = request.GET.get("edition", "")
    names = [name for name, _ in editions()]
    edition = chosen if chosen in names else names[0]
    rows = required_headings.required(request.member, edition)
    page = pages.HeadingsPage.of(edition, names, rows, request.member)
    return render(request, "yearly_report/headings.jinja", {"page": page})


def correct_heading(request, edition, number):
    insist(permissions.may_manage(request.member))
    if edition not in dict(editions()):
        raise Http404
    heading = pages.heading_or_404(required_headings.required(request.member, edition), number)
    initial = {"title": heading.title, "confirmed": heading.confirmed}
    form = HeadingForm(request.POST or None, initial=initial)
    if form.is_valid():
        actions.correct_heading(
            edition=edition, number=number, **form.cleaned_data, by=request.member
        )
        messages.success(request, "The heading was corrected for your partnership")
        return redirect("yearly_report:headings", request.member.slug)
    return render(
        request, "yearly_report/correct_heading.jinja", {"form": form, "heading": heading}
    )
