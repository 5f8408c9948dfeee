"""Draft a report and make its files in one go, for the command line and the demonstration."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goldenthread.capabilities.yearly_report import drafting, printing, proofing, reading
from goldenthread.capabilities.yearly_report.blocks import Pictures
from goldenthread.engine.proof.headings import LATEST
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import Asker, machine
from goldenthread.foundations.people.models import Partnership
from goldenthread.foundations.publishing import queries
from goldenthread.foundations.publishing.models import Report
from goldenthread.foundations.publishing.signing import Made
from goldenthread.kernel import periods


class CannotBuild(Exception):
    """The report cannot be built; the message says why and what to do."""


@dataclass(frozen=True)
class Built:
    """A drafted report with its files and what its proof found."""

    report: Report
    made: Made
    slips: list[Any]
    covered: int
    headings: int

    def write(self, folder: Path) -> list[Path]:
        folder.mkdir(parents=True, exist_ok=True)
        name = (
            f"{self.report.title} {self.report.period}".replace("/", "-").replace(" ", "-").lower()
        )
        files = {"html": self.made.html.encode(), "pdf": self.made.pdf, "docx": self.made.word}
        paths = [folder / f"{name}.{ending}" for ending in files]
        for path, content in zip(paths, files.values(), strict=True):
            path.write_bytes(content)
        return paths


def build(slug: str, period: str, *, title: str, edition: str = "") -> Built:
    """The report of this partnership for this year, drafted unless it has been, with its files made."""
    with under(asker_for(slug)) as by:
        report = drafted(by, readable(period), title, edition or LATEST)
        drawn = reading.drawn(report, by, Pictures.DRAWN)
        made = printing.written(drawn.document)
        slips = proofing.slips_in(report, drawn, by)
        return Built(report, made, slips, drawn.covered, len(drawn.coverage))


def asker_for(slug: str) -> Asker:
    partnership = Partnership.objects.filter(slug=slug).first()
    if partnership is None:
        known = ", ".join(Partnership.objects.values_list("slug", flat=True)) or "none yet"
        raise CannotBuild(f"There is no partnership “{slug}”. There are: {known}")
    return reading.the_reports_own(machine(partnership.pk, doing="build a report"))


def readable(period: str) -> str:
    try:
        return str(periods.parse(period))
    except ValueError as problem:
        raise CannotBuild(f"“{period}” is not a year such as 2014/15. {problem}") from problem


def drafted(by: Asker, period: str, title: str, edition: str) -> Report:
    standing = queries.reports_of(by).filter(period=period, title=title).first()
    return standing or drafting.begin(
        title=title, period=period, edition=edition, from_record=True, by=by
    )
