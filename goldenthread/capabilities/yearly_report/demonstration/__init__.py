"""The reports of the demonstration: a full draft and last year's, published; and the worked example's two."""

import tomllib
from importlib import resources

from goldenthread.capabilities.yearly_report import drafting
from goldenthread.capabilities.yearly_report.demonstration import hands, last_year
from goldenthread.engine.proof.headings import LATEST
from goldenthread.foundations.people.demonstration import MAIN, WORKED_EXAMPLE
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.publishing import actions, queries
from goldenthread.foundations.publishing.models import Report

TITLE = "Yearly report"
DRAFTS = (
    (MAIN, "2025/26", "callowdale_2025_26.toml"),
    (WORKED_EXAMPLE, "2014/15", "kirklees_2014_15.toml"),
    (WORKED_EXAMPLE, "2021/22", "kirklees_2021_22.toml"),
)


def load() -> None:
    with under(hands.of_the_manager(MAIN)) as by:
        if not is_there(last_year.PERIOD, by):
            with last_year.drafted():
                report = begin(last_year.PERIOD, last_year.WORDS, by)
            last_year.sign(report, by)
    for slug, period, words in DRAFTS:
        with under(hands.of_the_manager(slug)) as by:
            if not is_there(period, by):
                begin(period, words, by)


def is_there(period: str, by: Asker) -> bool:
    return queries.reports_of(by).filter(title=TITLE, period=period).exists()


def begin(period: str, words: str, by: Asker) -> Report:
    """Draft it from the record, then put in what its writers wrote."""
    report = drafting.begin(title=TITLE, period=period, edition=LATEST, from_record=True, by=by)
    written = tomllib.loads((resources.files(__package__) / words).read_text(encoding="utf-8"))
    for part in queries.parts_of(by, report):
        if text := written.get(part.section.title):
            write(part, text, by)
    return report


def write(part: queries.Part, text: str, by: Asker) -> None:
    """After what the draft says by itself, in the section's first piece of prose."""
    block, wording = next((b, w) for b, w in part.blocks if b.kind == actions.PROSE and w)
    before = wording.content["text"] if wording else ""
    together = "\n\n".join(part for part in (before, text.strip()) if part)
    actions.write(block=block, text=together, typed_over=wording.pk if wording else None, by=by)
