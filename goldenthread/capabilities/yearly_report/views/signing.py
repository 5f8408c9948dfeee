"""From draft to signed to published."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldenthread.capabilities.yearly_report import pages, printing, waiting
from goldenthread.capabilities.yearly_report.forms import ReasonForm, SignForm
from goldenthread.capabilities.yearly_report.views.found import drawing_of, report_of
from goldenthread.foundations.design.words import counted
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.publishing import permissions, signing
from goldenthread.foundations.publishing.rules import WORKFLOW


def sign(request, pk):
    report = report_of(request, pk)
    insist(permissions.may_sign(request.member, report))
    drawing = drawing_of(request, report)
    form = SignForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        signing.sign(
            report=report,
            of=drawing.fingerprint,
            signed=said["decision"] == "yes",
            words=said["words"],
            by=request.member,
        )
        waiting.signed_by(report, by=request.member)
        prepare(report, of=drawing.fingerprint, by=request.member)
        messages.success(request, "Your answer was recorded")
        return redirect("yearly_report:report", request.member.slug, pk)
    page = pages.ReportPage.of(report, drawing, request.member)
    return render(request, "yearly_report/sign.jinja", {"form": form, "page": page})


def prepare(report, *, of, by) -> None:
    """Have the files made at the last signature, so that publishing waits for nothing."""
    if signing.ready("publish", report, of, by):
        printing.ask(report, of=of, by=by)


def step(request, pk, step):
    report = report_of(request, pk)
    insist(permissions.may_take(step, request.member, report))
    drawing = drawing_of(request, report)
    found = next(s for s in WORKFLOW.steps_from(report.stage) if s.name == step)
    form = ReasonForm(request.POST or None) if found.asks_why else None
    if form:
        form.fields["reason"].label = found.asks_why
    if request.method == "POST" and (form is None or form.is_valid()):
        return take(
            request, report, step, drawing.fingerprint, form.cleaned_data["reason"] if form else ""
        )
    ready = signing.ready(step, report, drawing.fingerprint, request.member)
    being_made = printing.is_being_made(report, of=drawing.fingerprint, by=request.member)
    page = pages.StepPage.of(
        report, found, ready, request.member, being_made if step == "publish" else None
    )
    return render(request, "yearly_report/step.jinja", {"form": form, "page": page})


def take(request, report, step, of, reason):
    if step == "publish":
        return publish(request, report, of)
    if step == "withdraw":
        signing.withdraw(report=report, reason=reason, by=request.member)
    else:
        signing.take_step(step, report=report, of=of, reason=reason, by=request.member)
        ask_or_stop(request, step, report)
    return redirect("yearly_report:report", request.member.slug, report.pk)


def ask_or_stop(request, step, report) -> None:
    if step == "send":
        asked = waiting.ask_partners(report, by=request.member)
        messages.success(request, f"Sent to {counted(asked, 'partner')}, who were told by e-mail")
    if step == "recall":
        waiting.stop_asking(report, by=request.member)


@require_POST
def sent(request, pk):
    report = report_of(request, pk)
    signing.record_sending_on(report=report, by=request.member)
    waiting.sent_on(report, by=request.member)
    messages.success(request, "It was noted that the report was sent on")
    return redirect("yearly_report:report", request.member.slug, pk)


def publish(request, report, of):
    insist(signing.ready("publish", report, of, request.member))
    made = printing.made_for(report, of=of, by=request.member)
    if made is None:
        printing.ask(report, of=of, by=request.member)
        return redirect("yearly_report:step", request.member.slug, report.pk, "publish")
    release = signing.publish(report=report, of=of, made=made, by=request.member)
    waiting.published(release, by=request.member)
    messages.success(request, f"Published as release {release.number}. Anyone may read it now.")
    return redirect("yearly_report:report", request.member.slug, report.pk)
