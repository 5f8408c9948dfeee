"""The lessons of the demonstration, read from their file."""

import csv
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass
class Lesson:
    themes: list[str]
    found: list[str] = field(default_factory=list)
    strengths: list[str] = field(default_factory=list)
    advice: list[str] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Source:
    title: str
    kind: str
    on: date


KINDS = {"f": "found", "s": "strengths", "r": "advice", "a": "actions", "e": "evidence"}


def lessons() -> list[Lesson]:
    read: list[Lesson] = []
    for line in (FOLDER / "lessons.txt").read_text("utf-8").splitlines():
        kind, _, text = line.partition(" ")
        if kind == "=":
            read.append(Lesson(text.split()))
        elif kind in KINDS:
            getattr(read[-1], KINDS[kind]).append(text)
    return read


def sources() -> list[Source]:
    with (FOLDER / "sources.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [Source(row["title"], row["kind"], date.fromisoformat(row["on"])) for row in rows]
