"""The tracker: what is to be done, by whom, by when, and how it stands."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from goldenthread.foundations.design.filters import Choice, Conditions, Search
from goldenthread.foundations.design.listing import Column, Listing
from goldenthread.foundations.design.words import day
from goldenthread.foundations.thread.pages import tags
from goldenthread.foundations.thread.pages.owners import owner_in_words
from goldenthread.foundations.thread.queries import tracker as queries
from goldenthread.foundations.thread.queries.ratings import rating_of
from goldenthread.foundations.thread.queries.tracker import Beside
from goldenthread.foundations.thread.rules import ACTION
from goldenthread.foundations.thread.rules.action_stages import ActionStage
from goldenthread.foundations.thread.rules.ratings import IN_WORDS, Rag, Thresholds
from goldenthread.foundations.thread.rules.themes import Theme

COLUMNS = (
    Column("Action", "action", by=("reference", "text")),
    Column("Owner", "owner", by=("owner_organisation__name", "owner_name")),
    Column("Due", "due", by=("is_settled", "due_on")),
    Column("Stage", "stage", by=("stage",)),
    Column("Rating", "rating", by=("rag",)),
)
DUES = [
    ("overdue", "Overdue"),
    ("soon", "Due soon"),
    ("later", "Due later"),
    ("none", "No due date"),
]
SHOWN = 200


@dataclass(frozen=True)
class Row:
    pk: int
    reference: str
    text: str
    owner: str
    due: str
    first_due: str
    stage: dict[str, str]
    rating: dict[str, str]
    why: str


def row_of(action, thresholds: Thresholds, today: date) -> Row:
    moved = action.first_due_on and action.first_due_on != action.due_on
    rating = rating_of(action, thresholds, today)
    return Row(
        pk=action.pk,
        reference=action.reference,
        text=shortened(action.text),
        owner=owner_in_words(action),
        due=day(action.due_on),
        first_due=f"First due {day(action.first_due_on)}" if moved else "",
        stage=tags.action_tag(action.stage),
        rating=tags.rating_tag(rating.rag),
        why=rating.why,
    )


def shortened(text: str, most: int = SHOWN) -> str:
    """The start of a long text, cut between two words."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[: most + 1].rsplit(" ", 1)[0] + " …"


class OneRecommendation(Search):
    """By the whole reference of the recommendation that actions hang on: R1 is not R12."""

    def narrow(self, found: QuerySet, values: list[str]) -> QuerySet:
        return found.filter(recommendation__reference__iexact=values[0])


class TrackerListing(Listing):
    """The actions, with what stands beside them."""

    def __init__(self, rated: QuerySet, asked, beside: Beside, **kwargs):
        super().__init__(
            rated, asked, columns=COLUMNS, sorted_by="due", one="action", cut_first=True, **kwargs
        )
        self.beside = beside


def listing(
    member, asked, themes: dict[str, Theme], thresholds: Thresholds, today: date
) -> TrackerListing:
    rated = queries.tracker(member, thresholds, today)
    beside = queries.beside(member, rated)
    dues = queries.due_conditions(today, thresholds.soon_days)
    return TrackerListing(rated, asked, beside, filters=_filters(beside, themes, dues))


def _filters(beside: Beside, themes: dict[str, Theme], dues: dict[str, Q]) -> tuple:
    named = [(theme.key, f"{theme.title} ({theme.edition_title})") for theme in themes.values()]
    ratings = [(r.value, IN_WORDS[r]) for r in Rag]
    stages = [(s.value, ACTION.label(s)) for s in ActionStage]
    return (
        Search("words", "Words", ("text", "reference", "owner_name")),
        Choice("rating", "Rating", ratings, "rag", several=True),
        Choice("stage", "Stage", stages, "stage", several=True),
        Conditions("due", "Due", DUES, conditions=dues),
        Choice("organisation", "Organisation", beside.organisations, "owner_organisation"),
        Choice("owner", "Owner", beside.owners, "owner_seat"),
        Conditions("theme", "Theme", named, conditions=queries.of_theme),
        OneRecommendation("recommendation", "Recommendation", ("recommendation__reference",)),
        Choice("source", "Source", beside.sources, "source_title"),
    )


def summary(counts: dict[str, int]) -> list[dict[str, object]]:
    """A tile for each rating of open actions: how many, and the way to them."""
    return [
        {
            "number": f"{counts.get(r, 0):,}",
            "words": IN_WORDS[r],
            "href": f"?rating={r}",
        }
        for r in Rag
        if r != Rag.BLUE
    ]
