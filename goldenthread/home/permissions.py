"""Who may open the pages that belong to no capability."""

from goldenthread.foundations.people.entrances import SignedIn

PAGES = {"inbox": SignedIn()}
