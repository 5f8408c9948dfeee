"""What the trail costs: eight writers at once, each transaction with its mark and without it.

    python -m bench.trail

A transaction is an action as the product has them: under the lock it reads a row for update, changes
it, adds another, and leaves a mark, or leaves none. The sealer runs beside both. Each size is run
without, with, with, without, so that what else the machine does falls on both alike.
"""

import multiprocessing
import threading
import time
from math import log

from bench.places import fresh_site

WRITERS = 8
SIZES = (20, 60, 120)  # transactions of each writer
ALLOWED_LOSS = 0.2


def main() -> None:
    with fresh_site("bench_trail"):
        partnership = prepared()
        print(f"{WRITERS} writers at once; the sealer runs beside them")
        print("transactions   without/s    with/s    loss")
        rows = [(size * WRITERS, *measured(size, partnership)) for size in SIZES]
        for work, without, with_marks in rows:
            loss = 1 - without / with_marks
            print(
                f"{work:12}  {work / without:10.0f} {work / with_marks:9.0f} {loss:7.0%}",
                flush=True,
            )
        (small, *_, first), (large, *_, last) = rows[0], rows[-1]
        slope = log(last / first) / log(large / small)
        loss = 1 - sum(row[1] for row in rows) / sum(row[2] for row in rows)
        verdict = "within" if loss < ALLOWED_LOSS else "OVER"
        print(f"slope with marks {slope:.2f}; loss over all sizes {loss:.0%}, {verdict} the fifth")


def prepared() -> int:
    from django.db import connection

    from goldenthread.foundations.people.tests import factories

    partnership = factories.PartnershipFactory().pk
    connection.close()  # forked processes must not share it
    return partnership


def measured(size: int, partnership: int) -> tuple[float, float]:
    """Seconds without marks and with them, the mean of two runs of each."""
    runs: dict[bool, list[float]] = {False: [], True: []}
    for marked in (False, True, True, False):
        runs[marked].append(seconds_for(size, partnership, marked))
    return sum(runs[False]) / 2, sum(runs[True]) / 2


def seconds_for(size: int, partnership: int, marked: bool) -> float:
    fork = multiprocessing.get_context("fork")
    line, done = fork.Barrier(WRITERS + 1), fork.Barrier(WRITERS + 1)
    sealer = fork.Process(target=seal, daemon=True)
    writers = [
        fork.Process(target=write, args=(size, partnership, marked, line, done), daemon=True)
        for _ in range(WRITERS)
    ]
    for process in (sealer, *writers):
        process.start()
    line.wait()
    began = time.perf_counter()
    done.wait()
    seconds = time.perf_counter() - began
    sealer.kill()
    for process in writers:
        process.join()
    return seconds


def seal() -> None:
    from goldenthread.config.working import Pace, seal_until

    seal_until(threading.Event(), Pace().seal)


def write(size: int, partnership: int, marked: bool, line, done) -> None:
    from goldenthread.foundations.people.gate import under
    from goldenthread.foundations.people.members import machine

    asker = machine(partnership, doing="bench")
    with under(asker):
        row = added(partnership)
    line.wait()
    for _ in range(size):
        with under(asker):
            act(row.pk, partnership, asker, marked)
    done.wait()


def act(pk: int, partnership: int, asker, marked: bool) -> None:
    from goldenthread.foundations.messages.models import Message
    from goldenthread.foundations.trail import actions as trail

    row = Message.objects.select_for_update().get(pk=pk)
    row.tries += 1
    row.save(update_fields=["tries"])
    added(partnership)
    if marked:
        trail.record(by=asker, did="changed", to=row, tries=row.tries % 100)


def added(partnership: int):
    from goldenthread.foundations.messages.models import Message

    return Message.objects.create(
        partnership_id=partnership, to="bench@example.org", name="Bench", subject="Bench"
    )


if __name__ == "__main__":
    main()
