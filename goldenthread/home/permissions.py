"""Who may open the pages that belong to no capability."""

from django.conf import settings

from goldenthread.foundations.people.entrances import (
    EVERY_SEAT,
    Alive,
    Entrance,
    Public,
    SignedIn,
    seats,
)
from goldenthread.foundations.people.roles import AT_THE_TABLE, Role

PAGES: dict[str, Entrance] = {
    "inbox": SignedIn(),
    "partnership": EVERY_SEAT,
    "search": seats(AT_THE_TABLE, Role.CONTRIBUTOR),
    "trail": seats(Role.BUSINESS_MANAGER, Role.SCRUTINEER, Role.SYSTEM_ADMINISTRATOR),
    "system": seats(Role.SYSTEM_ADMINISTRATOR),
    "accessibility": Public(),
    "healthz": Alive(),
    "readyz": Alive(),
}
GALLERY = ("gallery", "gallery-form", "gallery-confirm", "gallery-refused")
if settings.SHOWS_GALLERY:
    PAGES |= dict.fromkeys(GALLERY, Public())
