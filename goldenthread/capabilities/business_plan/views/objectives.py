from django.contrib import messages
from django.views.decorators.http import require_POST, require_safe

from goldenthread.capabilities.business_plan import permissions, queries
from goldenthread.capabilities.business_plan.actions import objectives as actions
from goldenthread.capabilities.business_plan.actions import telling
from goldenthread.capabilities.business_plan.forms.linking import LinkForm
from goldenthread.capabilities.business_plan.forms.objectives import ObjectiveForm, as_chosen
from goldenthread.capabilities.business_plan.forms.telling import ProgressForm, RatingForm
from goldenthread.capabilities.business_plan.pages.objective import page_of
from goldenthread.capabilities.business_plan.queries.links import link_seen_by
from goldenthread.capabilities.business_plan.views.showing import address, ask, found, go_to, show
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.people.gate import insist

KEPT = ("number", "text", "due_on", "due_is_month", "outcome_measure", "difference")


@require_safe
def objective(request, pk):
    thing = _seen(request, pk)
    page = page_of(thing, request.member, today())
    return show(request, "business_plan/objective.jinja", page=page, objective=thing)


def add_objective(request, pk):
    """`?priority=` names the priority that it is for."""
    plan = found(queries.plan_seen_by(request.member, pk), "plan")
    insist(permissions.may_edit(request.member, plan))
    priorities = queries.priorities_of(plan)
    initial = {"priority": request.GET.get("priority", "")}
    form = ObjectiveForm(request.POST or None, initial=initial, plan=plan, priorities=priorities)
    if form.is_valid():
        kept = {name: form.cleaned_data[name] for name in KEPT}
        priority = priorities.get(pk=form.cleaned_data["priority"])
        made = actions.add_objective(
            priority=priority, owners=form.named, **kept, by=request.member
        )
        messages.success(request, f"Objective {made.number} is added")
        return go_to(request, "plan", pk=pk)
    cancel = address(request, "plan", pk=pk)
    return ask(request, form, "Add an objective", button="Add the objective", cancel=cancel)


def edit_objective(request, pk):
    thing = _seen(request, pk)
    insist(permissions.may_edit(request.member, thing.plan))
    form = ObjectiveForm(
        request.POST or None,
        initial={**{name: getattr(thing, name) for name in KEPT}, "priority": thing.priority_id}
        | as_chosen(thing.owners.all()),
        plan=thing.plan,
        priorities=queries.priorities_of(thing.plan),
        objective=thing,
    )
    if form.is_valid():
        kept = {name: form.cleaned_data[name] for name in KEPT}
        kept["priority_id"] = form.cleaned_data["priority"]
        actions.change_objective(objective=thing, owners=form.named, **kept, by=request.member)
        return go_to(request, "objective", pk=pk)
    cancel = address(request, "objective", pk=pk)
    return ask(request, form, f"Change objective {thing.number}", button="Save", cancel=cancel)


def progress(request, pk):
    thing = _seen(request, pk)
    insist(permissions.may_tell_progress(request.member, thing))
    form = ProgressForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        telling.tell_progress(objective=thing, **form.cleaned_data, by=request.member)
        messages.success(request, "Your progress is kept")
        return go_to(request, "objective", pk=pk)
    cancel = address(request, "objective", pk=pk)
    title = f"Tell progress on objective {thing.number}"
    return ask(request, form, title, about=thing.text, button="Keep this", cancel=cancel)


def rate(request, pk):
    thing = _seen(request, pk)
    insist(permissions.may_rate(request.member, thing))
    suggestion = telling.suggestion_for(thing)
    form = RatingForm(request.POST or None, suggestion=suggestion)
    if form.is_valid():
        telling.rate(objective=thing, **form.cleaned_data, by=request.member)
        messages.success(request, "The rating is kept")
        return go_to(request, "objective", pk=pk)
    given = {"form": form, "objective": thing, "suggestion": suggestion}
    return show(request, "business_plan/rate.jinja", **given)


def add_link(request, pk):
    thing = _seen(request, pk)
    insist(permissions.may_edit(request.member, thing.plan))
    form = LinkForm(request.POST or None, member=request.member)
    if form.is_valid():
        actions.add_link(objective=thing, reference=form.reference, by=request.member)
        return go_to(request, "objective", pk=pk)
    cancel = address(request, "objective", pk=pk)
    title = f"Link objective {thing.number}"
    return ask(request, form, title, about=thing.text, button="Link", cancel=cancel)


@require_POST
def remove_link(request, pk):
    link = found(link_seen_by(request.member, pk), "link")
    actions.remove_link(link=link, by=request.member)
    return go_to(request, "objective", pk=link.objective_id)


def _seen(request, pk):
    return found(queries.objective_seen_by(request.member, pk), "objective")
