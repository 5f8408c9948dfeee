"""What stands in the service navigation: the inbox, and each capability whose first page this
member's roles may open. `settings.NAVIGATION` names `items`, since design may not import people."""

from collections.abc import Iterator

from django.urls import NoReverseMatch, reverse

from goldenthread.foundations.capability import Capability, capabilities
from goldenthread.foundations.design.navigation import Item
from goldenthread.foundations.people.entrances import Seats, entrance_of
from goldenthread.foundations.people.members import Asker, Member

# Places of the foundations, after the capabilities. One that a site does not have is left out.
FOUNDATIONS = (("thread:index", "The thread"), ("people:directory", "People and organisations"))


def items(asker: Asker | None) -> list[Item]:
    """Places in the order of the capabilities; none for someone who is not signed in."""
    if asker is None or not asker.person_id:
        return []
    return [
        Item("Your inbox", reverse("inbox")),
        *_of_a_foundation("Tracker", "thread:index", asker),
        *_open_to(asker),
        *_of_a_foundation("People", "people:directory", asker),
    ]


def _of_a_foundation(words: str, page: str, asker: Asker) -> Iterator[Item]:
    """Foundations stand beneath the capabilities; these two yet have first pages that people come for."""
    entrance = entrance_of(page)
    if isinstance(asker, Member) and isinstance(entrance, Seats) and entrance.roles & asker.roles:
        yield Item(words, reverse(page, kwargs={"partnership": asker.slug}))


def _open_to(asker: Asker) -> Iterator[Item]:
    """The convention: a capability's first page is named `<its label>:index`."""
    if not isinstance(asker, Member):
        return
    first_pages = [(first_page(capability), capability.title) for capability in capabilities()]
    for page, title in [*first_pages, *FOUNDATIONS]:
        entrance = entrance_of(page)
        if isinstance(entrance, Seats) and entrance.roles & asker.roles:
            yield from _at(page, title, asker)


def first_page(capability: Capability) -> str:
    return f"{capability.name.rsplit('.', 1)[-1]}:index"


def _at(page: str, title: str, member: Member) -> Iterator[Item]:
    """A page with an entrance but no address is a slip that the entrances' own test reports."""
    try:
        yield Item(title, reverse(page, kwargs={"partnership": member.slug}))
    except NoReverseMatch:
        return
