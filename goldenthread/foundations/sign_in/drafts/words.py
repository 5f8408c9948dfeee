"""What a form's fields held, written down and read back."""

import json

from django.http import QueryDict

LONGEST = 1_000_000  # characters; a long report section is a tenth of it
OURS = ("csrfmiddlewaretoken", "draft-")
Words = dict[str, list[str]]


class TooLong(Exception):
    """More than we keep of one form."""


def written(posted: QueryDict) -> str:
    words = {name: values for name, values in posted.lists() if not name.startswith(OURS)}
    text = json.dumps(words)
    if len(text) > LONGEST:
        raise TooLong
    return text


def read(text: str) -> Words:
    return json.loads(text) if text else {}


def said(words: Words) -> list[tuple[str, str]]:
    """The fields that say something, named as a person would: "what-changed" is "What changed"."""
    return [
        (name.replace("_", " ").replace("-", " ").capitalize(), "\n".join(filter(None, values)))
        for name, values in words.items()
        if any(values)
    ]


def number(text: str | None) -> int | None:
    """The number of a draft as a form names it; none if it is not one."""
    return int(text) if text and text.isdecimal() and len(text) < 19 else None
