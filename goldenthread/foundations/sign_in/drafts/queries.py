"""What a person has kept. The lock shows them their own and nobody else's."""

from django.db.models import QuerySet

from goldenthread.foundations.sign_in.drafts import words
from goldenthread.foundations.sign_in.models import Draft


def kept_by(person_id: int) -> QuerySet[Draft]:
    """The newest version of each draft that is not done with; both sides of a clash."""
    return Draft.objects.filter(person_id=person_id, done=False, later__isnull=True)


def kept_at(person_id: int, address: str) -> list[Draft]:
    return list(kept_by(person_id).filter(address=address))


def one(person_id: int, pk: int) -> Draft | None:
    return kept_by(person_id).filter(pk=pk).first()


def typed(request) -> dict[str, str | list[str]]:
    """What was kept of the form on this page, as `initial` for it; nothing if nothing was."""
    kept = kept_at(request.member.person_id, request.path)
    held = words.read(kept[0].words) if kept else {}
    return {name: values[0] if len(values) == 1 else values for name, values in held.items()}
