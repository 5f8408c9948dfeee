"""Who may open the pages that belong to no capability."""

from django.conf import settings

from goldenthread.foundations.people.entrances import Alive, Entrance, Public, SignedIn

PAGES: dict[str, Entrance] = {"inbox": SignedIn(), "healthz": Alive(), "readyz": Alive()}
GALLERY = ("gallery", "gallery-form", "gallery-confirm", "gallery-refused")
if settings.SHOWS_GALLERY:
    PAGES |= dict.fromkeys(GALLERY, Public())
