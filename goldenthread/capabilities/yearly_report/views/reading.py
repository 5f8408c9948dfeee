"""The report as its readers will see it, its proof, and its files."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from goldenthread.capabilities.yearly_report import pages, printing, proofing, stock
from goldenthread.capabilities.yearly_report.blocks import Pictures
from goldenthread.capabilities.yearly_report.views.found import drawing_of, report_of
from goldenthread.foundations.design.words import counted
from goldenthread.foundations.publishing import queries

MEDIA = {
    "pdf": "application/pdf",
    "word": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
}
ENDINGS = {"pdf": "pdf", "word": "docx", "html": "html"}


def preview(request, pk):
    report = report_of(request, pk)
    drawing = drawing_of(request, report, Pictures.STORED)
    page = pages.PreviewPage.of(
        report,
        drawing,
        queries.printing_of(request.member, report, drawing.fingerprint),
        request.member,
    )
    return render(request, "yearly_report/preview.jinja", {"page": page})


def proof(request, pk):
    report = report_of(request, pk)
    drawing = drawing_of(request, report)
    if request.method == "POST":
        run = proofing.proof_read(report, drawing, by=request.member)
        stock.keep(report, drawing, by=request.member)
        messages.success(request, f"Proof-read: {counted(len(run.slips), 'thing')} to look at")
        return redirect("yearly_report:proof", request.member.slug, pk)
    page = pages.ProofPage.of(
        report, drawing, queries.latest_proof(request.member, report), request.member
    )
    return render(request, "yearly_report/proof.jinja", {"page": page})


@require_safe
def versions(request, pk):
    report = report_of(request, pk)
    asked = request.GET.get("since", "")
    signed = queries.sign_off(request.member, report, int(asked)) if asked.isdecimal() else None
    page = pages.VersionsPage.of(report, signed, request.member)
    return render(request, "yearly_report/versions.jinja", {"page": page})


@require_POST
def print_out(request, pk):
    report = report_of(request, pk)
    printing.ask(report, of=drawing_of(request, report).fingerprint, by=request.member)
    messages.success(request, "The files are being made. Come back to this page in a few seconds.")
    return redirect("yearly_report:preview", request.member.slug, pk)


@require_safe
def download(request, pk, form):
    report = report_of(request, pk)
    of = drawing_of(request, report).fingerprint
    made = queries.printing_of(request.member, report, of)
    if made is None or not made.made_at or form not in MEDIA:
        raise Http404
    return as_file(getattr(made, form), form, f"{report.title} {report.period}")


def as_file(content, form: str, name: str) -> HttpResponse:
    body = bytes(content) if form != "html" else content
    response = HttpResponse(body, content_type=MEDIA[form])
    file_name = name.replace("/", "-").replace('"', "")
    response["Content-Disposition"] = f'attachment; filename="{file_name}.{ENDINGS[form]}"'
    return response
