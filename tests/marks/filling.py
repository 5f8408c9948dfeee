"""Fill any form of the site as somebody would who answers everything with the first thing that fits."""

from bs4 import BeautifulSoup, Tag

# What is typed where words would not do: by the field's name, by its ending, by its kind.
NAMED = {
    "areas": "Homes\nSchools\nStreets",
    "number": "77",
    "period": "2025/26",
    "server": "https://login.example.gov.uk",
    "domains": "example.gov.uk",
    "reminder_days": "-7, 0",
}
ENDINGS = {"-day": "31", "-month": "3", "-year": "2027"}
FIRST_DAYS = {"-day": "1", "-month": "4", "-year": "2026"}
BEGINS = ("starts_on", "first_day", "since", "last_day")
KINDS = {"email": "someone-new@example.org", "number": "7"}
WORDS = "Said for the test"


def forms_of(html: str) -> list[Tag]:
    """The forms that change something, and ask for no file."""
    found = BeautifulSoup(html, "html.parser").find_all("form", method="post")
    return [form for form in found if not form.find("input", type="file")]


def filled(form: Tag) -> dict[str, list[str]]:
    """What would be sent: what stands there already, and words or the first choice where nothing does."""
    sent: dict[str, list[str]] = {}
    for field in form.find_all(["input", "select", "textarea"]):
        if field.get("name") and not field.has_attr("disabled"):
            _fill(field, sent)
    button = form.find("button", attrs={"name": True})
    if button:
        sent[button["name"]] = [button.get("value", "")]
    return sent


def _fill(field: Tag, sent: dict[str, list[str]]) -> None:
    name, kind = field["name"], field.get("type", "text")
    if field.name == "select":
        sent[name] = _chosen(field)
    elif kind in ("radio", "checkbox"):
        if field.has_attr("checked") or name not in sent:
            sent[name] = [field.get("value", "on")]
    elif kind == "hidden":
        sent.setdefault(name, []).append(field.get("value", ""))
    elif kind != "submit":
        held = field.get("value") or field.text.strip()
        sent[name] = [held or _typed(name, field.get("inputmode"), kind)]


def _typed(name: str, mode: str | None, kind: str) -> str:
    stem, dash, part = name.rpartition("-")
    days = FIRST_DAYS if stem == "on" or stem.endswith(BEGINS) else ENDINGS
    if dash + part in days:
        return days[dash + part]
    return NAMED.get(name) or ("7" if mode == "numeric" else KINDS.get(kind, WORDS))


def _chosen(field: Tag) -> list[str]:
    options = field.find_all("option")
    taken = [o.get("value", "") for o in options if o.has_attr("selected") and o.get("value")]
    other = [o.get("value", "") for o in options if o.get("value")]
    return taken or other[:1]
