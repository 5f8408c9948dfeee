"""Everything that is changed about people. Other apps need only these:

- `make_link(purpose, opens, email, name, by)` → the path of a single-use link, to put in an e-mail
- `use_up(guest)` once the guest has done the one thing
- `accept_invitation(token, person)` → the seat that was offered
"""

from goldenthread.foundations.people.actions.accounts import open_account
from goldenthread.foundations.people.actions.invitations import accept_invitation
from goldenthread.foundations.people.actions.links import make_link, use_up

__all__ = ["accept_invitation", "make_link", "open_account", "use_up"]
