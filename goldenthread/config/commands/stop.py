"""Stop the demonstration: its site, its worker and its database."""

from goldenthread.config.demonstration import processes
from goldenthread.config.demonstration.command import SITE


def main(arguments: list[str]) -> int:
    ran = processes.stop()
    SITE.server.stop()
    print("The demonstration has stopped." if ran else "The demonstration was not running.")
    return 0
