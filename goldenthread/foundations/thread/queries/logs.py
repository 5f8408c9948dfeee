"""Action logs on their way in: what a file holds, and what would come of it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from goldenthread.engine.intake.action_log import FIELDS
from goldenthread.engine.intake.fields import known_words
from goldenthread.engine.intake.limits import ACTION_LOG
from goldenthread.engine.intake.mapping import best_table, suggest_mapping
from goldenthread.engine.intake.preview import Preview, PreviewRow, apply_mapping
from goldenthread.engine.intake.reading import read_tables
from goldenthread.engine.intake.table import Table
from goldenthread.foundations.thread.models import ActionLog
from goldenthread.foundations.thread.queries.owners import organisation_words, plain
from goldenthread.foundations.thread.queries.themes import themes_of

MOST_WORDS = 60
MOST_LOGS = 50
HEADINGS = known_words(FIELDS)


@dataclass(frozen=True)
class Offered:
    """A table of the file, as a person chooses among them."""

    name: str
    rows: int
    headings: list[str]
    hidden: bool


def logs_of(member) -> QuerySet[ActionLog]:
    return ActionLog.objects.filter(partnership_id=member.partnership_id).defer("content")


def waiting_log(member, pk: int) -> QuerySet[ActionLog]:
    """One to which nobody said yes so far, with its file."""
    return ActionLog.objects.filter(
        partnership_id=member.partnership_id, pk=pk, content__isnull=False, confirmed_at=None
    )


def being_brought_in(member) -> QuerySet[ActionLog]:
    """Those that the worker has been asked to bring in."""
    return logs_of(member).filter(confirmed_at__isnull=False, brought_in_at=None)


def tables_in(content: bytes | memoryview, name: str) -> list[Table]:
    """Every table of the file. Raises intake.messages.Unreadable with a sentence that says why not."""
    return read_tables(bytes(content), name, known_headings=HEADINGS, limits=ACTION_LOG)


def offered(tables: list[Table]) -> list[Offered]:
    return [Offered(t.name, len(t.rows), t.header, t.hidden) for t in tables]


def likeliest(tables: list[Table], partnership_id: int) -> Table:
    """One whose headings were brought in before, else the one that looks most like an action log."""
    known = (table for table in tables if former_log(table.header, partnership_id))
    return next(known, None) or best_table(tables, FIELDS)


def proposed(table: Table, partnership_id: int) -> dict[str, str]:
    """What each column is: as was chosen for a log of the same headings, else as we read them."""
    former = former_log(table.header, partnership_id)
    if former is None:
        return suggest_mapping(table.header, FIELDS, table.rows)
    chosen = {plain(heading): name for heading, name in former.mapping.items()}
    return {h: chosen[plain(h)] for h in table.header if plain(h) in chosen}


def former_log(header: list[str], partnership_id: int) -> ActionLog | None:
    """The newest log of these headings, in any order, that was brought in here."""
    before = ActionLog.objects.filter(partnership_id=partnership_id, brought_in_at__isnull=False)
    wanted = shape(header)
    newest = before.defer("content").order_by("-brought_in_at", "-pk")[:MOST_LOGS]
    return next((log for log in newest if shape(log.header) == wanted), None)


def shape(header: list[str]) -> list[str]:
    return sorted(plain(heading) for heading in header)


def table_of(log: ActionLog) -> Table:
    tables = tables_in(log.content or b"", log.file_name)
    return next((table for table in tables if table.name == log.part), tables[0])


def preview_of(log: ActionLog) -> Preview:
    return apply_mapping(table_of(log), log.mapping, FIELDS)


def unknown_organisations(rows: list[PreviewRow], partnership_id: int) -> list[str]:
    """What the log calls organisations and we cannot place, the commonest first."""
    known = organisation_words(partnership_id)
    counts: dict[str, int] = {}
    for row in rows:
        words = str(row.values.get("owner_organisation") or "").strip()
        if words and plain(words) not in known:
            counts[words] = counts.get(words, 0) + 1
    return sorted(counts, key=lambda words: (-counts[words], words))[:MOST_WORDS]


def theme_words(partnership_id: int) -> dict[str, str]:
    """The key of each theme by its title in small letters; the newest list has the last word."""
    return {plain(theme.title): key for key, theme in themes_of(partnership_id).items()}


def words_of(row: PreviewRow) -> tuple[str, ...]:
    """What the row's column of themes says, word by word."""
    said = row.values.get("themes")
    return said if isinstance(said, tuple) else ()


def new_themes(rows: list[PreviewRow], partnership_id: int) -> list[str]:
    """Themes in the log that are in no list of ours; they would be added as our own."""
    known = theme_words(partnership_id)
    named = {word for row in rows for word in words_of(row)}
    return sorted(word for word in named if plain(word) not in known)
