"""Every table that is known, of every return."""

from functools import cache

from goldenthread.engine.returns.annex_a import lists
from goldenthread.engine.returns.cin import fields as cin
from goldenthread.engine.returns.shapes.shape import Column, Shape
from goldenthread.engine.returns.ssd import dataset
from goldenthread.engine.returns.ssda903 import fields as ssda903

IN_NEED = "the children in need census"
LOOKED_AFTER = "the children looked after return (SSDA903)"


@cache
def catalogue() -> tuple[Shape, ...]:
    """The tables of the two returns, of Annex A and of the Standard Safeguarding Dataset."""
    in_need = [
        Shape(IN_NEED, table, tuple(Column(f.field, f.kind) for f in cin.fields_of(table)))
        for table in cin.tables()
    ]
    looked_after = [
        Shape(
            LOOKED_AFTER,
            table,
            tuple(Column(f.field, f.kind, f.words) for f in ssda903.fields_of(table)),
        )
        for table in ssda903.tables()
    ]
    return (*looked_after, *in_need, *lists.shapes(), *dataset.shapes())


def named(table: str) -> Shape:
    """A table by its name, such as Episodes, List 3 or ssd_person. LookupError if there is none."""
    found = [shape for shape in catalogue() if table.casefold() in names_of(shape)]
    if not found:
        raise LookupError(table)
    return found[0]


def names_of(shape: Shape) -> tuple[str, str]:
    return shape.table.casefold(), shape.name.casefold()
