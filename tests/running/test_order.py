"""A letter does not wait behind the drawing of charts."""

from procrastinate.contrib.django import app

from goldenthread.foundations.measures import tasks as measures
from goldenthread.foundations.messages import tasks as messages


def test_letters_are_taken_before_heavier_work():
    heavy = measures.draw_charts.priority
    letters = [
        t for t in app.tasks.values() if t.queue == "messages" or t.name.startswith("people.send_")
    ]
    assert letters, "the search for letters found none"
    assert messages.deliver in letters
    assert all(letter.priority > heavy for letter in letters)
