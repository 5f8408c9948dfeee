"""What a mark of the trail is about, in words, and the way to it for who may go there.

No query: the kind is the model's own name, and nothing of the record is read, so nothing that is
protected can show. Whoever follows the way is asked again by the page itself.
"""

from dataclasses import dataclass

from django.apps import apps
from django.urls import NoReverseMatch, reverse

from goldenthread.foundations.people.entrances import opens_to
from goldenthread.foundations.people.members import Member

# Where a record has a page of its own: the page, and what its address calls the number.
PAGES_OF = {
    "thread.action": ("thread:action", "pk"),
    "thread.recommendation": ("thread:recommendation", "pk"),
    "thread.finding": ("thread:finding", "pk"),
    "people.seat": ("people:seat", "seat"),
    "people.organisation": ("people:organisation", "part"),
    "people.group": ("people:group", "group"),
    "publishing.report": ("yearly_report:report", "pk"),
    "business_plan.plan": ("business_plan:plan", "pk"),
    "business_plan.objective": ("business_plan:objective", "pk"),
    "business_plan.ballot": ("business_plan:ballot", "pk"),
    "business_plan.sharedtheme": ("business_plan:edit_theme", "pk"),
}


@dataclass(frozen=True)
class Named:
    """`href` is empty where there is no page, or none that this member may open."""

    words: str
    href: str = ""


def named(reference: str, member: Member) -> Named:
    """ "thread.action:12" is "Action 12", with a way to it; what is no reference is said as it stands."""
    label, _, number = reference.partition(":")
    kind = _kind(label)
    if not kind or not number.isdecimal():
        return Named(reference)
    return Named(f"{kind} {number}", _way_to(label, int(number), member))


def _kind(label: str) -> str:
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        return ""
    name = str(model._meta.verbose_name)
    return name[:1].upper() + name[1:]


def _way_to(label: str, number: int, member: Member) -> str:
    page, argument = PAGES_OF.get(label, ("", ""))
    if not page or not opens_to(page, member.roles):
        return ""
    try:
        return reverse(page, kwargs={"partnership": member.slug, argument: number})
    except NoReverseMatch:  # a site without that capability
        return ""
