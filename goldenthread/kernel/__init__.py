"""Pure ideas with no dependency at all: decisions, workflows, working days, periods."""
