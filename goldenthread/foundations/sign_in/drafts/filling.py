"""Open forms with what was kept of them, whatever their fields: dates in parts, choices, many forms on a page."""

from django.forms import BaseForm
from django.http import QueryDict

from goldenthread.foundations.sign_in.drafts import queries, words


def fill(request, *forms: BaseForm) -> None:
    """Lay the newest kept words over what these forms would open with; one that was sent is left alone.

    One query, and none where all were sent. Files are not kept.
    """
    unsent = [form for form in forms if not form.is_bound]
    kept = queries.kept_at(request.member.person_id, request.path) if unsent else []
    if kept:
        posted = _posted(words.read(kept[0].words))
        for form in unsent:
            form.initial = {**form.initial, **_held(form, posted)}


def _posted(held: words.Words) -> QueryDict:
    posted = QueryDict(mutable=True)
    for name, values in held.items():
        posted.setlist(name, values)
    return posted


def _held(form: BaseForm, posted: QueryDict) -> dict:
    """What the kept words say of each field, as its own widget reads it."""
    return {
        name: field.widget.value_from_datadict(posted, {}, form.add_prefix(name))
        for name, field in form.fields.items()
        if not field.widget.needs_multipart_form
        and not field.widget.value_omitted_from_data(posted, {}, form.add_prefix(name))
    }
