"""What an objective is tied to elsewhere in the record, with the titles of those who may see it."""

from collections import defaultdict
from dataclasses import dataclass

from goldenthread.capabilities.business_plan.models import Objective, ObjectiveLink
from goldenthread.foundations.measures import queries as measures
from goldenthread.foundations.thread import queries as thread

ACTION, RECOMMENDATION, MEASURE = "thread.action", "thread.recommendation", "measures.measure"
KINDS = {ACTION: "Action", RECOMMENDATION: "Recommendation", MEASURE: "Measure"}


@dataclass(frozen=True)
class Linked:
    pk: int
    kind: str
    title: str
    page: str  # the name of its address; empty where the member may not open it
    kwargs: dict[str, object]


def links_of(member, objective: Objective) -> list[Linked]:
    """At most four queries, whatever is linked."""
    links = list(objective.links.all())
    wanted: defaultdict[str, list[int]] = defaultdict(list)
    for link in links:
        kind, _, pk = link.reference.partition(":")
        wanted[kind].append(int(pk))
    found = {kind: _found(member, kind, keys) for kind, keys in wanted.items()}
    return [_linked(link, found) for link in links]


def link_seen_by(member, pk: int) -> ObjectiveLink | None:
    own = ObjectiveLink.objects.filter(partnership_id=member.partnership_id, pk=pk)
    return own.select_related("objective__plan").first()


def exists(member, kind: str, pk: int) -> bool:
    return bool(_found(member, kind, [pk]))


def measure_choices(member) -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in measures.measures_of(member).values_list("pk", "name")]


def _found(member, kind: str, keys: list[int]) -> dict[int, tuple[str, str, dict]]:
    """Key → title, the name of its page, and what its address needs."""
    if kind == MEASURE:
        named = measures.measures_of(member).filter(pk__in=keys).values_list("pk", "name", "code")
        return {pk: (name, "dataset:measure", {"code": code}) for pk, name, code in named}
    seen = (
        thread.actions_seen_by(member) if kind == ACTION else thread.recommendations_seen_by(member)
    )
    page = kind.replace(".", ":")
    texts = seen.filter(pk__in=keys).values_list("pk", "text")
    return {pk: (f"{pk}: {text}", page, {"pk": pk}) for pk, text in texts}


def _linked(link: ObjectiveLink, found: dict[str, dict]) -> Linked:
    kind, _, pk = link.reference.partition(":")
    title, page, kwargs = found[kind].get(int(pk), ("Not open to you", "", {}))
    return Linked(link.pk, KINDS[kind], title, page, kwargs)
