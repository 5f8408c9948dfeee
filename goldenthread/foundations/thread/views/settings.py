from django.contrib import messages
from django.shortcuts import redirect, render

from goldenthread.foundations.thread import actions, queries
from goldenthread.foundations.thread.forms.settings import SettingsForm
from goldenthread.foundations.thread.queries.settings import own_settings
from goldenthread.foundations.thread.rules import ratings, reminders

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
        "themes": queries.themes_of(member.partnership_id).values(),
    }
    return render(request, "thread/settings.jinja", page)
