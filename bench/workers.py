"""What the processes of a server have cost: their memory, and the processor's time."""

import os
from dataclasses import dataclass
from pathlib import Path

MIB = 1024 * 1024


@dataclass(frozen=True)
class Workers:
    """The children of one server process."""

    server: int

    def folders(self) -> list[Path]:
        found = []
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                parent = int(_fields(stat)[1])
            except OSError:  # it ended meanwhile
                continue
            if parent == self.server:
                found.append(stat.parent)
        return found

    def processor_ms(self) -> float:
        """Milliseconds of the processor that all of them have had since they began."""
        ticks = sum(sum(map(int, _fields(folder / "stat")[11:13])) for folder in self.folders())
        return ticks * 1000 / os.sysconf("SC_CLK_TCK")

    def largest_mib(self) -> float:
        """What the largest of them holds in memory."""
        pages = max(int((folder / "statm").read_text().split()[1]) for folder in self.folders())
        return pages * os.sysconf("SC_PAGE_SIZE") / MIB


def _fields(stat: Path) -> list[str]:
    """From the state on: a process's name, which comes before, may hold anything."""
    return stat.read_text().rpartition(")")[2].split()
