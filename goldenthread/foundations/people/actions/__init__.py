"""Everything that is changed about people. Other apps need only these:

- `offer_link(purpose, opens, email, name, by)` → the reference of a single-use link, to give to
  `messages.send` as its address: the token is made as the e-mail leaves, and stored nowhere
- `make_link(purpose, opens, email, name, by)` → its path at once, where it is sent by another way
- `use_up(guest)` once the guest has done the one thing
- `accept_invitation(token, person)` → the seat that was offered
"""

from goldenthread.foundations.people.actions.accounts import open_account
from goldenthread.foundations.people.actions.invitations import accept_invitation
from goldenthread.foundations.people.actions.links import (
    address_to_post,
    make_link,
    offer_link,
    use_up,
)

__all__ = [
    "accept_invitation",
    "address_to_post",
    "make_link",
    "offer_link",
    "open_account",
    "use_up",
]
