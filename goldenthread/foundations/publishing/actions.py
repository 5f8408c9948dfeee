"""Everything that changes in a report. Each asks permission itself and leaves one mark."""

from typing import Any

from django.db import transaction
from django.db.models import Max, Q

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.capability import ask_all
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.publishing import permissions, queries
from goldenthread.foundations.publishing.merging import joined
from goldenthread.foundations.publishing.models import (
    Block,
    Comment,
    HeadingCorrection,
    Printing,
    ProofRun,
    Report,
    Section,
    Wording,
)
from goldenthread.foundations.trail import actions as trail

PROSE = "prose"


def tell(report: Report) -> None:
    """Whoever can draw the report is told that it changed; the foundation does not know them."""
    for _ in ask_all("report_changed", report):
        pass


@transaction.atomic
def start_report(*, title: str, period: str, edition: str, by: Any) -> Report:
    insist(permissions.may_manage(by))
    report = Report.objects.create(
        partnership_id=by.partnership_id,
        title=title,
        period=period,
        edition=edition,
        made_at=now(),
    )
    trail.record(by=by, did="started a report", to=report, period=period, edition=edition)
    tell(report)
    return report


@transaction.atomic
def add_section(*, report: Report, title: str, answers: list[int], by: Any) -> Section:
    insist(permissions.may_write(by, report))
    last = report.sections.aggregate(last=Max("position"))["last"] or 0
    section = Section.objects.create(
        partnership_id=report.partnership_id,
        report=report,
        position=last + 1,
        title=title,
        answers=answers,
    )
    trail.record(by=by, did="added a section", to=section)
    tell(report)
    return section


@transaction.atomic
def add_block(*, section: Section, kind: str, content: dict[str, Any], by: Any) -> Block:
    """Prose has `{"text": …}`; every other kind names what it is bound to."""
    insist(permissions.may_write(by, section.report))
    last = section.blocks.aggregate(last=Max("position"))["last"] or 0
    block = Block.objects.create(
        partnership_id=section.partnership_id, section=section, position=last + 1, kind=kind
    )
    _say(block, content, by=by)
    trail.record(by=by, did="added a block", to=block, kind=kind)
    tell(section.report)
    return block


@transaction.atomic
def write(
    *, block: Block, text: str, typed_over: int | None, seen: int | None = None, by: Any
) -> Wording:
    """Save prose that was typed over the wording numbered `typed_over`; nothing is ever overwritten.

    If somebody wrote meanwhile, the two are joined where they touch different paragraphs; where they
    meet, or somebody holds the section, these words are put aside for a person to choose. Saving
    settles the words kept aside that the writer had before them, up to the wording numbered `seen`:
    those that came later are kept aside again.
    """
    block = Block.objects.select_for_update().select_related("section__report").get(pk=block.pk)
    insist(permissions.may_write(by, block.section.report))
    current = queries.current_wordings([block.pk]).get(block.pk)
    held = not permissions.may_write_in(by, block.section.report, block.section, now=now())
    unseen = list(queries.put_aside_in(block, after=seen or 0))
    wording = _meeting(block, current, text, typed_over, held=held, by=by)
    if not wording.put_aside:
        _keep_aside_again(unseen)
    trail.record(by=by, did="wrote", to=block, put_aside=wording.put_aside, joined=wording.joined)
    tell(block.section.report)
    return wording


def _meeting(block, current, text, typed_over, *, held: bool, by: Any) -> Wording:
    undisturbed = current is None or current.pk == typed_over
    if undisturbed or held:
        return _say(block, {"text": text}, typed_over=typed_over, put_aside=held, by=by)
    original = Wording.objects.filter(block=block, pk=typed_over).first()
    together = joined(original.content["text"], current.content["text"], text) if original else None
    if together is None:
        return _say(block, {"text": text}, typed_over=typed_over, put_aside=True, by=by)
    return _say(block, {"text": together}, typed_over=current.pk, joined=True, by=by)


def _keep_aside_again(unseen: list[Wording]) -> None:
    """As their writers left them, but newer than what was saved: so they still wait for a choice."""
    for wording in unseen:
        wording.pk = None
        wording._state.adding = True
    Wording.objects.bulk_create(unseen)


def _say(block: Block, content: dict[str, Any], *, by: Any, **more: Any) -> Wording:
    typed_over = more.pop("typed_over", None)
    return Wording.objects.create(
        partnership_id=block.partnership_id,
        block=block,
        content=content,
        typed_over_id=typed_over,
        at=now(),
        by=by.described,
        seat_id=by.seat_id,
        **more,
    )


