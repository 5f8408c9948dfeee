"""`goldenthread trail verify`: read every chain again and name what was removed, altered or moved."""

import sys

from goldenthread.config.commands import site

USAGE = "Usage: goldenthread trail verify"
CAVEAT = (
    "A mark that the database's owner removes within the second before it is sealed would not show."
)


def main(arguments: list[str]) -> int:
    """0 when every chain holds, 1 when something was found, 2 when the command was not understood."""
    if arguments != ["verify"]:
        sys.stderr.write(USAGE + "\n")
        return 2
    site.load()
    from goldenthread.foundations.people.gate import under
    from goldenthread.foundations.people.queries import every_partnership
    from goldenthread.foundations.trail import verifying
    from goldenthread.foundations.trail.models import SYSTEM_CHAIN

    with under(every_partnership(doing="verify the trail", also=(SYSTEM_CHAIN,)), reads_only=True):
        return report(verifying.summary())


def report(summary) -> int:
    for fault in summary.faults:
        sys.stdout.write(f"{fault.kind}: {fault.message}\n")
    chains = ", ".join(
        f"{chain}: {head.place} marks, head {head.hash[:12]}" for chain, head in summary.heads
    )
    sys.stdout.write(f"Chains read: {chains or 'none'}.\n{len(summary.faults)} faults. {CAVEAT}\n")
    return 1 if summary.faults else 0
