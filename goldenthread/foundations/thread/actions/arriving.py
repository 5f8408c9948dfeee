"""Make actions of the rows of a log: a few statements however many rows there are."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.engine.intake.export import to_json
from goldenthread.engine.intake.preview import PreviewRow
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.thread.actions import numbering
from goldenthread.foundations.thread.actions.due import put_new_on_inbox
from goldenthread.foundations.thread.actions.settling import add_themes_of_log
from goldenthread.foundations.thread.actions.signing import signed
from goldenthread.foundations.thread.models import (
    Action,
    ActionLog,
    ActionMove,
    ImportedRow,
    ProgressNote,
    RatingChange,
    Recommendation,
    RecommendationMove,
    RecommendationTheme,
)
from goldenthread.foundations.thread.queries.exporting import said_of
from goldenthread.foundations.thread.queries.logs import theme_words, words_of
from goldenthread.foundations.thread.queries.owners import organisation_words, plain, seat_names
from goldenthread.foundations.thread.queries.ratings import rating_of
from goldenthread.foundations.thread.queries.settings import thresholds_of
from goldenthread.foundations.thread.rules import themes
from goldenthread.foundations.thread.rules.log_rows import AS_RATED, Arrival, arrival, kept_rating
from goldenthread.foundations.thread.rules.recommendation_stages import RecommendationStage
from goldenthread.foundations.trail.actions import reference

MANY = 500


@dataclass
class Arriving:
    """What is known here, and what is made of the rows as they come."""

    log: ActionLog
    by: Any
    organisations: dict[str, int]
    seats: dict[str, int]
    themes: dict[str, str]
    recommendations: dict[tuple[str, str], Recommendation] = field(default_factory=dict)
    marked: set[tuple[int, str]] = field(default_factory=set)

    @property
    def signed(self) -> dict[str, Any]:
        return signed(self.by)


def bring_rows_in(rows: list[PreviewRow], *, log: ActionLog, by: Any) -> None:
    arriving = Arriving(
        log,
        by,
        organisation_words(by.partnership_id),
        seat_names(by.partnership_id),
        theme_words(by.partnership_id),
    )
    _make_recommendations(rows, arriving)
    closes = log.if_done == ActionLog.IfDone.CLOSED
    arrivals = [arrival(row.values, done_is_closed=closes) for row in rows]
    actions = [_action(row, how, arriving) for row, how in zip(rows, arrivals, strict=True)]
    _number([action for action in actions if not action.reference])
    _keep_ratings(rows, actions, arriving)
    Action.objects.bulk_create(actions, batch_size=MANY)
    _make_history(rows, actions, arrivals, arriving)
    put_new_on_inbox(actions)


def _action(row: PreviewRow, how: Arrival, arriving: Arriving) -> Action:
    said = row.values
    due = _day(said, "due")
    organisation, person = text(said, "owner_organisation"), text(said, "owner_person")
    return Action(
        **arriving.signed,
        source=reference(arriving.log),
        source_title=_source(row, arriving),
        reference=text(said, "reference")[:60],
        text=text(said, "action"),
        recommendation=arriving.recommendations.get(_key(row, arriving)),
        owner_organisation_id=arriving.organisations.get(plain(organisation)),
        owner_seat_id=arriving.seats.get(plain(person)) if person else None,
        owner_name=_owner_name(person, organisation, arriving)[:300],
        priority=text(said, "priority")[:120],
        due_on=due,
        first_due_on=due,
        stage=how.stage,
        done_on=_day(said, "completed_on"),
        stage_since=today(),
        recorded_on=today(),
        heard_on=today(),
    )


def _number(unnamed: list[Action]) -> None:
    """Those whose row gave no reference are given ours."""
    given = numbering.numbered(unnamed[0].partnership_id, len(unnamed)) if unnamed else []
    for action, columns in zip(unnamed, given, strict=True):
        action.reference, action.number = columns["reference"], columns["number"]


def _keep_ratings(rows: list[PreviewRow], actions: list[Action], arriving: Arriving) -> None:
    """A rating that the dates do not bear out was somebody's judgement: it stays, and says so."""
    thresholds = thresholds_of(arriving.by.partnership_id)
    for row, action in zip(rows, actions, strict=True):
        worked_out = rating_of(action, thresholds, today()).rag
        action.said_rating = kept_rating(row.values, action.stage, worked_out)
        action.why_said = AS_RATED if action.said_rating else ""


