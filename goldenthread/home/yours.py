"""What a front page holds for those who do not read the thread: young advisors, practitioners.

What changed, what was published, and whom to ask. Numbers and published copies only: nothing here is
taken from a finding's or a recommendation's own words.
"""

from dataclasses import dataclass

from goldenthread.foundations.capability import ask_all
from goldenthread.foundations.design.words import counted
from goldenthread.foundations.people.entrances import opens_to
from goldenthread.foundations.people.members import Member
from goldenthread.foundations.people.queries.seats import people_seated
from goldenthread.foundations.people.roles import MANAGERS
from goldenthread.foundations.questions import Published
from goldenthread.foundations.thread.queries.changed import Changed, changed_here


@dataclass(frozen=True)
class Asked:
    """Somebody of the business unit: whom to ask, and as what."""

    name: str
    roles: str


@dataclass(frozen=True)
class Yours:
    changed: list[str]
    published: list[Published]
    ask: list[Asked]


def of(member: Member) -> Yours | None:
    """In three queries; none for those whose front page has the tracker."""
    if opens_to("thread:index", member.roles):
        return None
    published = [one for _, found in ask_all("published_here", member) for one in found]
    return Yours(_in_words(changed_here(member)), published, _business_unit(member))


def _business_unit(member: Member) -> list[Asked]:
    held = people_seated(member).filter(roles__overlap=[str(role) for role in MANAGERS])
    return [Asked(seat.person.name, ", ".join(seat.roles)) for seat in held if seat.person]


def _in_words(changed: Changed) -> list[str]:
    """What was asked of children stands first; nothing is said to have changed that was not tested."""
    if not changed.tested:
        return ["Nothing that was recommended has been tested in practice yet."]
    asked = "No recommendation has been tested by asking children or families yet."
    if changed.asked_children:
        asked = (
            f"Children or families were asked about {counted(changed.asked_children, 'recommendation')}."
            f" They said that practice had changed for {changed.children_agreed}."
        )
    tested = f"{counted(changed.tested, 'recommendation')} tested in practice; practice had changed for {changed.passed}."
    return [asked, tested]
