from django.db.models import QuerySet

from goldenthread.capabilities.business_plan.models import LinkedBoard, SharedTheme, ThemeReport
from goldenthread.capabilities.business_plan.rules.boards import usual_boards


def themes_seen_by(member) -> QuerySet[SharedTheme]:
    """Those that are still shared, the most important first."""
    own = SharedTheme.objects.filter(partnership_id=member.partnership_id, ended_on__isnull=True)
    return own.prefetch_related("linked")


def theme_seen_by(member, pk: int) -> SharedTheme | None:
    return themes_seen_by(member).filter(pk=pk).first()


def theme_called(member, title: str) -> SharedTheme | None:
    return SharedTheme.objects.filter(partnership_id=member.partnership_id, title=title).first()


def boards_of(member) -> list[str]:
    """The usual boards, and every other that the partnership has named."""
    lead = SharedTheme.objects.filter(partnership_id=member.partnership_id)
    linked = LinkedBoard.objects.filter(partnership_id=member.partnership_id)
    named = {*lead.values_list("lead_board", flat=True), *linked.values_list("name", flat=True)}
    return [*usual_boards(), *sorted(named - set(usual_boards()))]


def reports_of(theme: SharedTheme) -> QuerySet[ThemeReport]:
    return theme.reports.all()
