"""Several actions answered on one page and saved together, or not at all."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from goldenthread.foundations.thread import actions
from goldenthread.foundations.thread.forms.updating import NOTHING, ReviewItemForm
from goldenthread.foundations.thread.views.asking import files


def forms_for(request, found) -> list[ReviewItemForm]:
    """One form for each action, bound to what was posted for it."""
    posted = request.POST if request.method == "POST" else None
    return [
        ReviewItemForm(posted, files(request), action=action, prefix=f"action-{action.pk}")
        for action in found
    ]


def all_kept(forms: list[ReviewItemForm], by) -> int:
    """How many actions were told something; 0, and nothing kept, if any answer was refused."""
    if not all([form.is_valid() for form in forms]):
        return 0
    told = [form for form in forms if form.cleaned_data["standing"] != NOTHING]
    with transaction.atomic():
        _keep(told, by)
        if any(form.errors for form in told):
            transaction.set_rollback(True)
            return 0
    return len(told)


def _keep(told: list[ReviewItemForm], by) -> None:
    """A refusal (someone else was quicker) stands beside its item, and what was typed stays."""
    for form in told:
        try:
            with transaction.atomic():
                actions.update(action=form.action, **form.cleaned_data, by=by)
        except PermissionDenied as refusal:
            form.add_error("standing", str(refusal))
