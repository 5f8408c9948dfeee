"""Each capability and foundation answers under its own slug; nothing is listed here by hand.

Whatever belongs to a partnership stands under /p/<partnership>/; the gate acts there with the seat
that the person holds in that partnership, and with no other.
"""

from django.urls import include, path

from goldenthread.foundations.capability import capabilities
from goldenthread.home import views as home

of_a_partnership = [
    *(
        path(f"{capability.slug}/", include(f"{capability.name}.urls"))
        for capability in capabilities()
    ),
]

urlpatterns = [
    path("", home.inbox, name="inbox"),
    path("p/<slug:partnership>/", include(of_a_partnership)),
]
