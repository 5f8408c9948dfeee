"""The auditor's page: who holds which role, and what each may open."""

from django.http import HttpResponse

from goldenthread.foundations.people.entrances import ByLink, Public
from goldenthread.foundations.people.queries.roles import areas_of, roles_held
from goldenthread.foundations.people.views.showing import show


def roles(request) -> HttpResponse:
    return show(
        request,
        "people/roles.jinja",
        roles=roles_held(request.member),
        public=areas_of(Public),
        by_link=areas_of(ByLink),
    )
