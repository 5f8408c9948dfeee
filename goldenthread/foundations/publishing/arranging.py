"""The order of a report, what its sections are called, and blocks that are bound to something."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.publishing import actions, permissions
from goldenthread.foundations.publishing.models import Block, Section, Wording
from goldenthread.foundations.trail import actions as trail


@transaction.atomic
def change_section(*, section: Section, title: str, answers: list[int], by: Any) -> None:
    """Another heading, or other required headings that it answers."""
    insist(permissions.may_write(by, section.report))
    Section.objects.filter(pk=section.pk).update(title=title, answers=answers)
    trail.record(by=by, did="changed a section", to=section, answers=answers)
    actions.tell(section.report)


@transaction.atomic
def move_section(*, section: Section, up: bool, by: Any) -> None:
    """One place up or down among the sections that stand; at the end of the row it stays."""
    insist(permissions.may_write(by, section.report))
    row = Section.objects.select_for_update().filter(report=section.report, removed_at__isnull=True)
    _move(list(row.order_by("position", "pk")), section.pk, up=up)
    trail.record(by=by, did="moved a section", to=section, up=up)


@transaction.atomic
def move_block(*, block: Block, up: bool, by: Any) -> None:
    """One place up or down within its section."""
    insist(permissions.may_write(by, block.section.report))
    row = Block.objects.select_for_update().filter(section=block.section, removed_at__isnull=True)
    _move(list(row.order_by("position", "pk")), block.pk, up=up)
    trail.record(by=by, did="moved a block", to=block, up=up)


@transaction.atomic
def move_block_to(*, block: Block, section: Section, by: Any) -> None:
    """To the end of another section of the same report, with all that it ever said."""
    report = block.section.report
    insist(permissions.may_write(by, report))
    if section.report_id != report.pk:
        raise ValueError("A block moves within its own report")
    last = section.blocks.aggregate(last=Max("position"))["last"] or 0
    was = block.section_id
    Block.objects.filter(pk=block.pk).update(section=section, position=last + 1)
    trail.record(by=by, did="moved a block to another section", to=block, was=was, now=section.pk)
    actions.tell(report)


@transaction.atomic
def remove_section(*, section: Section, by: Any) -> None:
    """Taken out of the report with what stands in it, which stays in the record and can be put back."""
    section = Section.objects.select_for_update().select_related("report").get(pk=section.pk)
    insist(permissions.may_remove(by, section.report, section, now=now()))
    section.removed_at = now()
    section.save(update_fields=["removed_at"])
    trail.record(by=by, did="took out a section", to=section)
    actions.tell(section.report)


@transaction.atomic
def put_section_back(*, section: Section, by: Any) -> None:
    """Where it stood, as far as the others still stand where they did."""
    insist(permissions.may_write(by, section.report))
    Section.objects.filter(pk=section.pk).update(removed_at=None)
    trail.record(by=by, did="put a section back", to=section)
    actions.tell(section.report)


@transaction.atomic
def put_block_back(*, block: Block, by: Any) -> None:
    insist(permissions.may_write(by, block.section.report))
    Block.objects.filter(pk=block.pk).update(removed_at=None)
    trail.record(by=by, did="put a block back", to=block)
    actions.tell(block.section.report)


def _move(row: Sequence[Any], pk: int, *, up: bool) -> None:
    """Positions are written anew, so that a gap or a tie left by somebody else cannot hold it back."""
    order = [one.pk for one in row]
    at = order.index(pk)
    to = max(at - 1, 0) if up else min(at + 1, len(order) - 1)
    order.insert(to, order.pop(at))
    place = {pk: position for position, pk in enumerate(order, start=1)}
    for one in row:
        if one.position != place[one.pk]:
            one.position = place[one.pk]
            one.save(update_fields=["position"])


@transaction.atomic
def bind(*, block: Block, content: dict[str, Any], by: Any) -> Wording:
    """What a block that is not prose says from now on; what it said before stays in its history."""
    insist(permissions.may_write(by, block.section.report))
    wording = Wording.objects.create(
        partnership_id=block.partnership_id,
        block=block,
        content=content,
        at=now(),
        by=by.described,
        seat_id=by.seat_id,
    )
    trail.record(by=by, did="changed a block", to=block, kind=block.kind)
    actions.tell(block.section.report)
    return wording
