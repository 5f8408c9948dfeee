"""Bring a plan in: choose a file, say which column is which where we cannot tell, look, confirm."""

from django.contrib import messages
from django.views.decorators.http import require_POST

from goldenthread.capabilities.business_plan import permissions
from goldenthread.capabilities.business_plan.actions import importing as actions
from goldenthread.capabilities.business_plan.forms.importing import BringForm, ColumnsForm
from goldenthread.capabilities.business_plan.pages.preview import PreviewPage
from goldenthread.capabilities.business_plan.queries.importing import Does
from goldenthread.capabilities.business_plan.queries.plans import incoming
from goldenthread.capabilities.business_plan.views.showing import address, ask, found, go_to, show
from goldenthread.engine.intake.messages import Unreadable
from goldenthread.foundations.people.gate import insist

NEW_PLAN = ("title", "starts_on", "ends_on")


def bring(request):
    """`?plan=` names the plan that it is for."""
    insist(permissions.may_type(request.member))
    initial = {"into": request.GET.get("plan", "")}
    form = BringForm(
        request.POST or None, request.FILES or None, initial=initial, member=request.member
    )
    kept = _received(form, request.member) if form.is_valid() else None
    if kept:
        return go_to(request, "preview", pk=kept.pk)
    cancel = address(request, "plans")
    return ask(request, form, "Bring a plan in", button="See what is in it", cancel=cancel)


def _received(form, member):
    """The file that waits for its preview; or nothing, and the reason beside the field."""
    given, plan = form.cleaned_data["file"], form.plan
    fields = {} if plan else {name: form.cleaned_data[name] for name in NEW_PLAN}
    try:
        return actions.receive(
            name=given.name, content=given.read(), plan=plan, **fields, by=member
        )
    except Unreadable as refusal:
        form.add_error("file", str(refusal))
        return None


def preview(request, pk):
    """What the file holds and what would become of it; a POST says yes."""
    insist(permissions.may_type(request.member))
    file = _file(request, pk)
    page = PreviewPage(file, request.member)
    if request.method == "POST" and page.may_be_kept:
        return _keep(request, file)
    if page.needs_columns:
        return go_to(request, "columns", pk=pk)
    return show(request, "business_plan/preview.jinja", page=page)


def _keep(request, file):
    plan, counted = actions.keep(incoming=file, by=request.member)
    added, changed = counted[Does.ADDS], counted[Does.CHANGES]
    messages.success(request, f"{file.name}: {added} objectives added, {changed} changed")
    return go_to(request, "plan", pk=plan.pk)


def columns(request, pk):
    insist(permissions.may_type(request.member))
    file = _file(request, pk)
    page = PreviewPage(file, request.member)
    suggested = {name: heading for heading, name in page.mapping.items()}
    form = ColumnsForm(request.POST or None, header=page.header, initial=suggested)
    if form.is_valid():
        actions.choose_columns(incoming=file, mapping=form.mapping, by=request.member)
        return go_to(request, "preview", pk=pk)
    cancel = address(request, "bring")
    title = f"Which column of {file.name} is which?"
    return ask(request, form, title, button="See what is in it", cancel=cancel)


@require_POST
def drop(request, pk):
    actions.drop(incoming=_file(request, pk), by=request.member)
    messages.info(request, "The file was put aside. Nothing of it was kept.")
    return go_to(request, "bring")


def _file(request, pk):
    return found(incoming(request.member, pk), "file: it was brought in or put aside already")