def _owner_name(person: str, organisation: str, arriving: Arriving) -> str:
    """The person as written; an organisation that we cannot place is kept beside the name."""
    placed = not organisation or plain(organisation) in arriving.organisations
    return person if placed else ", ".join(filter(None, (person, organisation)))


def _make_recommendations(rows: list[PreviewRow], arriving: Arriving) -> None:
    """One for each text and source, however many actions stand under it."""
    for row in rows:
        if text(row.values, "recommendation"):
            arriving.recommendations.setdefault(_key(row, arriving), _advice(row, arriving))
    made = list(arriving.recommendations.values())
    Recommendation.objects.bulk_create(made, batch_size=MANY)
    RecommendationMove.objects.bulk_create(
        (
            RecommendationMove(
                **arriving.signed, recommendation=one, step="bring in", now=one.stage
            )
            for one in made
        ),
        batch_size=MANY,
    )
    _learn_themes(rows, arriving)
    RecommendationTheme.objects.bulk_create(_themes(rows, arriving), batch_size=MANY)


def _advice(row: PreviewRow, arriving: Arriving) -> Recommendation:
    return Recommendation(
        **arriving.signed,
        source=reference(arriving.log),
        source_title=_source(row, arriving),
        text=text(row.values, "recommendation"),
        made_on=today(),
        stage=RecommendationStage.IN_PROGRESS,
        stage_since=today(),
    )


def _learn_themes(rows: list[PreviewRow], arriving: Arriving) -> None:
    """Words that are in no list become themes of our own, all at once."""
    kept = (row for row in rows if _key(row, arriving) in arriving.recommendations)
    words = {plain(word): word for row in kept for word in words_of(row)}
    new = [word for known, word in words.items() if known not in arriving.themes]
    made = add_themes_of_log(titles=new, log=arriving.log, by=arriving.by)
    arriving.themes.update({plain(word): theme.key for word, theme in made.items()})


def _themes(rows: Iterable[PreviewRow], arriving: Arriving) -> Iterable[RecommendationTheme]:
    for row in rows:
        advice = arriving.recommendations.get(_key(row, arriving))
        if advice is None:
            continue
        for word in words_of(row):
            key = arriving.themes[plain(word)]
            if (advice.pk, key) not in arriving.marked:
                arriving.marked.add((advice.pk, key))
                edition, code = themes.split(key)
                yield RecommendationTheme(
                    partnership_id=advice.partnership_id,
                    recommendation=advice,
                    edition=edition,
                    code=code,
                )


def _make_history(rows, actions, arrivals, arriving: Arriving) -> None:
    """First moves, what was told before, and each row as it came."""
    together = list(zip(rows, actions, arrivals, strict=True))
    moves = (
        ActionMove(
            **arriving.signed, action=action, step="bring in", now=how.stage, reason=how.reason
        )
        for _, action, how in together
    )
    ActionMove.objects.bulk_create(moves, batch_size=MANY)
    notes = [
        ProgressNote(**arriving.signed, action=action, text=text(row.values, "progress"))
        for row, action, _ in together
        if text(row.values, "progress")
    ]
    ProgressNote.objects.bulk_create(notes, batch_size=MANY)
    changes = (
        RatingChange(
            **arriving.signed, action=action, rating=action.said_rating, reason=action.why_said
        )
        for action in actions
        if action.said_rating
    )
    RatingChange.objects.bulk_create(changes, batch_size=MANY)
    before = {note.action_id: note.text for note in notes}
    kept = (_row(row, action, before.get(action.pk, ""), arriving) for row, action, _ in together)
    ImportedRow.objects.bulk_create(kept, batch_size=MANY)


def _row(row: PreviewRow, action: Action, progress: str, arriving: Arriving) -> ImportedRow:
    return ImportedRow(
        partnership_id=action.partnership_id,
        log=arriving.log,
        action=action,
        number=row.number,
        section=row.section,
        cells={heading: to_json(cell) for heading, cell in row.kept.items()},
        said=said_of(action, person=action.owner_name, progress=progress),
    )


def _key(row: PreviewRow, arriving: Arriving) -> tuple[str, str]:
    return plain(text(row.values, "recommendation")), _source(row, arriving)


def _source(row: PreviewRow, arriving: Arriving) -> str:
    """The log's own words, else the heading that the row stood under, else the file."""
    return (text(row.values, "source") or row.section or arriving.log.file_name)[:300]


def _day(values: dict[str, Any], name: str) -> date | None:
    value = values.get(name)
    return value if isinstance(value, date) else None


def text(values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    return "" if value is None else str(value).strip()
