"""Rules about the reviews of child protection plans."""

from polars import DataFrame, col

from goldenthread.engine.returns.cin.book import rule
from goldenthread.engine.returns.cin.census import Census


@rule("4003")
def held_during_a_child_in_need_plan(census: Census) -> DataFrame:
    """Within one episode, unless the child protection plan ended at that review. The plan in need
    is open from its first day to the day before its last, and to no end while it has none."""
    ended_plans = census.together("Reviews", "ChildProtectionPlans").filter(
        col.CPPreviewDate == col.CPPendDate
    )
    during = (col.CINPlanStartDate <= col.CPPreviewDate) & (
        col.CINPlanEndDate.is_null() | (col.CPPreviewDate < col.CINPlanEndDate)
    )
    held = census.together("Reviews", "CINplanDates").filter(during)
    return held.join(ended_plans, on="#Reviews", how="anti")


@rule("8842Q")
def without_a_date(census: Census) -> DataFrame:
    return census.Reviews.filter(col.CPPreviewDate.is_null())
