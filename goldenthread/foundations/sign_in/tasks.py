"""Jobs of sign-in that the worker does by the clock; its letters are in `post.py`."""

from procrastinate.contrib.django import app

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import machine
from goldenthread.foundations.sign_in import post
from goldenthread.foundations.sign_in.drafts import actions

__all__ = ["forget_old_drafts", "post"]  # `post` is named so that the worker finds its job too


@app.periodic(cron="17 3 * * *")
@app.task(queue="messages", retry=3, priority=10)
def forget_old_drafts(timestamp: int) -> None:
    """Every night: words that were typed and never sent are removed after thirty days."""
    with under(machine(doing="forget old drafts")):
        actions.forget_old()
