"""Who is who: the organisations that take part, the people who hold their seats, and the groups they
sit in.

A person acts from a *seat* (person × organisation × partnership × roles). Every page names who may
come in; a page that names nobody is refused to all. `gate.py` is the first thing to read.

- `gate.py`, `askers.py`, `members.py`, `entrances.py`   who is asking, and who comes in at which page
- `roles.py`, `kinds.py` and `kinds.csv`   the roles in words; the kinds of organisation, with their dates
- `rules.py`, `permissions.py`   limits of links and invitations; who may do what
- `actions/`   seats, invitations, links, organisations, groups; `held_work.py` passes work on
- `queries/`, `forms/`, `pages/`, `views/`   what is read, asked, shown, answered
- `tasks.py`, `letters.py`   the two e-mails that people sends itself
- `demonstration/`   the made-up region, as CSV files
"""
