"""Action logs in the shapes that partnerships really keep them in."""

from goldenthread.engine.intake.tests.shapes import texts, workbooks
from goldenthread.engine.intake.tests.shapes.shape import Shape

SHAPES = [
    shape
    for module in (workbooks, texts)
    for shape in vars(module).values()
    if isinstance(shape, Shape)
]
