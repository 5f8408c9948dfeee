"""Everything that is read about reports. Each query starts from the member who asks."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Length

from goldenthread.foundations.people.models import Organisation, Partnership, Seat
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.publishing.models import (
    Block,
    Comment,
    Printing,
    ProofRun,
    Release,
    Report,
    Section,
    SignOff,
    Turn,
    Wording,
)


@dataclass
class Part:
    """A section with its blocks, each with the wording that counts and those put aside."""

    section: Section
    blocks: list[tuple[Block, Wording | None]] = field(default_factory=list)


def reports_of(member) -> QuerySet[Report]:
    """Each with whether anyone may read a release of it, whatever is being drafted since."""
    public = Release.objects.filter(report=OuterRef("pk"), withdrawn_at__isnull=True)
    reports = Report.objects.filter(partnership_id=member.partnership_id)
    return reports.annotate(stands_in_public=Exists(public))


def sections_of(member, report: Report) -> QuerySet[Section]:
    standing = Section.objects.filter(
        partnership_id=member.partnership_id, report=report, removed_at__isnull=True
    )
    out = Block.objects.filter(section=OuterRef("pk"), removed_at__isnull=False)
    standing = standing.annotate(has_taken_out=Exists(out))
    return standing.select_related("held_by__person").order_by("position", "pk")


def sections_taken_out(member, report: Report) -> QuerySet[Section]:
    """Those that can be put back, with all that was written in them."""
    return Section.objects.filter(
        partnership_id=member.partnership_id, report=report, removed_at__isnull=False
    ).order_by("position", "pk")


def blocks_taken_out(member, section: Section) -> QuerySet[Block]:
    return Block.objects.filter(
        partnership_id=member.partnership_id, section=section, removed_at__isnull=False
    ).order_by("removed_at", "pk")


def parts_of(member, report: Report) -> list[Part]:
    """The whole report in order, in two queries however long it is."""
    parts = {section.pk: Part(section) for section in sections_of(member, report)}
    standing = Wording.objects.filter(
        partnership_id=member.partnership_id,
        put_aside=False,
        block__section__in=parts,
        block__removed_at__isnull=True,
    )
    newest = standing.order_by("block_id", "-pk").distinct("block_id").select_related("block")
    for wording in sorted(newest, key=lambda one: (one.block.position, one.block_id)):
        parts[wording.block.section_id].blocks.append((wording.block, wording))
    return list(parts.values())


def current_wordings(block_ids: list[int]) -> dict[int, Wording]:
    """The last wording of each block that was not put aside."""
    counting = Wording.objects.filter(block_id__in=block_ids, put_aside=False)
    return {w.block_id: w for w in counting.order_by("block_id", "-pk").distinct("block_id")}


def put_aside(member, report: Report) -> QuerySet[Wording]:
    """Words that met others and wait for somebody to choose: newer than the wording that counts."""
    counting = Wording.objects.filter(block_id=OuterRef("block_id"), put_aside=False)
    newer = Exists(counting.filter(pk__gt=OuterRef("pk")))
    aside = Wording.objects.filter(
        ~newer,
        partnership_id=member.partnership_id,
        put_aside=True,
        block__removed_at__isnull=True,
        block__section__removed_at__isnull=True,
        block__section__report=report,
    )
    return aside.select_related("block__section")


def put_aside_in(block: Block, *, after: int) -> QuerySet[Wording]:
    """The words kept aside in one block that wait, among those numbered above `after`, oldest first."""
    current = current_wordings([block.pk]).get(block.pk)
    since = max(after, current.pk if current else 0)
    return Wording.objects.filter(block=block, put_aside=True, pk__gt=since).order_by("pk")


def wordings_of(member, block: Block) -> QuerySet[Wording]:
    return Wording.objects.filter(partnership_id=member.partnership_id, block=block).order_by("-pk")


def turns_of(member, report: Report) -> QuerySet[Turn]:
    return Turn.objects.filter(partnership_id=member.partnership_id, report=report)


def comments_of(member, report: Report) -> QuerySet[Comment]:
    return Comment.objects.filter(
        partnership_id=member.partnership_id, report=report
    ).select_related("section")


def latest_proof(member, report: Report) -> ProofRun | None:
    return ProofRun.objects.filter(partnership_id=member.partnership_id, report=report).first()


def signing_organisations(member) -> list[Organisation]:
    """The organisations whose delegated safeguarding partner must sign."""
    seats = Seat.objects.filter(
        partnership_id=member.partnership_id,
        until__isnull=True,
        roles__contains=[Role.DELEGATED_PARTNER],
    )
    return list(Organisation.objects.filter(pk__in=seats.values("organisation_id")))


def signing_seats(member) -> list[Seat]:
    """The seats now held that sign for their organisations, with who sits in them."""
    seats = Seat.objects.filter(
        partnership_id=member.partnership_id,
        until__isnull=True,
        roles__contains=[Role.DELEGATED_PARTNER],
    )
    return list(seats.select_related("person", "organisation"))


def last_words_of(member, report: Report) -> dict[int, SignOff]:
    """The last word of each organisation, on whatever content it was."""
    said = SignOff.objects.filter(partnership_id=member.partnership_id, report=report)
    return {s.organisation_id: s for s in said.order_by("pk")}


def sign_off(member, report: Report, pk: int) -> SignOff | None:
    own = SignOff.objects.filter(partnership_id=member.partnership_id, report=report)
    return own.filter(pk=pk).first()


def every_wording(member, report: Report) -> QuerySet[Wording]:
    """All that was ever said in the report's blocks, oldest first; those taken out too."""
    said = Wording.objects.filter(
        partnership_id=member.partnership_id, block__section__report=report
    )
    return said.select_related("block__section").order_by("pk")


def sign_offs_on(member, fingerprints: list[str]) -> QuerySet[SignOff]:
    said = SignOff.objects.filter(
        partnership_id=member.partnership_id, fingerprint__in=fingerprints, signed=True
    )
    return said.select_related("organisation").order_by("pk")


def sign_offs_of(member, report: Report, of: str) -> dict[int, SignOff]:
    """The last word of each organisation on the content with this fingerprint."""
    said = SignOff.objects.filter(
        partnership_id=member.partnership_id, report=report, fingerprint=of
    )
    return {s.organisation_id: s for s in said.order_by("pk")}


def releases_of(member, report: Report) -> QuerySet[Release]:
    own = Release.objects.filter(partnership_id=member.partnership_id, report=report)
    return own.defer("body", "html", "pdf", "word")


def printing_of(member, report: Report, of: str) -> Printing | None:
    """The files of the content with the fingerprint `of`, made or not; else the newest asked for.

    A report that was changed and changed back has older files that are again the right ones.
    """
    asked = Printing.objects.filter(partnership_id=member.partnership_id, report=report)
    return asked.filter(fingerprint=of).first() or asked.first()


def blocks_of(member, report: Report) -> QuerySet[Block]:
    own = Block.objects.filter(partnership_id=member.partnership_id, section__report=report)
    return own.select_related("section__report")


def partnerships_by_slug() -> QuerySet[Partnership]:
    return Partnership.objects.all()


def published(slug: str) -> QuerySet[Release]:
    """What anyone may read of one partnership: the newest release of each report."""
    standing = Release.objects.filter(partnership__slug=slug, withdrawn_at__isnull=True)
    newest = standing.order_by("report_id", "-number").distinct("report_id").values("pk")
    found = Release.objects.filter(pk__in=newest).defer("html", "pdf", "word")
    return found.annotate(
        pdf_bytes=Length("pdf"), word_bytes=Length("word"), html_bytes=Length("html")
    ).order_by("-period")
