"""Fields that take what people type: £1,250.00, 1 203, half past two as 2.30pm; and a long select that can be searched."""

import datetime
import re

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat

CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>am|pm)?")
BY_NAME = {"midnight": datetime.time(0), "midday": datetime.time(12), "noon": datetime.time(12)}


class Searchable(forms.Select):
    """A select of many choices; with a script it becomes a box that finds them as one types."""

    def __init__(self, attrs=None, choices=()):
        super().__init__({"data-searchable": "yes", **(attrs or {})}, choices)


class PoundsField(forms.DecimalField):
    """An amount in pounds and pence. '£1,250' and '1250.00' are the same."""

    prefix = "£"

    def __init__(self, *, decimal_places: int = 2, max_digits: int = 12, **kwargs):
        kwargs.setdefault("widget", forms.TextInput)
        super().__init__(decimal_places=decimal_places, max_digits=max_digits, **kwargs)

    def to_python(self, value):
        typed = value.replace("£", "") if isinstance(value, str) else value
        return super().to_python(_bare(typed))


class CountField(forms.IntegerField):
    """A whole number. '1,203' and '1203' are the same."""

    def to_python(self, value):
        return super().to_python(_bare(value))


class LimitedFileField(forms.FileField):
    """A file of at most so many bytes; a larger one is refused before anything reads it."""

    def __init__(self, *, most_bytes: int, **kwargs):
        super().__init__(**kwargs)
        self.most_bytes = most_bytes

    def clean(self, data, initial=None):
        given = super().clean(data, initial)
        if given and given.size > self.most_bytes:
            size, most = filesizeformat(given.size), filesizeformat(self.most_bytes)
            raise ValidationError(f"The file is {size}; the most we take is {most}")
        return given


class TimeOfDayField(forms.TimeField):
    """A time as people write it: 14:30, 2.30pm, 2pm, midday."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.TimeInput(format="%H:%M"))
        super().__init__(**kwargs)

    def to_python(self, value) -> datetime.time | None:
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        typed = value.strip().lower()
        found = BY_NAME.get(typed) or _on_the_clock(typed)
        if found is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return found


def _on_the_clock(typed: str) -> datetime.time | None:
    read = CLOCK.fullmatch(typed)
    if read is None or not (read["minute"] or read["half"]):
        return None
    hour, minute = int(read["hour"]), int(read["minute"] or 0)
    if read["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if read["half"] == "pm" else 0)
    return datetime.time(hour, minute) if hour < 24 and minute < 60 else None


def _bare(value):
    """The number without the spaces and commas that part its thousands."""
    return re.sub(r"[\s,]", "", value) if isinstance(value, str) else value
