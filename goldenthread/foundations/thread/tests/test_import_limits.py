"""A log is read while somebody waits for the page, so there is an end to its length."""

import pytest

from goldenthread.engine.intake.messages import Unreadable
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread.actions import importing
from goldenthread.foundations.thread.models import ActionLog


def test_a_log_longer_than_can_be_waited_for_is_refused_before_anything_is_kept(db):
    manager = factories.member(Role.BUSINESS_MANAGER)
    rows = b"Reference,Action\n" + b"A,Train\n" * 5_001
    with under(manager), pytest.raises(Unreadable, match="more than 5,000 rows. Split it"):
        importing.upload_log(name="long.csv", content=rows, by=manager)
    with under(manager):
        assert not ActionLog.objects.exists()
