"""The measures of one partnership: adopted from the shipped catalogue when first needed."""

from collections.abc import Iterable
from functools import lru_cache

from django.utils.text import slugify

from goldenthread.foundations.measures import definitions
from goldenthread.foundations.measures.definitions import ADOPTED, Basis, Definition
from goldenthread.foundations.measures.layouts.figure import Figure
from goldenthread.foundations.measures.models import Measure

OF_OUR_OWN = "Measures of our own"
UNITS = {Basis.PERCENT: "percent", Basis.POUNDS: "pounds", Basis.RATE: "per 10,000 children"}


def code_of(figure: Figure) -> str:
    """The measure's code: the shipped one, else made of its name."""
    return figure.code or own_code(figure.name, figure.basis)


@lru_cache(maxsize=10_000)  # as many as a file may name: each is asked for several times over
def own_code(name: str, basis: Basis) -> str:
    """The code of a measure of the partnership's own; a share is another measure than its count."""
    end = {Basis.PERCENT: "-percent", Basis.RATE: "-rate"}.get(basis, "")
    return f"own-{slugify(name)[:100]}{end}"


def adopted(partnership_id: int, shipped: Definition) -> Measure:
    """A partnership's copy of a shipped measure, as it begins. Not saved."""
    same = {name: getattr(shipped, name) for name in ADOPTED}
    return Measure(partnership_id=partnership_id, code=shipped.code, **same)


def measures_for(
    partnership_id: int, figures: Iterable[Figure]
) -> tuple[dict[str, Measure], list[Measure]]:
    """By code, the measures that these figures need; and those of them that are not saved yet."""
    wanted = {code_of(figure): figure for figure in figures}
    there = Measure.objects.filter(partnership_id=partnership_id, code__in=wanted)
    found = {measure.code: measure for measure in there}
    new = [_new(partnership_id, figure) for code, figure in wanted.items() if code not in found]
    return found | {measure.code: measure for measure in new}, new


def adopt(partnership_id: int, codes: Iterable[str] = ()) -> None:
    """Copy shipped measures (all, unless some are named) that the partnership does not have yet."""
    wanted = set(codes) or set(definitions.definitions())
    held = Measure.objects.filter(partnership_id=partnership_id, code__in=wanted)
    missing = wanted - set(held.values_list("code", flat=True))
    Measure.objects.bulk_create(
        adopted(partnership_id, definitions.definitions()[code]) for code in sorted(missing)
    )


def _new(partnership_id: int, figure: Figure) -> Measure:
    if figure.code:
        return adopted(partnership_id, definitions.definitions()[figure.code])
    return Measure(
        partnership_id=partnership_id,
        code=code_of(figure),
        name=figure.name[:300],
        theme=OF_OUR_OWN,
        basis=figure.basis,
        unit=UNITS.get(figure.basis, "number"),
    )
