"""A form whose needful questions stand open; the others wait behind a line that says what they are."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.forms.boundfield import BoundField

from goldenthread.foundations.design.forms import GovukForm


@dataclass(frozen=True)
class Fold:
    title: str
    fields: list[BoundField]
    is_open: bool


class FoldedForm(GovukForm):
    """`folded` names the fields behind each line. A line is open where something is filled in or wrong."""

    folded: Mapping[str, tuple[str, ...]] = {}

    @property
    def first(self) -> list[BoundField]:
        behind = {name for names in self.folded.values() for name in names}
        return [self[name] for name in self.fields if name not in behind]

    @property
    def folds(self) -> list[Fold]:
        found = {
            title: [self[name] for name in names if name in self.fields]
            for title, names in self.folded.items()
        }
        return [Fold(t, own, any(map(_is_filled, own))) for t, own in found.items() if own]


def _is_filled(field: BoundField) -> bool:
    value = field.value()
    several = list(value) if isinstance(value, list | tuple) else [value]
    return bool(field.errors) or any(several)
