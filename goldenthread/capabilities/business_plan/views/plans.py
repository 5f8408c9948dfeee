from django.contrib import messages
from django.http import Http404
from django.views.decorators.http import require_safe

from goldenthread.capabilities.business_plan import permissions, queries
from goldenthread.capabilities.business_plan.actions import plans as actions
from goldenthread.capabilities.business_plan.forms.plans import PlanForm, PriorityForm, ReasonForm
from goldenthread.capabilities.business_plan.pages.plan import PlanPage
from goldenthread.capabilities.business_plan.pages.plans import PlansPage
from goldenthread.capabilities.business_plan.queries.plans import priority_seen_by
from goldenthread.capabilities.business_plan.rules import PLAN
from goldenthread.capabilities.business_plan.views.showing import address, ask, found, go_to, show
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.people.gate import insist


@require_safe
def index(request):
    """The plan in force; where there is none, every plan there is."""
    plan = queries.current_plan(request.member)
    return _plan(request, plan) if plan else plans(request)


@require_safe
def plans(request):
    return show(request, "business_plan/plans.jinja", page=PlansPage(request.member, request.GET))


@require_safe
def plan(request, pk):
    return _plan(request, found(queries.plan_seen_by(request.member, pk), "plan"))


def _plan(request, plan):
    page = PlanPage(plan, request.member, request.GET, today())
    return show(request, "business_plan/plan.jinja", page=page, plan=plan)


def new_plan(request):
    insist(permissions.may_type(request.member))
    form = PlanForm(request.POST or None, member=request.member)
    if form.is_valid():
        made = actions.make_plan(**form.cleaned_data, by=request.member)
        messages.success(request, "The plan is started. Add its first priority")
        return go_to(request, "plan", pk=made.pk)
    cancel = address(request, "plans")
    return ask(request, form, "Start a plan", button="Start the plan", cancel=cancel)


def edit_plan(request, pk):
    plan = found(queries.plan_seen_by(request.member, pk), "plan")
    insist(permissions.may_edit(request.member, plan))
    now = {name: getattr(plan, name) for name in ("title", "starts_on", "ends_on", "source")}
    form = PlanForm(request.POST or None, initial=now, member=request.member, plan=plan)
    if form.is_valid():
        actions.change_plan(plan=plan, **form.cleaned_data, by=request.member)
        return go_to(request, "plan", pk=pk)
    cancel = address(request, "plan", pk=pk)
    return ask(request, form, "Change title and dates", button="Save", cancel=cancel)


def plan_step(request, pk, step):
    plan = found(queries.plan_seen_by(request.member, pk), "plan")
    row = PLAN.step(step, at=plan.stage)
    if row is None:
        raise Http404("This step cannot be taken now")
    insist(permissions.may_take(step, request.member, plan))
    form = ReasonForm(request.POST or None, asks=row.asks_why or "A word on it, for the record")
    form.fields["reason"].required = bool(row.asks_why)
    if form.is_valid() or (request.method == "POST" and not row.asks_why):
        reason = form.cleaned_data.get("reason", "")
        actions.take_step(step, plan=plan, reason=reason, by=request.member)
        messages.success(request, f"{plan.title}: {row.label.lower()}. Done")
        return go_to(request, "plan", pk=pk)
    cancel = address(request, "plan", pk=pk)
    return ask(request, form, f"{row.label}: {plan.title}", button=row.label, cancel=cancel)


def add_priority(request, pk):
    plan = found(queries.plan_seen_by(request.member, pk), "plan")
    insist(permissions.may_edit(request.member, plan))
    form = PriorityForm(request.POST or None, plan=plan)
    if form.is_valid():
        actions.add_priority(plan=plan, **form.cleaned_data, by=request.member)
        messages.success(request, "The priority is added")
        return go_to(request, "plan", pk=pk)
    cancel = address(request, "plan", pk=pk)
    return ask(request, form, "Add a priority", button="Add the priority", cancel=cancel)


def edit_priority(request, pk):
    priority = found(priority_seen_by(request.member, pk), "priority")
    insist(permissions.may_edit(request.member, priority.plan))
    now = {name: getattr(priority, name) for name in ("number", "title", "aim", "strategic_link")}
    form = PriorityForm(request.POST or None, initial=now, plan=priority.plan, priority=priority)
    if form.is_valid():
        actions.change_priority(priority=priority, **form.cleaned_data, by=request.member)
        return go_to(request, "plan", pk=priority.plan_id)
    cancel = address(request, "plan", pk=priority.plan_id)
    return ask(request, form, f"Change priority {priority.number}", button="Save", cancel=cancel)
