"""The SQL and the rule must agree on every line of the table."""

from datetime import date, timedelta
from itertools import product

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.thread import actions, queries
from goldenthread.foundations.thread.models import Action
from goldenthread.foundations.thread.queries.ratings import rating_of, with_rating
from goldenthread.foundations.thread.rules.action_stages import ActionStage

TODAY = date(2026, 6, 1)


def every_kind(manager):
    dues = [None, *(TODAY + timedelta(days=n) for n in (-1, 0, 28, 29))]
    heards = [TODAY - timedelta(days=n) for n in (60, 61)]
    for stage, due, heard, said in product(ActionStage, dues, heards, ("", "red", "green")):
        yield Action(
            partnership_id=manager.partnership_id,
            text="x",
            stage=stage,
            due_on=due,
            first_due_on=due,
            heard_on=heard,
            recorded_on=heard,
            stage_since=heard,
            said_rating=said,
            why_said="why" if said else "",
        )


def test_the_rating_in_sql_is_the_rating_of_the_rule(manager):
    with under(manager):
        thresholds = queries.thresholds_of(manager.partnership_id)
        Action.objects.bulk_create(every_kind(manager))
        rated = list(with_rating(Action.objects.all(), thresholds, TODAY))
        assert len({action.rag for action in rated}) == 5, "every colour should occur"
        for action in rated:
            assert action.rag == rating_of(action, thresholds, TODAY).rag


def test_a_partnerships_own_numbers_lie_over_the_shipped_ones(manager):
    with under(manager):
        actions.change_settings(
            soon_days=10, quiet_days=None, reminder_days=[-3, 0], then_every=None, by=manager
        )
        thresholds = queries.thresholds_of(manager.partnership_id)
        schedule = queries.schedule_of(manager.partnership_id)
    assert (thresholds.soon_days, thresholds.quiet_days) == (10, 60)
    assert (schedule.days, schedule.then_every) == ((-3, 0), 14)
