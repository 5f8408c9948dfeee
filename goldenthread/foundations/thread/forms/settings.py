"""The partnership's own numbers over the shipped edition, and its own themes."""

from django import forms

from goldenthread.foundations.design.forms import GovukForm, Section
from goldenthread.foundations.design.look import Look


class SettingsForm(GovukForm):
    soon_days = forms.IntegerField(
        label="A due date is near when it is this many days away",
        required=False,
        min_value=0,
        max_value=366,
    )
    quiet_days = forms.IntegerField(
        label="An action is quiet after this many days without progress",
        required=False,
        min_value=1,
        max_value=730,
    )
    reminder_days = forms.CharField(
        label="Days on which owners are reminded",
        required=False,
        help_text="Counted from the due date, before it with a minus: -28, -7, 0, 7",
    )
    then_every = forms.IntegerField(
        label="After the last of these, again every so many days",
        required=False,
        min_value=0,
        max_value=366,
        help_text="0 means not again",
    )
    new_theme = forms.CharField(label="Add a theme of your own", required=False, max_length=200)
    looks = {
        "soon_days": Look(width="3", suffix="days"),
        "quiet_days": Look(width="3", suffix="days"),
        "reminder_days": Look(width="20"),
        "then_every": Look(width="3", suffix="days"),
        "new_theme": Look(width="two-thirds"),
    }
    sections = (
        Section("Ratings", ("soon_days", "quiet_days")),
        Section("Reminders", ("reminder_days", "then_every")),
        Section("Themes", ("new_theme",)),
    )

    def clean_reminder_days(self) -> list[int] | None:
        typed = self.cleaned_data["reminder_days"].replace(",", " ").split()
        if not typed:
            return None
        try:
            days = sorted({int(day.replace("−", "-")) for day in typed})
        except ValueError:
            raise forms.ValidationError("Enter whole numbers, like -28, -7, 0, 7") from None
        if days[0] < -366 or days[-1] > 366:
            raise forms.ValidationError("Days must be within a year of the due date")
        return days
