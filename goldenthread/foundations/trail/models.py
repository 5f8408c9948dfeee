"""Marks, the seals that chain them, and the marks that wait for a seal.

No foreign keys: the trail outlives what it describes.
"""

from django.db import models

from goldenthread.foundations.lock.declarations import DOOR, ME, MINE, Where

SYSTEM_CHAIN = 0  # the chain for sign-in and the system, which belong to no partnership

_OWN = (
    f"partnership_id {MINE} OR (partnership_id IS NULL AND (person_id {ME} OR {DOOR} = 'machine'))"
)
_CHAIN = f"chain {MINE} OR (chain = {SYSTEM_CHAIN} AND {DOOR} = 'machine')"


class Mark(models.Model):
    """Something that was done or opened. It names fields, never protected values."""

    at = models.DateTimeField()
    partnership_id = models.BigIntegerField(null=True)
    person_id = models.BigIntegerField(null=True)
    seat_id = models.BigIntegerField(null=True)
    by = models.TextField()
    did = models.TextField()
    to = models.CharField(max_length=120)
    detail = models.JSONField(default=dict)
    request = models.CharField(max_length=32, blank=True)
    lock = Where(
        read=_OWN,
        write=f"partnership_id {MINE} OR partnership_id IS NULL",
        why="Sign-in and the system leave marks that belong to no partnership.",
        append_only=True,
    )

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["partnership_id", "-id"], name="mark_page"),
            models.Index(fields=["partnership_id", "to"], name="mark_of_thing"),
        ]

    def __str__(self):
        return f"{self.by} {self.did} {self.to}"


class Waiting(models.Model):
    """A mark that has not been sealed yet; a trigger puts it here, the sealer takes it away."""

    mark_id = models.BigIntegerField(primary_key=True)
    chain = models.BigIntegerField()
    lock = Where(
        read=_CHAIN,
        write=_CHAIN,
        why="The sealer alone works through it; the trigger that fills it runs as the owner.",
    )

    class Meta:
        indexes = [models.Index(fields=["chain", "mark_id"], name="waiting_in_order")]

    def __str__(self):
        return f"mark {self.mark_id}"


class Seal(models.Model):
    """One link of a chain: a hash over a mark and over the seal before it."""

    chain = models.BigIntegerField()
    place = models.BigIntegerField()
    mark_id = models.BigIntegerField(unique=True)
    before = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    lock = Where(
        read=_CHAIN,
        write=_CHAIN,
        why="As the marks it seals; the sealer alone adds to it.",
        append_only=True,
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "place"], name="seal_place_once")]

    def __str__(self):
        return f"{self.chain}:{self.place}"


QUEUE_FOR_SEALING = """
CREATE OR REPLACE FUNCTION trail_wait() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO trail_waiting (mark_id, chain) VALUES (NEW.id, coalesce(NEW.partnership_id, 0));
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER trail_wait AFTER INSERT ON trail_mark
    FOR EACH ROW EXECUTE FUNCTION trail_wait();
"""
LOCK_FUNCTIONS = [QUEUE_FOR_SEALING]
