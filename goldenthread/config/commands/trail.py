"""`goldenthread trail verify [--against BACKUP]`: read every chain again and name what was removed,
altered or moved; against a backup, also a tail that was cut since."""

import argparse
import sys
from pathlib import Path

from goldenthread.config.commands import site

CAVEAT = (
    "A mark that the database's owner removes within the second before it is sealed would not show."
)


def main(arguments: list[str]) -> int:
    """0 when every chain holds, 1 when something was found, 2 when the command was not understood."""
    try:
        asked = parser().parse_args(arguments)
    except SystemExit as stopped:
        return int(stopped.code or 0)
    site.load()
    from goldenthread.config.backups.refusal import Refused

    try:
        return verify(heads_of(asked.against) if asked.against else {})
    except Refused as refused:
        sys.stderr.write(f"{refused}\n")
        return 2


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="goldenthread trail", description=__doc__)
    ways = made.add_subparsers(required=True, metavar="verify")
    reading = ways.add_parser("verify", help="read every chain again")
    reading.add_argument(
        "--against", type=Path, metavar="BACKUP", help="a file of an earlier backup"
    )
    return made


def heads_of(backup: Path) -> dict[int, tuple[int, str]]:
    from goldenthread.config.backups import archive

    with archive.opened(backup) as held:
        return {int(c): (head.place, head.hash) for c, head in held.manifest.heads.items()}


def verify(heads: dict[int, tuple[int, str]]) -> int:
    from goldenthread.foundations.people.gate import under
    from goldenthread.foundations.people.queries import every_partnership
    from goldenthread.foundations.trail import verifying
    from goldenthread.foundations.trail.models import SYSTEM_CHAIN

    with under(every_partnership(doing="verify the trail", also=(SYSTEM_CHAIN,)), reads_only=True):
        return report(verifying.summary(), list(verifying.cut(heads)))


def report(summary, cuts) -> int:
    faults = [*summary.faults, *cuts]
    for fault in faults:
        sys.stdout.write(f"{fault.kind}: {fault.message}\n")
    chains = ", ".join(
        f"{chain}: {head.place} marks, head {head.hash[:12]}" for chain, head in summary.heads
    )
    sys.stdout.write(f"Chains read: {chains or 'none'}.\n{len(faults)} faults. {CAVEAT}\n")
    return 1 if faults else 0
