"""Find every workflow: any `rules.py` of the house that holds a `Workflow`."""

from importlib import import_module

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from goldenthread.kernel.workflow import Workflow


def workflows() -> dict[str, Workflow]:
    """By the name that its diagram has: the app's own, and the variable's where there are several."""
    found = {}
    for config in apps.get_app_configs():
        if config.name.startswith("goldenthread.") and module_has_submodule(config.module, "rules"):
            rules = import_module(f"{config.name}.rules")
            for variable, value in vars(rules).items():
                if isinstance(value, Workflow):
                    suffix = "" if variable == "WORKFLOW" else f"_{variable.lower()}"
                    found[config.label + suffix] = value
    return found
