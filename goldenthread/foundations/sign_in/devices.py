"""What a browser calls itself, in words that its owner would use."""

# The first that is found wins: Edge also says Chrome, and Chrome also says Safari.
BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def device_of(user_agent: str) -> str:
    """ "Firefox on Windows"; "An unknown device" if it does not say."""
    browser = _first(BROWSERS, user_agent)
    system = _first(SYSTEMS, user_agent)
    return " on ".join(part for part in (browser, system) if part) or "An unknown device"


def _first(names, said: str) -> str:
    return next((name for sign, name in names if sign in said), "")
