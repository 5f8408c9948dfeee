"""Walk through a partnership as one of its people, and send every form that is met."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from django.db import connection, transaction
from django.urls import Resolver404, resolve

from goldenthread.foundations.lock.keys import Door, Keys, opened
from tests.marks import filling

PAGES_OF_A_KIND = 3
# What these make is not undone the first time, so that the walk meets it too.
KEPT = ("business_plan:add_link", "business_plan:new_ballot", "clocks:close", "sign_in:add")
KEPT += ("yearly_report:start", "yearly_report:hold")


@dataclass(frozen=True)
class Sent:
    """One form that was taken: where it went, and how many marks it left."""

    page: str
    marks: int
    leads_to: str = ""  # where what it made is to be found, if it was kept


class Way:
    """The addresses still to be opened: those within `begins`, and only a few of each kind of page."""

    def __init__(self, begins: str):
        self.begins, self.waiting, self.seen = begins, [begins], {begins}
        self.kinds: Counter[str] = Counter()

    def __iter__(self) -> Iterator[str]:
        while self.waiting:
            address = self.waiting.pop(0)
            name = name_of(address)
            self.kinds[name] += 1
            if name and self.kinds[name] <= PAGES_OF_A_KIND:
                yield address

    def add(self, addresses: list[str]) -> None:
        new = [to for to in addresses if to not in self.seen and to.startswith(self.begins)]
        self.seen |= set(new)
        self.waiting += dict.fromkeys(new)


def walk(client, begins: str, keys: Keys) -> Iterator[Sent]:
    """Every page within `begins`, a few of each kind, and each form on it, sent and undone again."""
    way, kept = Way(begins), set()
    for address in way:
        html = page_at(client, address)
        for form in filling.forms_of(html):
            for sent in send(client, address, form, keys, kept):
                yield sent
                way.waiting += [sent.leads_to] if sent.leads_to else []
        way.add(links_of(html, address))


def page_at(client, address: str) -> str:
    """The page's HTML; nothing where there is none."""
    answer = client.get(address)
    if answer.streaming:
        list(answer.streaming_content)  # read to its end, so that the file is closed
        return ""
    is_page = answer.status_code == 200 and "html" in answer["Content-Type"]
    return answer.content.decode() if is_page else ""


def send(client, address: str, form: Tag, keys: Keys, kept: set[str]) -> Iterator[Sent]:
    """Send the form as it was filled; what it did is undone, unless others are to be met by it."""
    to = urljoin(address, form.get("action") or address)
    if not to.startswith("/p/"):
        return
    with transaction.atomic():
        before = marks(keys)
        answer = client.post(to, filling.filled(form))
        taken = answer.status_code in (302, 303) and "/sign-in/" not in answer["Location"]
        left = marks(keys) - before
        keep = taken and name_of(to) in KEPT and name_of(to) not in kept
        transaction.set_rollback(not keep)
    if keep:
        kept.add(name_of(to))
    if taken:
        yield Sent(name_of(to), left, answer["Location"] if keep else "")


def marks(keys: Keys) -> int:
    with opened(Keys(Door.MACHINE, keys.partnerships)), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM trail_mark")
        return cursor.fetchone()[0]


def links_of(html: str, address: str) -> list[str]:
    links = BeautifulSoup(html, "html.parser").find_all("a", href=True)
    return [urljoin(address, link["href"]).split("#")[0] for link in links]


def name_of(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""
