"""What sign-in keeps of its own: attempts that are counted, words not yet sent, organisations' sign-ins."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from goldenthread.foundations.lock.declarations import DOOR, ME, MINE, Unlocked, Where
from goldenthread.foundations.lock.sealing import SealedText
from goldenthread.foundations.people.models import Organisation, Partnership, Person


class Count(models.Model):
    """One counter of attempts. Written by Django's database cache, whose columns these are."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)
    lock = Unlocked("Counts of attempts by a hash of who tried; nothing of a record.")

    def __str__(self):
        return self.cache_key


class Draft(models.Model):
    """One version of what a person has typed at one address and not sent.

    A version names the one it was typed over; two that name the same one are a clash, and both are
    kept. A version that is `done` says that the words were sent or thrown away.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    page = models.CharField(max_length=200)  # the page's address name: "thread:update"
    address = models.CharField(max_length=500)  # … and the thing: /p/ashby/thread/12/update/
    sends_to = models.CharField(max_length=500, blank=True)  # where the form would have gone
    # Without a constraint: a version outlives the older one it was typed over.
    over = models.ForeignKey(
        "self", models.DO_NOTHING, null=True, blank=True, related_name="later", db_constraint=False
    )
    at = models.DateTimeField(auto_now_add=True)
    words = SealedText(blank=True)  # the form's fields, as JSON
    done = models.BooleanField(default=False)
    only_added = True  # by the trigger below: never sealed anew, but gone after thirty days
    lock = Where(
        read=f"person_id {ME} OR {DOOR} = 'machine'",
        write=f"person_id {ME} OR {DOOR} = 'machine'",
        why="Only the person who typed it; the machine, to forget what is a month old.",
    )

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["person", "address", "-id"], name="draft_at_address")]

    def __str__(self):
        return f"draft {self.pk} at {self.page}"


class OrganisationSignIn(models.Model):
    """One organisation's own sign-in (OpenID Connect), by which its people here may come in."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    # Part of the address that the organisation's IT enters at its end: never changed, never used again.
    slug = models.SlugField(max_length=80, unique=True)
    server = models.URLField("server address", max_length=500)
    client_id = models.CharField("client ID", max_length=191)
    secret = SealedText("client secret")
    domains = ArrayField(models.CharField(max_length=253))  # of the e-mail addresses it vouches for
    is_on = models.BooleanField(default=False)
    changed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)
    lock = Where(
        read=f"partnership_id {MINE} OR ({DOOR} = 'sign-in' AND is_on)",
        write=f"partnership_id {MINE} AND {DOOR} IN ('seat', 'machine')",
        why="The sign-in page offers those that are switched on, before anyone is asking.",
    )

    class Meta:
        verbose_name = "organisation’s sign-in"
        ordering = ["organisation__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "organisation"], name="organisation_sign_in_once"
            )
        ]

    def __str__(self):
        return f"the sign-in of {self.organisation}"


# Versions are only ever added. The one thing that removes them is age: what was typed and never
# sent may be about a child, and is not ours to keep for ever.
ONLY_ADDED = """
CREATE OR REPLACE FUNCTION sign_in_draft_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' OR OLD.at > now() - interval '30 days' THEN
        RAISE EXCEPTION 'a draft is only ever added, and forgotten after thirty days'
            USING ERRCODE = '42501';
    END IF;
    RETURN OLD;
END $$;
CREATE OR REPLACE TRIGGER sign_in_draft_is_kept BEFORE UPDATE OR DELETE ON sign_in_draft
    FOR EACH ROW EXECUTE FUNCTION sign_in_draft_is_kept();
"""
LOCK_FUNCTIONS = [ONLY_ADDED]
