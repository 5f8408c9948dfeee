"""Signing in and out, second factors, sessions, and words kept when a session ends.

The journeys are django-allauth's; the pages, the words and the marks on the trail are ours. Only
the addresses in `addresses.py` exist: what is not listed there cannot be reached. Nobody signs
themselves up: a person comes in by an invitation to a seat, or not at all.

- `addresses.py`    the pages that exist
- `adapters/`       where allauth asks us how we do things
- `marks.py`        what is written on the trail
- `clock.py`        how long one may be away; `idle.py` signs out whoever stays away longer
- `ways/`           what a partnership decides: its organisations' own sign-ins
- `drafts/`         words typed and not yet sent, kept for the person who typed them
- `stale.py`        a form refused because one signed in again in another window: kept as well

Attempts are counted in the table `Count`; docs/adr/0004 says why there.
"""
