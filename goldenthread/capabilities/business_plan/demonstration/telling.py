"""Progress and ratings of the past year, on their own days; and the themes shared with other boards."""

from datetime import date, datetime, time

from django.utils import timezone

from goldenthread.capabilities.business_plan.actions import theming
from goldenthread.capabilities.business_plan.models import Objective, Plan, Progress, RatingRow
from goldenthread.capabilities.business_plan.rules import ratings
from goldenthread.foundations.calendar.today import today

Row = dict[str, str]


def told(plan: Plan, rows: list[Row], keeper) -> None:
    """What was said and how it was rated then, with what the rule would have suggested on that day."""
    objectives = {objective.number: objective for objective in plan.objectives.all()}
    for row in rows:
        day = date.fromisoformat(row["on"])
        if day <= today():
            _tell(objectives[row["objective"]], row, day, keeper)


def _tell(objective: Objective, row: Row, day: date, keeper) -> None:
    signed = {
        "partnership_id": objective.partnership_id,
        "objective": objective,
        "at": timezone.make_aware(datetime.combine(day, time(14, 30))),
        "by": keeper.described,
        "seat_id": keeper.seat_id,
    }
    Progress.objects.create(text=row["progress"], evidence=row["evidence"], **signed)
    objective.heard_on = day
    standing = ratings.Standing(objective.due_on, objective.heard_on, objective.rating)
    suggested = ratings.suggested(standing, day).rag
    why = row["why"] or ("" if row["rating"] == suggested else "Agreed at the business meeting")
    RatingRow.objects.create(rating=row["rating"], suggested=suggested, why=why, **signed)
    objective.rating = row["rating"]
    objective.save(update_fields=["heard_on", "rating"])


def shared(rows: list[Row], keeper) -> None:
    for row in rows:
        theming.add_theme(
            title=row["title"],
            urgency=int(row["urgency"]),
            importance=int(row["importance"]),
            lead_board=row["lead_board"],
            linked=row["linked"].split(";"),
            reporting_month=int(row["reporting_month"]),
            linkage=row["linkage"],
            by=keeper,
        )
