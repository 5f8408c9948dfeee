from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from goldenthread.foundations.documents import permissions, queries, store
from goldenthread.foundations.documents.rules import Classification
from goldenthread.foundations.people.gate import insist
from goldenthread.foundations.trail import actions as trail


@require_safe
def download(request, pk):
    version = queries.current_version(request.member, pk).first()
    if version is None:
        raise Http404
    brought_by = version.kept_by.organisation_id if version.kept_by else None
    insist(permissions.may_read(request.member, version.document, brought_by))
    if version.document.classification == Classification.RESTRICTED:
        trail.record(by=request.member, did="opened a restricted document", to=version.document)
    return _as_attachment(version)


def _as_attachment(version) -> HttpResponse:
    """Always saved, never shown: a browser must not run what someone uploaded."""
    content = store.fetch(version.checksum, partnership_id=version.partnership_id)
    response = HttpResponse(content, content_type=version.media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(version.file_name)}"
    response["X-Content-Type-Options"] = "nosniff"
    return response
