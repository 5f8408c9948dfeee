"""What the pages of sign-in show that allauth does not gather for them."""

from functools import lru_cache


@lru_cache(maxsize=1)
def demonstration() -> dict:
    """Whom one can be in the demonstration. Read only there."""
    from goldenthread.foundations.people.demonstration import PASSWORD, accounts

    return {"accounts": accounts(), "password": PASSWORD}
