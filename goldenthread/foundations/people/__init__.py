"""Who is who: regions, partnerships, organisations, groups, seats and roles; and the gate.

A person acts from a *seat* (person × organisation × partnership × roles). Every page names who may
come in; a page that names nobody is refused to all. `gate.py` is the first thing to read.
"""
