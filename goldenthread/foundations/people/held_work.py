"""What a seat holds, and how it passes on: asked of every app, since people knows none of them.

An app answers in its `offers.py`:

    def work_held_by(seat: Seat, asker: Asker) -> list[HeldWork]
    def pass_on_work(*, of: Seat, to: Seat | None, by: Asker) -> None
    def chair_changed(*, group: Group, by: Asker) -> None

With `to` none, nobody took it over: the app leaves it without a holder, for its organisation.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.models import Group, Seat


@dataclass(frozen=True)
class HeldWork:
    """One kind of open work: "Actions", 4, and where to see them."""

    what: str
    how_many: int
    address: str = ""


def work_held_by(seat: Seat, *, asker: Asker) -> list[HeldWork]:
    return [
        held
        for offers in _that_answer("work_held_by")
        for held in offers.work_held_by(seat, asker)
        if held.how_many
    ]


def pass_on_work(*, of: Seat, to: Seat | None, by: Asker) -> None:
    """In the caller's transaction, so that a seat never ends with its work left behind."""
    for offers in _that_answer("pass_on_work"):
        offers.pass_on_work(of=of, to=to, by=by)


def chair_changed(group: Group, *, by: Asker) -> None:
    """In the caller's transaction, so that nothing waits for somebody who chairs no more."""
    for offers in _that_answer("chair_changed"):
        offers.chair_changed(group=group, by=by)


def _that_answer(question: str) -> Iterator[ModuleType]:
    for config in apps.get_app_configs():
        if config.name.startswith("goldenthread.") and module_has_submodule(
            config.module, "offers"
        ):
            offers = import_module(f"{config.name}.offers")
            if hasattr(offers, question):
                yield offers
