"""Each capability and foundation answers under its own slug; nothing is listed here by hand.

Whatever belongs to a partnership stands under /p/<partnership>/; the gate acts there with the seat
that the person holds in that partnership, and with no other.
"""

from django.apps import AppConfig, apps
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.utils.module_loading import module_has_submodule

from goldenthread.foundations.capability import capabilities
from goldenthread.home import health
from goldenthread.home import views as home


def foundations_with_pages() -> list[AppConfig]:
    return [
        config
        for config in apps.get_app_configs()
        if config.name.startswith("goldenthread.foundations.")
        and module_has_submodule(config.module, "urls")
    ]


of_a_partnership: list[URLPattern | URLResolver] = [
    path("", home.partnership, name="partnership"),
    path("search/", home.search, name="search"),
    path("trail/", home.trail, name="trail"),
    path("system/", home.system, name="system"),
    *(
        path(f"{config.label}/", include(f"{config.name}.urls"))
        for config in foundations_with_pages()
    ),
    *(
        path(f"{capability.slug}/", include(f"{capability.name}.urls"))
        for capability in capabilities()
    ),
]

of_the_public: list[URLPattern | URLResolver] = [
    path("", include(f"{capability.name}.public_urls"))
    for capability in capabilities()
    if module_has_submodule(capability.module, "public_urls")
]

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("", home.inbox, name="inbox"),
    path("accessibility/", home.accessibility, name="accessibility"),
    path("account/", include("goldenthread.foundations.sign_in.addresses")),
    path("public/", include(of_the_public)),
    path("p/<slug:partnership>/", include(of_a_partnership)),
]
if settings.SHOWS_GALLERY:
    urlpatterns.append(path("design/", include("goldenthread.home.gallery.urls")))

handler400 = "goldenthread.foundations.design.refusals.bad_request"
handler403 = "goldenthread.foundations.design.refusals.not_allowed"
handler404 = "goldenthread.foundations.design.refusals.not_found"
handler500 = "goldenthread.foundations.design.refusals.broken"
handler429 = "goldenthread.foundations.sign_in.views.too_many_attempts"
