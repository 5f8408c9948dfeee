"""What the rest of the house may ask of the business plan."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from goldenthread.capabilities.business_plan import permissions
from goldenthread.capabilities.business_plan.actions.due import follow_the_chair
from goldenthread.capabilities.business_plan.actions.handing_over import hand_over
from goldenthread.capabilities.business_plan.pages.in_report import drawn
from goldenthread.capabilities.business_plan.queries import offered
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.people.held_work import HeldWork
from goldenthread.foundations.publishing.kinds import Drawn, OfferedBlock

PROGRESS = "business_plan.progress"


def title_of(reference: str) -> str | None:
    return offered.titled(reference)


def found_by_search(member: Any, words: str) -> Iterable[dict[str, str]]:
    """Objectives; none for a member who may not read the plan."""
    if not permissions.may_read(member):
        return []
    return [
        {
            "title": f"{objective.number} {objective.text}",
            "what": f"Objective of {objective.plan}",
            "href": _address(member, "objective", objective.pk),
        }
        for objective in offered.objectives_with(member, words)
    ]


def report_blocks(member: Any, period: str) -> Iterable[OfferedBlock]:
    plan = offered.plan_of_period(member, period)
    return [OfferedBlock(PROGRESS, f"{plan.title}: progress by priority")] if plan else []


def draw_report_block(member: Any, key: str, period: str) -> Drawn | None:
    """Per priority a table of its objectives, as the plan stood at the end of the period."""
    if key != PROGRESS:
        return None
    return drawn(offered.plan_of_period(member, period), period, today())


def work_held_by(seat: Any, asker: Any) -> Iterable[HeldWork]:
    return [HeldWork("Objectives of the business plan", offered.open_work_of(seat).count())]


def pass_on_work(*, of: Any, to: Any | None, by: Any) -> None:
    hand_over(of=of, to=to, by=by)


def chair_changed(*, group: Any, by: Any) -> None:
    follow_the_chair(group.pk, by=by)


def _address(member: Any, page: str, pk: int) -> str:
    return reverse(f"business_plan:{page}", kwargs={"partnership": member.slug, "pk": pk})
