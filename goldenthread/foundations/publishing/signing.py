"""From draft to signed to published: the turns of a report, and what each needs first."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from goldenthread.foundations.calendar.today import now
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.publishing import permissions, queries
from goldenthread.foundations.publishing.models import Release, Report, SignOff, Turn
from goldenthread.foundations.publishing.rules import SENT_ON, WORKFLOW
from goldenthread.foundations.trail import actions as trail
from goldenthread.kernel.decision import YES, Decision, no


@dataclass(frozen=True)
class Made:
    """The forms of a report, made from the same document: page, file to keep, PDF and Word."""

    body: str
    html: str
    pdf: bytes
    word: bytes


def ready(step: str, report: Report, of: str, by: Any) -> Decision:
    """What a step needs besides the right to take it. `of` is the fingerprint of the report as drawn."""
    if step == "send":
        return ready_to_send(report, of, by)
    return ready_to_publish(report, of, by) if step == "publish" else YES


def ready_to_send(report: Report, of: str, by: Any) -> Decision:
    proof = queries.latest_proof(by, report)
    if proof is None or proof.fingerprint != of:
        return no("Proof-read the report as it stands now, before it goes to the partners")
    if queries.put_aside(by, report).exists():
        return no("Two people wrote in the same place: choose between their words first")
    return YES


def ready_to_publish(report: Report, of: str, by: Any) -> Decision:
    signed = queries.sign_offs_of(by, report, of)
    must = queries.signing_organisations(by)
    missing = [o.name for o in must if o.pk not in signed or not signed[o.pk].signed]
    if not must:
        return no("Nobody holds the role of delegated safeguarding partner, so nobody can sign")
    return no(f"Not signed yet by {', '.join(missing)}") if missing else YES


@transaction.atomic
def sign(*, report: Report, of: str, signed: bool, words: str, by: Any) -> SignOff:
    """A partner signs the report with this fingerprint, or says why not."""
    report = Report.objects.select_for_update().get(pk=report.pk)
    insist(permissions.may_sign(by, report))
    sign_off = SignOff.objects.create(
        partnership_id=report.partnership_id,
        report=report,
        organisation_id=by.organisation_id,
        seat_id=by.seat_id,
        signed=signed,
        words=words,
        fingerprint=of,
        at=now(),
        by=by.described,
    )
    trail.record(by=by, did="signed" if signed else "declined to sign", to=report)
    return sign_off


@transaction.atomic
def take_step(step: str, *, report: Report, of: str = "", reason: str = "", by: Any) -> Report:
    report = Report.objects.select_for_update().get(pk=report.pk)
    insist(permissions.may_take(step, by, report))
    insist(ready(step, report, of, by))
    was, report.stage = report.stage, WORKFLOW.after(step, at=report.stage)
    report.save(update_fields=["stage"])
    Turn.objects.create(
        partnership_id=report.partnership_id,
        report=report,
        step=step,
        stage=report.stage,
        reason=reason,
        at=now(),
        by=by.described,
        seat_id=by.seat_id,
    )
    trail.record(by=by, did=step, to=report, was=was, now=report.stage)
    return report


@transaction.atomic
def publish(*, report: Report, of: str, made: Made, by: Any) -> Release:
    """Make the public copy. The forms are made before, so that nothing slow happens in here."""
    report = take_step("publish", report=report, of=of, by=by)
    last = report.releases.aggregate(last=Max("number"))["last"] or 0
    release = Release.objects.create(
        partnership_id=report.partnership_id,
        report=report,
        number=last + 1,
        title=report.title,
        period=report.period,
        body=made.body,
        html=made.html,
        pdf=made.pdf,
        word=made.word,
        fingerprint=of,
        published_at=now(),
    )
    trail.record(by=by, did="published", to=release, number=release.number)
    return release


@transaction.atomic
def withdraw(*, report: Report, reason: str, by: Any) -> None:
    take_step("withdraw", report=report, reason=reason, by=by)
    Release.objects.filter(report=report, withdrawn_at__isnull=True).update(withdrawn_at=now())


@transaction.atomic
def record_sending_on(*, report: Report, by: Any) -> Turn:
    """The published report was sent to the Panel and to Foundations."""
    insist(permissions.may_send_on(by, report))
    turn = Turn.objects.create(
        partnership_id=report.partnership_id,
        report=report,
        step=SENT_ON,
        stage=report.stage,
        at=now(),
        by=by.described,
        seat_id=by.seat_id,
    )
    trail.record(by=by, did="sent on", to=report)
    return turn
