"""Themes shared with other boards: sorted, led, linked and reported."""

from datetime import date

from goldenthread.capabilities.business_plan.actions import theming
from goldenthread.capabilities.business_plan.models import SharedTheme, ThemeReport
from goldenthread.capabilities.business_plan.tests.conftest import words
from goldenthread.foundations.clocks.models import Due
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role

THEME = {
    "title": "Domestic abuse", "urgency": "4", "importance": "3",
    "lead_board": "Community safety partnership", "reporting_month": "3",
    "linked": ["Safeguarding adults board", "Community safety partnership"],
}  # fmt: skip


def test_a_theme_is_sorted_and_shown_with_who_leads_and_who_is_linked(here):
    page = here.post("add_theme", THEME)
    assert "Domestic abuse" in page.select_one(".gt-quarter--do").get_text()
    cells = [cell.get_text(" ", strip=True) for cell in page.select("tbody tr td")]
    assert cells == ["4", "3", "Community safety partnership", "Safeguarding adults board", "March"]


def test_a_board_of_our_own_may_lead(here):
    sent = {**THEME, "lead_board": "other", "other_board": "River valley board"}
    assert "River valley board" in words(here.post("add_theme", sent))
    assert "River valley board" in words(here.get("add_theme"))


def test_a_theme_without_answers_is_asked_for_each(here):
    shown = words(here.post("add_theme", {"title": "Domestic abuse"}))
    for told in ("Say how urgent it is", "Say how important it is", "Choose the board that leads"):
        assert told in shown


def test_a_theme_is_reported_and_due_again_a_year_on(here):
    here.post("add_theme", THEME)
    with under(here.member):
        theme = SharedTheme.objects.get()
        first = Due.objects.get(settled_at__isnull=True)
        assert (first.due_on.month, first.due_on.day) == (3, 31)
        theming.report_theme(theme=theme, on=date(2026, 3, 20), said="All well", by=here.member)
        assert Due.objects.get(settled_at__isnull=True).due_on == date(2027, 3, 31)
        assert ThemeReport.objects.get().on == date(2026, 3, 20)
    assert "All well" in words(here.get("report_theme", pk=theme.pk))


def test_a_theme_that_is_no_longer_shared_waits_for_nobody(here):
    here.post("add_theme", THEME)
    with under(here.member):
        pk = SharedTheme.objects.get().pk
    assert "No shared themes yet" in words(here.post("end_theme", pk=pk))
    with under(here.member):
        assert not Due.objects.filter(settled_at__isnull=True).exists()


def test_everyone_at_the_table_reads_and_the_business_unit_writes(site_of, colleague, here):
    here.post("add_theme", THEME)
    reader = site_of(colleague(Role.LAY_MEMBER))
    page = reader.get("themes")
    assert "Domestic abuse" in words(page)
    assert not page.select("a[href*='themes/add']")
    assert reader.ask("add_theme").status_code == 403
    assert site_of(colleague(Role.BUSINESS_SUPPORT)).ask("add_theme").status_code == 200
