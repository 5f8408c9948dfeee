"""`goldenthread reseal`: seal everything anew with the newest key, so that an older one can be retired.

The site may run meanwhile, once it has the newest key. Stopped halfway, run it again: it passes
over what is done.
"""

import argparse
import sys

from goldenthread.config.commands import site

BACKUPS = "Backups made before now still need the keys of their time: keep those with the backups."
DRAFTS = "{} in {} may only be added and stay as they are; drafts are removed after thirty days."


def main(arguments: list[str]) -> int:
    """0 when nothing needs an older key any more, 1 when something still does; it says what."""
    argparse.ArgumentParser(prog="goldenthread reseal", description=__doc__).parse_args(arguments)
    site.load()
    tallies = []
    for tally in everything():
        tallies.append(tally)
        print(
            f"{tally.title}: {tally.seen} sealed, {tally.renewed} of them sealed anew now.",
            flush=True,
        )
    leave_mark(sum(tally.renewed for tally in tallies))
    return conclude(tallies)


def everything():
    """Place after place, each with its tally when it is done."""
    from goldenthread.foundations.documents import store
    from goldenthread.foundations.lock import resealing

    keys = asker().keys
    for column in resealing.columns():
        yield resealing.reseal(column, keys)
    yield store.reseal()


def conclude(tallies) -> int:
    for tally in tallies:
        if tally.must_stay:
            print(DRAFTS.format(tally.must_stay, tally.title))
        if tally.unopened:
            sys.stderr.write(f"{tally.title}: {tally.unopened} open with none of SEALING_KEYS.\n")
    needed = any(tally.must_stay or tally.unopened for tally in tallies)
    said = "Keep the older keys for now." if needed else "Nothing here needs an older key any more."
    print(f"{said} {BACKUPS}")
    return int(needed)


def leave_mark(renewed: int) -> None:
    from goldenthread.foundations.people.gate import under
    from goldenthread.foundations.trail import actions as trail

    with under(asker()) as machine:
        trail.record(
            by=machine, did="sealed everything anew", to="lock.keys:newest", renewed=renewed
        )


def asker():
    """The machine, with the keys of every partnership and of every organisation."""
    from goldenthread.foundations.people.queries import every_partnership

    return every_partnership(doing="seal everything anew")
