"""What can be decided about a plan without looking anything up. Pure."""

from goldenthread.capabilities.business_plan.rules.stages import PLAN, Stage

__all__ = ["PLAN", "Stage"]