@transaction.atomic
def hold(*, section: Section, by: Any) -> None:
    """Take a section to write in; others' words are then kept beside, until it is let go."""
    section = Section.objects.select_for_update().select_related("report").get(pk=section.pk)
    insist(permissions.may_write_in(by, section.report, section, now=now()))
    section.held_by_id, section.held_since = by.seat_id, now()
    section.save(update_fields=["held_by", "held_since"])
    trail.record(by=by, did="took a section to write in", to=section)


@transaction.atomic
def let_go(*, section: Section, by: Any) -> None:
    insist(permissions.may_write(by, section.report))
    Section.objects.filter(pk=section.pk, held_by_id=by.seat_id).update(
        held_by=None, held_since=None
    )
    trail.record(by=by, did="let a section go", to=section)


@transaction.atomic
def remove_block(*, block: Block, by: Any) -> None:
    """Taken out of the report; its wordings stay in the record."""
    insist(permissions.may_write(by, block.section.report))
    Block.objects.filter(pk=block.pk).update(removed_at=now())
    trail.record(by=by, did="took out a block", to=block)
    tell(block.section.report)


@transaction.atomic
def comment(*, report: Report, section: Section | None, text: str, by: Any) -> Comment:
    insist(permissions.may_comment(by))
    said = Comment.objects.create(
        partnership_id=report.partnership_id,
        report=report,
        section=section,
        text=text,
        at=now(),
        by=by.described,
        seat_id=by.seat_id,
    )
    trail.record(by=by, did="commented", to=said)
    return said


@transaction.atomic
def settle_comment(*, comment: Comment, by: Any) -> None:
    insist(permissions.may_comment(by))
    Comment.objects.filter(pk=comment.pk, settled_at__isnull=True).update(
        settled_at=now(), settled_by=by.described
    )
    trail.record(by=by, did="settled a comment", to=comment)


@transaction.atomic
def correct_heading(
    *, edition: str, number: int, title: str, confirmed: bool, note: str, by: Any
) -> HeadingCorrection:
    insist(permissions.may_manage(by))
    correction = HeadingCorrection.objects.create(
        partnership_id=by.partnership_id,
        edition=edition,
        number=number,
        title=title,
        confirmed=confirmed,
        note=note,
        by=by.described,
    )
    trail.record(by=by, did="corrected a required heading", to=correction, confirmed=confirmed)
    return correction


@transaction.atomic
def record_proof(*, report: Report, of: str, slips: list[dict[str, Any]], by: Any) -> ProofRun:
    insist(permissions.may_read(by))
    run = ProofRun.objects.create(
        partnership_id=report.partnership_id,
        report=report,
        fingerprint=of,
        slips=slips,
        at=now(),
        by=by.described,
    )
    trail.record(by=by, did="proof-read", to=report, found=len(slips))
    return run


@transaction.atomic
def ask_for_printing(*, report: Report, of: str, by: Any) -> Printing:
    """Ask for the files of exactly this content. Nothing slow happens here: the worker makes them."""
    insist(permissions.may_read(by))
    printing, new = Printing.objects.get_or_create(
        report=report,
        fingerprint=of,
        defaults={"partnership_id": report.partnership_id, "asked_by": by.described},
    )
    if new:
        trail.record(by=by, did="asked for the files", to=report)
    return printing


@transaction.atomic
def keep_printing(*, printing: Printing, of: str, made: Any, by: Any) -> None:
    """Keep what the worker made, under the fingerprint of what it drew (the record may have moved on)."""
    if printing.fingerprint != of:
        printing = ask_for_same(printing, of)
    printing.body, printing.html = made.body, made.html
    printing.pdf, printing.word = made.pdf, made.word
    printing.made_at = now()
    printing.save(update_fields=["body", "html", "pdf", "word", "made_at"])
    trail.record(by=by, did="made the files", to=printing.report)


def ask_for_same(printing: Printing, of: str) -> Printing:
    moved_on, _ = Printing.objects.get_or_create(
        report=printing.report,
        fingerprint=of,
        defaults={"partnership_id": printing.partnership_id, "asked_by": printing.asked_by},
    )
    return moved_on


@transaction.atomic
def keep_coverage(*, report: Report, covered: int, required: int, by: Any) -> None:
    """How many required headings rest on evidence, as it was last drawn. The same again leaves no mark."""
    insist(permissions.may_read(by))
    different = ~Q(covered=covered, required=required) | Q(covered=None)
    if Report.objects.filter(different, pk=report.pk).update(covered=covered, required=required):
        trail.record(
            by=by, did="counted what rests on evidence", to=report, covered=covered, of=required
        )
