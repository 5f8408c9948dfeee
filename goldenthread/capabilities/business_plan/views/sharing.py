"""A plan as others get it: on one page, and as files."""

from django.http import Http404
from django.views.decorators.http import require_safe

from goldenthread.capabilities.business_plan import files, queries
from goldenthread.capabilities.business_plan.pages import summary
from goldenthread.capabilities.business_plan.views.showing import found, show
from goldenthread.foundations.calendar.today import today


@require_safe
def one_page(request, pk):
    plan = found(queries.plan_seen_by(request.member, pk), "plan")
    return show(
        request, "business_plan/one_page.jinja", page=summary.one_page(plan, today()), plan=plan
    )


@require_safe
def export(request, pk, kind):
    plan = found(queries.plan_seen_by(request.member, pk), "plan")
    if kind == "xlsx":
        return files.as_excel(plan)
    if kind == "csv":
        return files.as_comma_separated(plan)
    if kind == "docx":
        return files.as_word(plan, request.member, today())
    raise Http404("A plan comes as Excel, Word or CSV")
