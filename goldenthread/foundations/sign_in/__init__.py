"""Signing in and out, second factors, sessions, and words kept when a session ends.

The journeys are django-allauth's; the pages, the words and the marks on the trail are ours. Only
the addresses in `addresses.py` exist: what is not listed there cannot be reached. Nobody signs
themselves up: a person comes in by an invitation to a seat, or not at all.

- `addresses.py`    the pages that exist
- `adapters/`       where allauth asks us how we do things
- `marks.py`        what is written on the trail
- `idle.py`         the clock that signs out whoever has gone away
- `drafts/`         words typed and not yet sent, kept for the person who typed them
- `counting.py`     where attempts are counted, and why there
"""
