"""Single-use links for people who are needed once, and invitations: tables and their tokens.

A link is a random token of which only a fingerprint is stored. Opening it sends a six-figure code
to the work address it was made for; only then does it open, and only the one thing it names.
"""

import hashlib
import secrets

from django.contrib.postgres.fields import ArrayField
from django.db import models

from goldenthread.foundations.lock.declarations import OwnedByPartnership
from goldenthread.foundations.people.models.areas import Organisation, Partnership
from goldenthread.foundations.people.models.seats import Person, Seat


def new_token() -> str:
    return secrets.token_urlsafe(32)


def token_fingerprint(token: str) -> str:
    """What is stored of a token. It has 256 random bits, so a plain hash cannot be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()


class Link(models.Model):
    """One thing, opened for one work address, until it is used or runs out."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=60)  # which page it opens: "update an action"
    opens = models.CharField(max_length=120)  # the one record: "thread.action:12"
    email = models.EmailField()
    name = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64, unique=True)
    code = models.CharField(max_length=200, blank=True)  # hashed like a password
    code_sent_at = models.DateTimeField(null=True, blank=True)
    codes_sent = models.PositiveSmallIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    lock = OwnedByPartnership()

    def __str__(self):
        return f"{self.purpose} for {self.email}"


class Invitation(models.Model):
    """A seat offered by e-mail, until it is taken up, withdrawn or runs out."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    email = models.EmailField()
    name = models.CharField(max_length=200)
    title = models.CharField("job title", max_length=200, blank=True)
    roles = ArrayField(models.CharField(max_length=60))
    mailbox = models.EmailField(blank=True)
    seat = models.ForeignKey(  # a vacant seat that is handed over; none where a new one is made
        Seat, models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    sent_at = models.DateTimeField(null=True, blank=True)
    invited_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    fingerprint = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    lock = OwnedByPartnership()

    def __str__(self):
        return f"{self.name} at {self.organisation}"


# Whoever holds a token is not yet anyone, so these two questions look past the lock. Each answers
# for one unguessable token and gives only what is needed to go on.
OPEN_LINK = """
CREATE OR REPLACE FUNCTION people_open_link(asked text) RETURNS TABLE
    (id bigint, partnership_id bigint, purpose varchar, opens varchar, email varchar, name varchar)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id, partnership_id, purpose, opens, email, name FROM people_link
    WHERE fingerprint = asked AND used_at IS NULL AND expires_at > now() AND tries < 5
$$;
"""
OPEN_INVITATION = """
CREATE OR REPLACE FUNCTION people_open_invitation(asked text) RETURNS TABLE
    (id bigint, partnership_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id, partnership_id FROM people_invitation
    WHERE fingerprint = asked AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > now()
$$;
"""
LOCK_FUNCTIONS = [OPEN_LINK, OPEN_INVITATION]
