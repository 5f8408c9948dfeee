"""The tracker and the figures as files, at 200, 2,000 and 20,000 rows: time, memory grown, and slope.

    python -m bench.exports

The tracker is a log that was brought in, copied: two thirds of its rows as they came in, the others
with progress told since. Each file is asked for from the site and read to its end, signed in and
under the lock. Memory is the highest that this process held above what it held before it was asked;
the smallest size is asked once before, so that loading libraries is not counted. Where other work
runs on the machine, read the processor time of this process (the database works in its own).
"""

import csv
import gc
import io
import time
from ctypes import CDLL
from math import log
from pathlib import Path

import psycopg
from psycopg import sql

from bench.filling import DIFFERS, columns, copy
from bench.places import fresh_site
from goldenthread.config.settings.places import ROOT

SIZES = (200, 2_000, 20_000)
SECONDS, MEGABYTES = 2.0, 20.0  # what the design allows the largest
APART = 1_000_000  # between the numbers of one copy's rows and of the next
OF_AN_ACTION = ("thread_progressnote", "thread_importedrow")
HEADINGS = (
    "Ref", "Recommendation", "Action", "Lead", "Agency", "Due", "RAG", "Status", "Update May",
    "Update June", "Source", "Priority", "Our own code",
)  # fmt: skip


def main() -> None:
    with fresh_site("bench_exports") as site:
        client, files = furnish()
        for ask in files.values():
            measured(client, ask)
        print("rows    file                     seconds  processor   MB grown    MB sent")
        times: dict[str, list[float]] = {name: [] for name in files}
        for size in SIZES:
            fill(site.admin_url(site.database), size)
            for name, ask in files.items():
                seconds, worked, grown, sent = measured(client, ask)
                times[name].append(seconds)
                within = size < SIZES[-1] or (seconds <= SECONDS and grown <= MEGABYTES)
                said = "" if within else f"  OVER {SECONDS:.0f} s or {MEGABYTES:.0f} MB"
                print(
                    f"{size:6,}  {name:22} {seconds:9.2f} {worked:10.2f} {grown:10.1f} {sent:10.1f}{said}"
                )
    for name, (_, middle, largest) in times.items():
        slope = log(largest / middle) / log(SIZES[-1] / SIZES[1])
        print(f"slope {slope:.2f}  {name}")


def furnish():
    """A log of 200 rows brought in, and figures; a browser signed in as their manager; the files."""
    from django.test import Client
    from django.urls import reverse

    from goldenthread.foundations.measures.importing.keeping import keep_file
    from goldenthread.foundations.people.gate import under
    from goldenthread.foundations.people.tests import factories

    partnership = factories.PartnershipFactory(area="Kirklees")
    manager = factories.member(partnership=partnership)
    example = ROOT / "goldenthread/capabilities/dataset/worked_example/allegations.csv"
    with under(manager):
        brought = bring_log_in(manager)
        keep_file(example.read_bytes(), example.name, partnership, period="2014/15", by=manager)
    here = {"partnership": manager.slug}
    files: dict[str, str] = {}
    for kind in ("csv", "xlsx"):
        for name, shape in (("tracker, own shape", 0), ("tracker, log's shape", brought)):
            where = reverse("thread:export-as", kwargs={**here, "shape": shape, "kind": kind})
            files[f"{name} {kind}"] = where
        files[f"figures {kind}"] = reverse("dataset:export", kwargs={**here, "kind": kind})
    return factories.sign_in(Client(SERVER_NAME="127.0.0.1"), manager), files


def bring_log_in(manager) -> int:
    from goldenthread.foundations.thread.actions import importing, tell_progress
    from goldenthread.foundations.thread.models import Action

    waiting = importing.upload_log(name="log.csv", content=log_of(SIZES[0]), by=manager)
    brought = importing.bring_in(log=waiting, by=manager)
    assert brought.rows_in == SIZES[0], f"{brought.rows_in} rows came in"
    for action in Action.objects.order_by("pk")[::3]:
        tell_progress(action=action, text="The first cohort has met twice.", by=manager)
    return brought.pk


def log_of(rows: int) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for n in range(1, rows + 1):
        writer.writerow(
            [f"A{n}", f"Strengthen strategy discussions ({n // 4})"]
            + [f"Write health into the invitation list of team {n}", f"Team manager {n % 9}"]
            + [("Council", "Police", "Health")[n % 3], f"{n % 28 + 1}/0{n % 9 + 1}/2026"]
            + [("G", "A", "R")[n % 3], ("In progress", "Not started")[n % 2], "Begun", "Half done"]
            + ["Rapid review", ("High", "Low")[n % 2], f"code {n}"]
        )
    return text.getvalue().encode()


def fill(url: str, upto: int) -> None:
    """Copy the first actions, each with its notes and its row of the log; and one of the figures."""
    with psycopg.connect(url) as connection:
        have = connection.execute("SELECT count(*) FROM thread_action").fetchone()[0]
        for number in range(have // SIZES[0], upto // SIZES[0]):
            for table in ("thread_action", *OF_AN_ACTION):
                copy_whole(connection, table, number * APART)
        name = "measures_observation"
        copy(connection, name, upto, DIFFERS[name])
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def copy_whole(connection: psycopg.Connection, table: str, further: int) -> None:
    """The rows of the log once more, their numbers and their action's so much further on."""
    moved = {"id", "action_id", "number"}
    names = ["id", *columns(connection, table)]
    values = [sql.SQL("{} + {}" if n in moved else "{}").format(sql.Identifier(n), further)
              for n in names]  # fmt: skip
    connection.execute(
        sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {} WHERE id < {}").format(
            sql.Identifier(table),
            sql.SQL(", ").join(map(sql.Identifier, names)),
            sql.SQL(", ").join(values),
            sql.Identifier(table),
            APART,
        )
    )


def measured(client, address: str) -> tuple[float, float, float, float]:
    """Seconds, those of this processor, megabytes grown and megabytes sent of one file, asked for and read to its end."""
    gc.collect()
    CDLL(None).malloc_trim(0)
    before = held("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")  # the highest mark starts from here
    began, worked = time.perf_counter(), time.process_time()
    answer = client.get(address)
    assert answer.status_code == 200, f"{address} answered {answer.status_code}"
    sent = sum(len(part) for part in answer.streaming_content)
    answer.close()
    seconds, worked = time.perf_counter() - began, time.process_time() - worked
    return seconds, worked, held("VmHWM") - before, sent / 1e6


def held(line: str) -> float:
    """Megabytes of this process's memory: VmRSS now, VmHWM at most."""
    status = Path("/proc/self/status").read_text()
    return int(status.split(f"{line}:")[1].split()[0]) / 1_000


if __name__ == "__main__":
    main()
