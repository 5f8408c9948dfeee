from django.urls import path

from goldenthread.foundations.people.views import (
    directory,
    entering,
    groups,
    invitations,
    links,
    organisations,
    roles,
    seats,
)

app_name = "people"
urlpatterns = [
    path("", directory.directory, name="directory"),
    path("choose-seat/", directory.choose_seat, name="choose-seat"),
    path("seats/<int:seat>/", directory.seat, name="seat"),
    path("seats/<int:seat>/change/", seats.change, name="change-seat"),
    path("seats/<int:seat>/end/", seats.end, name="end-seat"),
    path("seats/<int:seat>/hand-over/", seats.hand_over, name="hand-over-seat"),
    path("invitations/", invitations.invitations, name="invitations"),
    path("invitations/new/", invitations.invite, name="invite"),
    path("invitations/<int:invitation>/resend/", invitations.resend, name="resend-invitation"),
    path(
        "invitations/<int:invitation>/withdraw/", invitations.withdraw, name="withdraw-invitation"
    ),
    path("invitation/<str:token>/", entering.invitation, name="invitation"),
    path("link/<str:token>/", links.link, name="link"),
    path("link/<str:token>/code/", links.code, name="link-code"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/kinds/", organisations.kinds_of_organisation, name="kinds"),
    path("organisations/new/", organisations.add, name="add-organisation"),
    path("organisations/<int:part>/", organisations.organisation, name="organisation"),
    path("organisations/<int:part>/change/", organisations.change, name="change-organisation"),
    path("groups/", groups.groups, name="groups"),
    path("groups/structure/", groups.structure_of_groups, name="structure"),
    path("groups/new/", groups.add, name="add-group"),
    path("groups/<int:group>/", groups.group, name="group"),
    path("groups/<int:group>/change/", groups.change, name="change-group"),
    path("groups/<int:group>/places/", groups.add_to_group, name="add-to-group"),
    path("places/<int:place>/end/", groups.take_out, name="take-out-of-group"),
    path("roles/", roles.roles, name="roles"),
]
