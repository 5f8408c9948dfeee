from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from goldenthread.foundations.thread import actions
from goldenthread.foundations.thread.forms.deciding import ReasonForm
from goldenthread.foundations.thread.forms.settings import SettingsForm
from goldenthread.foundations.thread.queries.settings import own_settings
from goldenthread.foundations.thread.queries.themes import local_themes, retired_themes
from goldenthread.foundations.thread.rules import ratings, reminders
from goldenthread.foundations.thread.rules.themes import national_lists
from goldenthread.foundations.thread.views.asking import asked

NUMBERS = ("soon_days", "quiet_days", "then_every")


def settings(request):
    member = request.member
    own = own_settings(member.partnership_id)
    now = {name: getattr(own, name) for name in NUMBERS}
    now["reminder_days"] = ", ".join(map(str, own.reminder_days or []))
    form = SettingsForm(request.POST or None, initial=now)
    if form.is_valid():
        theme = form.cleaned_data.pop("new_theme")
        actions.change_settings(**form.cleaned_data, by=member)
        if theme.strip():
            actions.add_local_theme(title=theme, by=member)
        messages.success(request, "The settings are saved")
        return redirect("thread:settings", partnership=member.slug)
    page = {
        "form": form,
        "thresholds": ratings.shipped(),
        "schedule": reminders.shipped(),
        "national": national_lists(),
        "own": local_themes(member.partnership_id),
        "retired": retired_themes(member.partnership_id),
    }
    return render(request, "thread/settings.jinja", page)


def retire_theme(request, code):
    """A theme of the partnership's own is offered no more; what bears it keeps it."""
    member = request.member
    theme = get_object_or_404(local_themes(member.partnership_id), code=code)
    form = ReasonForm(request.POST or None, asks="Why is this theme retired?")
    if form.is_valid():
        actions.retire_local_theme(code=code, **form.cleaned_data, by=member)
        messages.success(request, f"“{theme.title}” is retired")
        return redirect("thread:settings", partnership=member.slug)
    about = "It is not offered any more. Findings and recommendations that bear it keep it."
    title, back = f"Retire “{theme.title}”", reverse("thread:settings", args=[member.slug])
    return asked(request, form, title, about=about, button="Retire the theme", back=back)
