"""Keep words, and be done with them. Versions are only ever added."""

from datetime import timedelta

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.sign_in.drafts import queries
from goldenthread.foundations.sign_in.drafts.places import Place
from goldenthread.foundations.sign_in.models import Draft

KEPT_FOR = timedelta(days=30)
MOST_OF_ONE_PERSON = 2_000  # versions within KEPT_FOR; a day's steady typing makes about 500


class TooMany(Exception):
    """One person has kept more than anyone types."""


def keep(words: str, *, at: Place, over: int | None, person_id: int) -> Draft:
    """Add a version. `over` is the one it was typed over; if that is not one's own, it counts as none."""
    if Draft.objects.filter(person_id=person_id).count() >= MOST_OF_ONE_PERSON:
        raise TooMany
    own = Draft.objects.filter(person_id=person_id, address=at.address)
    before = own.filter(pk=over or 0).first()
    return Draft.objects.create(
        person_id=person_id,
        page=at.page,
        address=at.address,
        sends_to=at.sends_to,
        words=words,
        over=before,
    )


def lay_aside(pk: int, *, person_id: int) -> None:
    """The words were sent or are not wanted: add a version that says so. Nothing if it is done already."""
    draft = queries.one(person_id, pk)
    if draft:
        Draft.objects.create(
            person_id=person_id, page=draft.page, address=draft.address, over=draft, done=True
        )


def forget_old() -> int:
    """Remove what has lain for a month. For the machine; the number of versions removed."""
    removed, _ = Draft.objects.filter(at__lt=now() - KEPT_FOR).delete()
    return removed
