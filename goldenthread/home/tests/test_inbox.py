"""One inbox across all the seats of one person, through the real address."""

from datetime import date

from bs4 import BeautifulSoup
from django.urls import reverse

from goldenthread.foundations.clocks import actions as clocks
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.models import Seat
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories


def wait(member, title: str) -> None:
    with under(member):
        clocks.set_due(
            f"home.test:{title}",
            title=title,
            due_on=date(2026, 1, 5),
            page="partnership",
            partnership_id=member.partnership_id,
            roles=[Role.BUSINESS_MANAGER],
            by=member,
        )


def test_the_inbox_shows_what_waits_in_every_partnership_where_one_holds_a_seat(client, db):
    here, elsewhere, strange = (factories.member(Role.BUSINESS_MANAGER) for _ in range(3))
    with under(elsewhere):
        Seat.objects.filter(pk=elsewhere.seat_id).update(person_id=here.person_id)
    for member, title in ((here, "Ours"), (elsewhere, "Theirs"), (strange, "Nobody asked us")):
        wait(member, title)
    answer = factories.sign_in(client, here).get(reverse("inbox"))
    page = BeautifulSoup(answer.content, "html.parser")
    shown = {link.get_text(strip=True) for link in page.select("main table a")}
    assert shown == {"Ours", "Theirs"}
