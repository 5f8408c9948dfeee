"""What a mark calls a step of a workflow, in the words of the step's own button."""

from dataclasses import dataclass
from importlib import import_module

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils.module_loading import module_has_submodule

from goldenthread.foundations.design.filters import Search
from goldenthread.foundations.trail.models import Mark
from goldenthread.kernel.workflow import Workflow


def in_words(mark: Mark) -> str:
    """“Start a new version” for a mark that says "reopen"; what is no step is said as it stands."""
    name, was = mark.did.rpartition(": ")[2], mark.detail.get("was", "")
    steps = (flow.step(name, at=was) for flow in _workflows(mark.to.partition(".")[0]))
    return next((step.label for step in steps if step), mark.did)


def _workflows(label: str) -> list[Workflow]:
    """The workflows of one app, which its `rules` hold."""
    config = apps.app_configs.get(label)
    if config is None or not module_has_submodule(config.module, "rules"):
        return []
    rules = import_module(f"{config.name}.rules")
    return [value for value in vars(rules).values() if isinstance(value, Workflow)]


@dataclass(frozen=True)
class StepSearch(Search):
    """By the words that stand on the page, though the mark itself keeps the step's name."""

    def narrow(self, found: QuerySet, values: list[str]) -> QuerySet:
        asked = values[0].lower()
        meant = Q(pk__in=super().narrow(found, values).values("pk"))
        for flow in (flow for label in apps.app_configs for flow in _workflows(label)):
            for step in flow.steps:
                if asked in step.label.lower():
                    meant |= Q(did=step.name) | Q(did__endswith=f": {step.name}")
        return found.filter(meant)
