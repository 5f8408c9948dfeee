"""Fill the demonstration: every app that has a `demonstration.py` loads its own part, lowest first."""

import time
from collections.abc import Callable
from importlib import import_module

from django.apps import AppConfig, apps
from django.conf import settings
from django.utils.module_loading import module_has_submodule


def load_everything(say: Callable[[str], None]) -> None:
    """Each `load()` opens the lock itself and changes nothing when it has run before."""
    for config in in_order():
        began = time.perf_counter()
        import_module(f"{config.name}.demonstration").load()
        say(f"Loading the demonstration: {config.label} ({time.perf_counter() - began:.1f} s)")


def in_order() -> list[AppConfig]:
    names = [f"goldenthread.foundations.{name}" for name in reversed(settings.FOUNDATIONS)]
    names += [f"goldenthread.capabilities.{name}" for name in settings.CAPABILITIES]
    found = {config.name: config for config in apps.get_app_configs()}
    return [
        found[name]
        for name in names
        if name in found and module_has_submodule(found[name].module, "demonstration")
    ]
