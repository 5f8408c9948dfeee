from django.contrib import messages
from django.views.decorators.http import require_POST, require_safe

from goldenthread.capabilities.business_plan import permissions, queries
from goldenthread.capabilities.business_plan.actions import theming as actions
from goldenthread.capabilities.business_plan.forms.theming import ReportForm, ThemeForm
from goldenthread.capabilities.business_plan.pages.themes import ThemesPage
from goldenthread.capabilities.business_plan.queries.themes import reports_of
from goldenthread.capabilities.business_plan.views.showing import address, ask, found, go_to, show
from goldenthread.foundations.people.gate import insist

KEPT = ("title", "urgency", "importance", "lead_board", "reporting_month", "linkage")


@require_safe
def themes(request):
    page = ThemesPage(request.member, request.GET)
    return show(request, "business_plan/themes.jinja", page=page)


def add_theme(request):
    insist(permissions.may_type(request.member))
    form = ThemeForm(request.POST or None, member=request.member)
    if form.is_valid():
        actions.add_theme(**form.cleaned_data, by=request.member)
        return go_to(request, "themes")
    cancel = address(request, "themes")
    return ask(request, form, "Share a theme", button="Keep the theme", cancel=cancel)


def edit_theme(request, pk):
    theme = _seen(request, pk)
    insist(permissions.may_type(request.member))
    now = {name: getattr(theme, name) for name in KEPT}
    now["linked"] = [board.name for board in theme.linked.all()]
    form = ThemeForm(request.POST or None, initial=now, member=request.member, theme=theme)
    if form.is_valid():
        actions.change_theme(theme=theme, **form.cleaned_data, by=request.member)
        return go_to(request, "themes")
    given = {"form": form, "theme": theme, "cancel": address(request, "themes")}
    return show(request, "business_plan/edit_theme.jinja", **given)


def report_theme(request, pk):
    theme = _seen(request, pk)
    insist(permissions.may_type(request.member))
    form = ReportForm(request.POST or None)
    if form.is_valid():
        actions.report_theme(theme=theme, **form.cleaned_data, by=request.member)
        messages.success(request, "The report is recorded")
        return go_to(request, "themes")
    given = {"form": form, "theme": theme, "reports": reports_of(theme)}
    return show(request, "business_plan/report_theme.jinja", **given)


@require_POST
def end_theme(request, pk):
    actions.end_theme(theme=_seen(request, pk), by=request.member)
    messages.success(request, "The theme is no longer shared. Its reports stay in the record")
    return go_to(request, "themes")


def _seen(request, pk):
    return found(queries.theme_seen_by(request.member, pk), "theme")
