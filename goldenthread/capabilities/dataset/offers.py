"""What the rest of the site may ask of the figures."""

from django.urls import reverse

from goldenthread.capabilities.dataset.permissions import READERS
from goldenthread.foundations.measures import queries
from goldenthread.foundations.questions import Standing


def found_by_search(member, words):
    """Measures of the catalogue with all of these words."""
    if not READERS.roles & member.roles:
        return
    for measure in queries.measures_with(member, words.split())[:11]:
        at = reverse("dataset:measure", args=[member.slug, measure.code])
        yield {"title": measure.name, "what": f"{measure.theme}, {measure.code}", "href": at}


def stands_out(member):
    """Figures that do not add up, and are waiting for somebody to look."""
    if not READERS.roles & member.roles:
        return
    number = queries.open_flags(member).count()
    at = reverse("dataset:flags", args=[member.slug])
    words = "figure does not add up" if number == 1 else "figures do not add up"
    yield Standing(number, words, at)
