"""The catalogue, the areas and sources, the observations, what does not add up, and drawn charts."""

from goldenthread.foundations.measures.models.catalogue import Measure
from goldenthread.foundations.measures.models.drawings import StoredChart
from goldenthread.foundations.measures.models.imports import FigureImport, IncomingFile
from goldenthread.foundations.measures.models.observations import Flag, Observation
from goldenthread.foundations.measures.models.places import Area, PublicThreshold, Source

__all__ = [
    "Area",
    "FigureImport",
    "Flag",
    "IncomingFile",
    "Measure",
    "Observation",
    "PublicThreshold",
    "Source",
    "StoredChart",
]
