"""Single-use links: made, proved by a code sent to the work address, and used up."""

import secrets

from django.contrib.auth.hashers import check_password, make_password
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.people import letters, rules, tasks
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.people.members import Asker, Guest
from goldenthread.foundations.people.models import Link
from goldenthread.foundations.people.models.links import new_token, token_fingerprint
from goldenthread.foundations.people.permissions import may_make_link
from goldenthread.foundations.people.queries.here import partnership_of
from goldenthread.foundations.trail import actions as trail
from goldenthread.kernel.decision import YES, Decision, no

USED = "This link has already been used."
WRONG_CODE = "That code is not right. Check the newest e-mail and type its six figures."
CODE_RUN_OUT = "That code has run out. Ask for a new one."


@transaction.atomic
def offer_link(purpose: str, opens: str, email: str, name: str, by: Asker) -> str:
    """A link whose token is made only when its e-mail is posted. Gives back its reference.

    Hand the reference ("people.link:12") to `messages.send` as the address: `address_to_post` puts
    the token into the e-mail as it leaves, so that no table ever holds it.
    `purpose` is that of the page's `ByLink(purpose)`; `opens` names the one record, as
    "thread.action:12".
    """
    insist(may_make_link(by))
    link = Link.objects.create(
        partnership_id=partnership_of(by),
        purpose=purpose,
        opens=opens,
        email=email.strip().lower(),
        name=name,
        fingerprint=token_fingerprint(new_token()),  # of a token nobody has, until it is posted
        expires_at=now() + rules.LINK_LASTS,
    )
    trail.record(by=by, did="made a single-use link", to=link, purpose=purpose, opens=opens)
    return trail.reference(link)


@transaction.atomic
def make_link(purpose: str, opens: str, email: str, name: str, by: Asker) -> str:
    """The same, and its path at once, for whoever sends it by another way.

    The path holds the token, which is stored nowhere: do not store it either.
    """
    return address_to_post(offer_link(purpose, opens, email, name, by))


@transaction.atomic
def address_to_post(address: str) -> str:
    """What an e-mail is to open: a link's reference becomes a path with a new token, which ends
    the one before; any other address stays as it is. For whoever posts e-mails."""
    kind, _, key = address.partition(":")
    if kind != Link._meta.label_lower:
        return address
    link = Link.objects.select_for_update(of=("self",)).select_related("partnership").get(pk=key)
    token = new_token()
    link.fingerprint = token_fingerprint(token)
    link.save(update_fields=["fingerprint"])
    return reverse("people:link", kwargs={"partnership": link.partnership.slug, "token": token})


@transaction.atomic
def use_up(guest: Guest) -> None:
    """The one thing has been done: the link opens nothing from now on."""
    taken = Link.objects.filter(pk=guest.link_id, used_at__isnull=True).update(used_at=now())
    insist(YES if taken else no(USED))
    trail.record(by=guest, did="used a single-use link", to=f"people.link:{guest.link_id}")


@transaction.atomic
def ask_for_code(guest: Guest) -> Decision:
    """Leave a job that sends a code, unless too many were sent. An earlier code opens nothing more."""
    link = _held(guest)
    decision = rules.may_send_code(link.codes_sent, link.code_sent_at, now())
    if not decision:
        return decision
    link.codes_sent, link.code_sent_at, link.code = link.codes_sent + 1, now(), ""
    link.save(update_fields=["codes_sent", "code_sent_at", "code"])
    trail.record(by=guest, did="asked for a code", to=link)
    tasks.send_code.defer(partnership=link.partnership_id, link=link.pk)
    return decision


@transaction.atomic
def send_code(link_id: int, *, by: Asker) -> None:
    """Make a code, keep it only as a hash, and post it. For the job."""
    link = Link.objects.select_for_update().filter(pk=link_id, used_at__isnull=True).first()
    if link is None or link.expires_at < now():
        return
    code = f"{secrets.randbelow(10**rules.CODE_DIGITS):0{rules.CODE_DIGITS}}"
    link.code, link.code_sent_at = make_password(code), now()
    link.save(update_fields=["code", "code_sent_at"])
    EmailMessage(letters.CODE_SUBJECT, letters.code(link.name, code), to=[link.email]).send()


@transaction.atomic
def prove(guest: Guest, code: str) -> Decision:
    """Whether this is the code that was sent. A wrong one is counted, and five end the link."""
    link = _held(guest)
    if not rules.code_stands(link.code_sent_at, now()):
        return no(CODE_RUN_OUT)
    if not (link.code and check_password(code, link.code)):
        link.tries += 1
        link.save(update_fields=["tries"])
        trail.record(by=guest, did="typed a wrong code", to=link, tries=link.tries)
        return no(WRONG_CODE)
    link.code = ""
    link.save(update_fields=["code"])
    trail.record(by=guest, did="opened a single-use link", to=link)
    return YES


def _held(guest: Guest) -> Link:
    return Link.objects.select_for_update().get(pk=guest.link_id)
