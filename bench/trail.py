"""What the trail costs: eight writers at once, each transaction with its mark and without it.

    python -m bench.trail

A transaction is an action as the product has them: under the lock it reads a row for update, changes
it, adds another, and leaves a mark, or leaves none. The sealer runs beside both. Short rounds without
and with marks follow each other (A B B A …), and the loss is the median over neighbouring pairs, so
that what else the machine does falls on both alike.
"""

import multiprocessing
import threading
import time
from math import log
from statistics import median

from bench.places import fresh_site

WRITERS = 8
SIZES = (5, 15, 45)  # transactions of each writer in a round
PAIRS = 8
ALLOWED_LOSS = 0.2
ROUNDS = [marked for pair in range(PAIRS) for marked in ((False, True), (True, False))[pair % 2]]


def main() -> None:
    with fresh_site("bench_trail"):
        partnership = prepared()
        print(f"{WRITERS} writers at once; the sealer runs beside them; {PAIRS} pairs of rounds")
        print("transactions a round   without/s    with/s   median loss")
        rows = [(size * WRITERS, *measured(size, partnership)) for size in SIZES]
    for work, without, marked, loss in rows:
        print(f"{work:20}  {work / without:10.0f} {work / marked:9.0f} {loss:12.0%}")
    (small, _, first, _), (large, _, last, _) = rows[0], rows[-1]
    slope = log(last / first) / log(large / small)
    loss = median(row[-1] for row in rows)
    verdict = "less" if loss < ALLOWED_LOSS else "MORE"
    print(f"slope with marks {slope:.2f}; loss {loss:.0%}, {verdict} than a fifth")


def prepared() -> int:
    from django.db import connection

    from goldenthread.foundations.people.tests import factories

    partnership = factories.PartnershipFactory().pk
    connection.close()  # forked processes must not share it
    return partnership


def measured(size: int, partnership: int) -> tuple[float, float, float]:
    """Median seconds of a round without marks, and with; the median share of throughput lost."""
    times = seconds_of_rounds(size, partnership)
    pairs = [
        sorted(zip(ROUNDS[n : n + 2], times[n : n + 2], strict=True))
        for n in range(0, len(times), 2)
    ]
    without, marked = [a for (_, a), _ in pairs], [b for _, (_, b) in pairs]
    losses = [1 - a / b for a, b in zip(without, marked, strict=True)]
    return median(without), median(marked), median(losses)


def seconds_of_rounds(size: int, partnership: int) -> list[float]:
    fork = multiprocessing.get_context("fork")
    line, done = fork.Barrier(WRITERS + 1), fork.Barrier(WRITERS + 1)
    sealer = fork.Process(target=seal, daemon=True)
    writers = [
        fork.Process(target=write, args=(size, partnership, line, done), daemon=True)
        for _ in range(WRITERS)
    ]
    for process in (sealer, *writers):
        process.start()
    times = []
    for _ in ROUNDS:
        line.wait()
        began = time.perf_counter()
        done.wait()
        times.append(time.perf_counter() - began)
    sealer.kill()
    for process in writers:
        process.join()
    return times


def seal() -> None:
    from goldenthread.config.working import Pace, seal_until

    seal_until(threading.Event(), Pace().seal)


def write(size: int, partnership: int, line, done) -> None:
    from goldenthread.foundations.people.gate import under
    from goldenthread.foundations.people.members import machine

    asker = machine(partnership, doing="bench")
    with under(asker):
        row = added(partnership)
    for marked in ROUNDS:
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
