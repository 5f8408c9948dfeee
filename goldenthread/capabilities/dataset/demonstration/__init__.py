"""Figures for the demonstration: the published ones of the worked example, and an invented area's.

Everything comes in by the ordinary importer; the worker draws the charts within the first minute, so
that nobody waits for them. Loading again adds nothing and draws nothing anew.
"""

import csv
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from goldenthread.capabilities.dataset.demonstration import series
from goldenthread.foundations.measures import actions, queries, tasks
from goldenthread.foundations.measures.importing.keeping import fingerprint_of, keep_file
from goldenthread.foundations.measures.models import Area
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import Asker, machine
from goldenthread.foundations.people.models import Partnership

FOLDER = Path(str(files("goldenthread.capabilities.dataset")))
EXAMPLE, INVENTED = FOLDER / "worked_example", FOLDER / "demonstration" / "callowdale"
SLUG = "callowdale"


def load() -> None:
    """Load both. A partnership that the demonstration does not have is passed over."""
    for partnership in Partnership.objects.filter(is_worked_example=True):
        load_into(partnership, EXAMPLE)
    for partnership in Partnership.objects.filter(slug=SLUG):
        load_into(partnership, INVENTED)


def load_into(partnership: Partnership, folder: Path) -> None:
    """Every file of a folder, its sources first; then jobs that draw the charts."""
    asker = machine(partnership.pk, doing="loading the demonstration")
    with under(asker):
        if folder == INVENTED:
            name_areas(partnership)
        name_sources(folder, asker)
        brought = [bring(name, content, partnership, asker) for name, content in files_of(folder)]
        if any(brought):
            held = queries.measures_of(asker).filter(queries.with_figures())
            tasks.draw_later(partnership.pk, held.values_list("pk", flat=True))


def files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.glob("*.csv")):
        yield path.name, path.read_bytes()
    if folder == INVENTED:
        yield series.FILE, series.written()


def bring(name: str, content: bytes, partnership: Partnership, asker: Asker) -> bool:
    """Whether the file was new."""
    if queries.import_of_same_file(asker, fingerprint_of(content)):
        return False
    keep_file(content, name, partnership, draw=False, by=asker)
    return True


def name_sources(folder: Path, asker: Asker) -> None:
    held = set(queries.sources_of(asker).values_list("reference", flat=True))
    with (folder / "documents" / "sources.csv").open(encoding="utf-8", newline="") as file:
        new = [row for row in csv.DictReader(file) if row["reference"] not in held]
    if new:
        actions.name_sources(new, by=asker)


def name_areas(partnership: Partnership) -> None:
    """The invented places that the invented area is compared with; each says that it is invented."""
    Area.objects.bulk_create(
        (
            Area(partnership=partnership, code=f"invented-{n}", name=name, kind=kind, rank=rank)
            for n, (name, kind, rank) in enumerate(series.COMPARED)
        ),
        ignore_conflicts=True,
    )
