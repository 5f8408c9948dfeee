"""What stands in the service navigation: the inbox, and each place whose first page this member's
roles may open. `settings.NAVIGATION` names `items`, since design may not import people."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.urls import NoReverseMatch

from goldenthread.foundations.capability import Capability, capabilities
from goldenthread.foundations.design.navigation import Item, url
from goldenthread.foundations.people.entrances import opens_to
from goldenthread.foundations.people.members import Asker, Member


@dataclass(frozen=True)
class Place:
    """Somewhere to go from the front page: its first page, and what it is in plain words."""

    title: str
    page: str
    about: str
    href: str = ""


def items(asker: Asker | None) -> list[Item]:
    """The inbox and the places open to this asker; none for someone who is not signed in."""
    if asker is None or not asker.person_id:
        return []
    inbox = [Item("Your inbox", url("inbox"))]
    if not isinstance(asker, Member):
        return inbox
    return [*inbox, *_search(asker), *(Item(place.title, place.href) for place in places(asker))]


def _search(member: Member) -> list[Item]:
    if not opens_to("search", member.roles):
        return []
    return [Item("Search", url("search", {"partnership": member.slug}))]


def places(member: Member) -> list[Place]:
    """The tracker, which most people come for, then the capabilities in their order, then people and the record of it all."""
    open_here = [one for one in every_place() if opens_to(one.page, member.roles)]
    return [at for one in open_here if (at := _at(one, member))]


def every_place() -> Iterator[Place]:
    yield from _of_foundation("thread", "Tracker", "index")
    for capability in capabilities():
        yield Place(capability.title, first_page(capability), _about(capability.module))
    yield from _of_foundation("people", "People", "directory")
    yield Place("Trail", "trail", "Who did what, and who opened what is restricted.")
    yield Place(
        "System", "system", "How the system is running: its jobs, its seals and its backups."
    )


def first_page(capability: Capability) -> str:
    """The convention: a capability's first page is named `<its label>:index`."""
    return f"{capability.name.rsplit('.', 1)[-1]}:index"


def _of_foundation(label: str, title: str, page: str) -> Iterator[Place]:
    """Two foundations have first pages of their own; one that a site does not have is left out."""
    if apps.is_installed(f"goldenthread.foundations.{label}"):
        yield Place(title, f"{label}:{page}", _about(apps.get_app_config(label).module))


def _about(module) -> str:
    """The first paragraph of a module's heading, which is written for a safeguarding partner.

    It begins by naming the place ("The business plan: what…"), which already stands beside it.
    """
    first = " ".join((module.__doc__ or "").split("\n\n")[0].split())
    named, _, about = first.partition(": ")
    said = about if about and "." not in named else first
    return said[:1].upper() + said[1:]


def _at(place: Place, member: Member) -> Place | None:
    """A page with an entrance but no address is a slip that the entrances' own test reports."""
    try:
        href = url(place.page, {"partnership": member.slug})
    except NoReverseMatch:
        return None
    return Place(place.title, place.page, place.about, href)
