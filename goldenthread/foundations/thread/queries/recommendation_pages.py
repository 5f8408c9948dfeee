"""What the pages of recommendations and findings read, in as few queries as will do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Window

from goldenthread.foundations.thread.models import (
    Action,
    Evidence,
    Finding,
    FindingTheme,
    Recommendation,
    RecommendationTheme,
)
from goldenthread.foundations.thread.queries.actions import actions_seen_by
from goldenthread.foundations.thread.queries.findings import findings_seen_by
from goldenthread.foundations.thread.queries.history import Happened
from goldenthread.foundations.thread.queries.recommendations import (
    RecommendationStanding,
    recommendation_seen_by,
    recommendations_seen_by,
)
from goldenthread.foundations.thread.queries.themes import borne, named
from goldenthread.foundations.thread.rules.action_stages import OPEN, SETTLED
from goldenthread.foundations.thread.rules.themes import split

MOST, NEWEST, MOST_ACTIONS = 200, 12, 100


def settled_of(advice: Iterable[Recommendation]) -> dict[int, tuple[int, int]]:
    """How many of each one's actions are settled, and how many it has; those with none are left out.

    Asked for the rows of one page together: a count beside each row made the database read every
    action again for every row.
    """
    theirs = Action.objects.filter(recommendation__in=[one.pk for one in advice]).order_by()
    counted = theirs.values_list("recommendation").annotate(
        settled=Count("pk", filter=Q(stage__in=SETTLED)), every=Count("pk")
    )
    return {pk: (settled, every) for pk, settled, every in counted}


def listed_findings(member) -> QuerySet[Finding]:
    return findings_seen_by(member).select_related("organisation")


def finding_with_themes(member) -> QuerySet[Finding]:
    themes = FindingTheme.objects.filter(finding=OuterRef("pk"))
    return findings_seen_by(member).select_related("organisation").annotate(bears=borne(themes))


def recommendation_with_themes(member) -> QuerySet[Recommendation]:
    themes = RecommendationTheme.objects.filter(recommendation=OuterRef("pk"))
    return recommendation_seen_by(member).annotate(bears=borne(themes))


def sources_of(member) -> list[str]:
    return _titles(recommendations_seen_by(member))


def sources_of_findings(member) -> list[str]:
    return _titles(findings_seen_by(member))


def _titles(things: QuerySet) -> list[str]:
    titles = things.exclude(source_title="").order_by("source_title")
    return list(titles.values_list("source_title", flat=True).distinct()[:MOST])


def of_theme(key: str) -> Q:
    edition, code = split(key)
    return Q(
        Exists(
            RecommendationTheme.objects.filter(
                recommendation=OuterRef("pk"), edition=edition, code=code
            )
        )
    )


def findings_of_theme(key: str) -> Q:
    edition, code = split(key)
    bears = FindingTheme.objects.filter(finding=OuterRef("pk"), edition=edition, code=code)
    return Q(Exists(bears))


@dataclass(frozen=True)
class Known:
    """All that hangs on one recommendation; of its actions the first hundred, and how many there are."""

    findings: list[Finding]
    actions: Sequence[Action]
    actions_in_all: int
    themes: list[str]
    standing: RecommendationStanding


def known_of(advice: Recommendation, member, happened: list[Happened]) -> Known:
    """`advice` comes with its themes, `happened` is its history: only what else there is is asked for."""
    actions = actions_seen_by(member).filter(recommendation=advice)
    actions = actions.select_related("owner_organisation", "owner_seat__person")
    has_evidence = Exists(Evidence.objects.filter(action=OuterRef("pk")))
    counted = actions.annotate(has_evidence=has_evidence).annotate(
        every=Window(Count("pk")),
        open=Window(Count("pk", filter=Q(stage__in=OPEN))),
        shown=Window(Count("pk", filter=Q(has_evidence=True))),
    )
    listed = list(counted[:MOST_ACTIONS])
    names = ("every", "open", "shown")  # counted over all of them, the same beside each
    counts = {name: getattr(listed[0], name) if listed else 0 for name in names}
    return Known(
        findings=list(findings_seen_by(member).filter(led_to__recommendation=advice)),
        actions=listed,
        actions_in_all=counts["every"],
        themes=named(advice),
        standing=_standing(counts, happened),
    )


def _standing(counts: dict[str, int], happened: list[Happened]) -> RecommendationStanding:
    """For the buttons only: the action that moves it asks again, with the row locked.

    Evidence of its actions counts as given by a person unknown, so the button is offered and the
    answer, if it is no, comes with its reason.
    """
    given = [one.person_id for one in happened if one.what == "evidence"]
    given += [None] * counts["shown"]
    tests = [one for one in happened if one.what == "test"]
    return RecommendationStanding(
        actions=counts["every"],
        open_actions=counts["open"],
        evidence_given_by=given,
        last_result=tests[0].state if tests else "",
    )


def recommendations_from(finding: Finding, member) -> list[Recommendation]:
    return list(recommendations_seen_by(member).filter(sources__finding=finding))


def finding_choices(member, asked_for: str = "") -> list[tuple[int, str]]:
    """The newest findings, to rest a recommendation on, and the one that was asked for."""
    seen = findings_seen_by(member).only("pk", "text", "source_title")
    found = list(seen[:NEWEST])
    if asked_for.isdecimal() and int(asked_for) not in {f.pk for f in found}:
        found = [*seen.filter(pk=int(asked_for)), *found]
    return [(f.pk, f"{f.text[:160]} ({f.source_title or 'no source'})") for f in found]


def other_choices(advice: Recommendation, member) -> list[tuple[int, str]]:
    others = recommendations_seen_by(member).exclude(pk=advice.pk).only("pk", "text", "reference")
    return [(o.pk, f"{o.reference or o.pk}: {o.text[:120]}") for o in others[:500]]
