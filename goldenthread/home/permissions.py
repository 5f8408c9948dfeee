"""Who may open the pages that belong to no capability."""

from goldenthread.foundations.people.entrances import Alive, SignedIn

PAGES = {"inbox": SignedIn(), "healthz": Alive(), "readyz": Alive()}
