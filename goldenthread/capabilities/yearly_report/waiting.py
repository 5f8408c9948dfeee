"""Who a report waits for: the inbox and the e-mails. They say that something waits, not what it says."""

from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from goldenthread.capabilities.yearly_report import deadlines
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.clocks import actions as clocks
from goldenthread.foundations.messages import actions as messages
from goldenthread.foundations.people.roles import MANAGERS
from goldenthread.foundations.publishing import queries
from goldenthread.foundations.publishing.models import Release, Report

SUBJECT = "A yearly report waits for your signature"
WAITS = "The business manager has sent you a yearly report to sign for your organisation, or to say why not."


def about_signing(report: Report, seat_id: int) -> str:
    return f"publishing.report:{report.pk}:sign:{seat_id}"


def about_sending(report: Report) -> str:
    return f"publishing.report:{report.pk}:send-on"


def ask_partners(report: Report, *, by: Any) -> int:
    """Put it in each delegated partner's inbox and send each an e-mail. How many were asked."""
    due = deadlines.sign_by(today())
    address = reverse("yearly_report:sign", args=[by.slug, report.pk])
    seats = queries.signing_seats(by)
    for seat in seats:
        clocks.set_due(
            about_signing(report, seat.pk),
            title=f"Sign the yearly report for {report.period}, or say why not",
            due_on=due,
            page="yearly_report:sign",
            page_kwargs={"pk": report.pk},
            partnership_id=report.partnership_id,
            seat_id=seat.pk,
            by=by,
        )
        if seat.person:
            messages.send(
                to=seat.person.email,
                name=seat.person.name,
                subject=SUBJECT,
                paragraphs=[WAITS],
                address=address,
                by=by,
            )
    return len(seats)


def signed_by(report: Report, *, by: Any) -> None:
    clocks.settle(about_signing(report, by.seat_id), by=by)


def stop_asking(report: Report, *, by: Any) -> None:
    """It was taken back: nobody is asked to sign it any more."""
    for seat in queries.signing_seats(by):
        clocks.settle(about_signing(report, seat.pk), by=by)


def published(release: Release, *, by: Any) -> None:
    """Now it must go to the Panel and to Foundations; whoever has not signed is asked no more."""
    stop_asking(release.report, by=by)
    if not deadlines.shipped()["YR-2"].holds_for(release.period):
        return
    clocks.set_due(
        about_sending(release.report),
        title=f"{deadlines.shipped()['YR-2'].what}: {release.period}"[:300],
        due_on=deadlines.send_by(localdate(release.published_at)),
        page="yearly_report:report",
        page_kwargs={"pk": release.report_id},
        partnership_id=release.partnership_id,
        roles=MANAGERS,
        by=by,
    )


def sent_on(report: Report, *, by: Any) -> None:
    clocks.settle(about_sending(report), by=by)
