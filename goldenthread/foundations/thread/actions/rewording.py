"""Put a finding or a recommendation in other words. What it said before is kept, with the reason."""

from typing import Any

from django.db import transaction

from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.thread import permissions
from goldenthread.foundations.thread.actions import recommending
from goldenthread.foundations.thread.actions.signing import signed
from goldenthread.foundations.thread.models import Finding, Recommendation, Wording
from goldenthread.foundations.trail import actions as trail
from goldenthread.kernel.decision import YES, no


class WordedSince(Exception):
    """Somebody else reworded it while this was being written; nothing was changed."""

    def __init__(self, last: Wording, version: int):
        super().__init__(f"{last.by} has changed the wording since you opened this page")
        self.version = version


@transaction.atomic
def reword_finding(*, finding: Finding, text: str, reason: str, version: int, by: Any) -> Finding:
    """`version` is how many earlier wordings its writer knew of. Raises WordedSince if there are more."""
    held = Finding.objects.select_for_update(of=("self",)).get(pk=finding.pk)
    insist(permissions.may_reword_finding(by, held))
    _say(held, {"finding": held}, text, reason, version, by)
    held.save(update_fields=["text"])
    return held


@transaction.atomic
def reword_recommendation(
    *, recommendation: Recommendation, text: str, reason: str, version: int, by: Any
) -> Recommendation:
    """As `reword_finding`, for a recommendation."""
    held = recommending.locked(recommendation)
    insist(permissions.may_edit_recommendation(by, held))
    _say(held, {"recommendation": held}, text, reason, version, by)
    held.save(update_fields=["text", "changed_at"])
    return held


def _say(held: Any, about: dict[str, Any], text: str, reason: str, version: int, by: Any) -> None:
    insist(YES if text.strip() else no("Enter the new wording"))
    insist(YES if reason.strip() else no("Say why the wording is changed"))
    earlier = Wording.objects.filter(**about)
    last, known = earlier.first(), earlier.count()
    if last is not None and known != version:
        raise WordedSince(last, known)
    Wording.objects.create(**signed(by), **about, text=held.text, reason=reason.strip())
    held.text = text.strip()
    trail.record(by=by, did="reworded", to=held, fields=["text"])
