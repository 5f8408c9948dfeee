"""What anyone may read: the copies that publishing made."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from goldenthread.capabilities.yearly_report import pages
from goldenthread.capabilities.yearly_report.views.reading import MEDIA, as_file
from goldenthread.foundations.publishing import queries


@require_safe
def public_list(request, area):
    partnership = get_object_or_404(queries.partnerships_by_slug(), slug=area)
    page = pages.PublicListPage.of(partnership, queries.published(area))
    return render(request, "yearly_report/public_list.jinja", {"page": page})


@require_safe
def public_report(request, area, pk):
    release = get_object_or_404(queries.published(area), report_id=pk)
    return render(
        request, "yearly_report/public_report.jinja", {"page": pages.PublicPage.of(release, area)}
    )


@require_safe
def public_file(request, area, pk, form):
    if form not in MEDIA:
        raise Http404
    release = get_object_or_404(queries.published(area), report_id=pk)
    return as_file(getattr(release, form), form, f"{release.title} {release.period}")
