"""Read the chains again from the start and name whatever does not fit."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from goldenthread.foundations.trail.models import Mark, Seal, Waiting
from goldenthread.foundations.trail.sealing import START, hash_of

BATCH = 2_000


@dataclass(frozen=True)
class Fault:
    """Something in a chain that should not be so."""

    chain: int
    place: int
    mark_id: int
    kind: str
    message: str


def faults() -> Iterator[Fault]:
    """Every fault in every chain that the one who asks may read, chain by chain, in bounded memory."""
    seals = Seal.objects.order_by("chain", "place").iterator(chunk_size=BATCH)
    for chain, links in groupby(seals, key=lambda seal: seal.chain):
        yield from _faults_of_chain(chain, links)
    yield from _never_sealed()


def _faults_of_chain(chain: int, seals: Iterator[Seal]) -> Iterator[Fault]:
    expected_place, before = 1, START
    for batch in _batches(seals):
        marks = Mark.objects.in_bulk([seal.mark_id for seal in batch])
        for seal in batch:
            if seal.place != expected_place:
                yield _fault(
                    seal, "seal removed", f"seals {expected_place} to {seal.place - 1} are missing"
                )
            elif seal.before != before:
                yield _fault(seal, "reordered", "it does not follow from the seal before it")
            yield from _fault_of_mark(seal, marks.get(seal.mark_id))
            expected_place, before = seal.place + 1, seal.hash


def _fault_of_mark(seal: Seal, mark: Mark | None) -> Iterator[Fault]:
    if mark is None:
        yield _fault(seal, "deleted", "the mark was removed after it was sealed")
    elif (mark.partnership_id or 0) != seal.chain:
        yield _fault(seal, "altered", "the mark was moved to another partnership")
    elif hash_of(mark, seal.chain, seal.place, seal.before) != seal.hash:
        yield _fault(seal, "altered", "the mark or its place was changed after it was sealed")


def _never_sealed() -> Iterator[Fault]:
    """Marks that are neither sealed nor waiting: added, or put back, behind the sealer's back."""
    sealed, waiting = Seal.objects.values("mark_id"), Waiting.objects.values("mark_id")
    loose = Mark.objects.exclude(pk__in=sealed).exclude(pk__in=waiting).order_by("pk")
    for mark in loose.iterator(chunk_size=BATCH):
        message = f"Mark {mark.pk} was never sealed and does not wait to be."
        yield Fault(mark.partnership_id or 0, 0, mark.pk, "never sealed", message)


def cut(heads: dict[int, tuple[int, str]]) -> Iterator[Fault]:
    """Chains that no longer hold the end that a backup knew, as `{chain: (place, hash)}`.

    A tail that was removed whole, marks and seals together, leaves a chain that fits: only the
    head that was kept elsewhere shows it.
    """
    for chain, (place, known) in sorted(heads.items()):
        if not Seal.objects.filter(chain=chain, place=place, hash=known).exists():
            message = (
                f"Chain {chain} was {place} marks long at the backup, and does not hold that end."
            )
            yield Fault(chain, place, 0, "cut", message)


def _fault(seal: Seal, kind: str, what: str) -> Fault:
    message = f"Mark {seal.mark_id}, place {seal.place} of chain {seal.chain}: {what}."
    return Fault(seal.chain, seal.place, seal.mark_id, kind, message)


def _batches(seals: Iterator[Seal]) -> Iterator[list[Seal]]:
    batch: list[Seal] = []
    for seal in seals:
        batch.append(seal)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


@dataclass(frozen=True)
class Summary:
    faults: list[Fault]
    heads: list[tuple[int, Seal]]


def summary() -> Summary:
    """The faults, and the last seal of each chain: a backup keeps these, so a cut tail shows."""
    last = Seal.objects.order_by("chain", "-place").distinct("chain")
    return Summary(faults=list(faults()), heads=[(seal.chain, seal) for seal in last])
