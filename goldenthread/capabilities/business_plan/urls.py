from django.urls import path

from goldenthread.capabilities.business_plan.views import (
    ballots,
    bringing,
    objectives,
    plans,
    sharing,
    themes,
)

app_name = "business_plan"

PLANS = [
    path("plans/", plans.plans, name="plans"),
    path("plans/new/", plans.new_plan, name="new_plan"),
    path("plans/<int:pk>/", plans.plan, name="plan"),
    path("plans/<int:pk>/edit/", plans.edit_plan, name="edit_plan"),
    path("plans/<int:pk>/step/<slug:step>/", plans.plan_step, name="plan_step"),
    path("plans/<int:pk>/priorities/add/", plans.add_priority, name="add_priority"),
    path("plans/<int:pk>/objectives/add/", objectives.add_objective, name="add_objective"),
    path("plans/<int:pk>/one-page/", sharing.one_page, name="one_page"),
    path("plans/<int:pk>/plan.<slug:kind>", sharing.export, name="export"),
    path("priorities/<int:pk>/", plans.edit_priority, name="edit_priority"),
]
OBJECTIVES = [
    path("objectives/<int:pk>/", objectives.objective, name="objective"),
    path("objectives/<int:pk>/edit/", objectives.edit_objective, name="edit_objective"),
    path("objectives/<int:pk>/progress/", objectives.progress, name="progress"),
    path("objectives/<int:pk>/rating/", objectives.rate, name="rate"),
    path("objectives/<int:pk>/link/", objectives.add_link, name="add_link"),
    path("links/<int:pk>/remove/", objectives.remove_link, name="remove_link"),
]
BRINGING = [
    path("bring/", bringing.bring, name="bring"),
    path("bring/<int:pk>/", bringing.preview, name="preview"),
    path("bring/<int:pk>/columns/", bringing.columns, name="columns"),
    path("bring/<int:pk>/drop/", bringing.drop, name="drop"),
]
BALLOTS = [
    path("ballots/", ballots.ballots, name="ballots"),
    path("ballots/new/", ballots.new_ballot, name="new_ballot"),
    path("ballots/<int:pk>/", ballots.ballot, name="ballot"),
    path("ballots/<int:pk>/vote/", ballots.vote, name="vote"),
    path("ballots/<int:pk>/close/", ballots.close_ballot, name="close_ballot"),
    path("ballots/<int:pk>/plan/", ballots.plan_from_ballot, name="plan_from_ballot"),
]
THEMES = [
    path("themes/", themes.themes, name="themes"),
    path("themes/add/", themes.add_theme, name="add_theme"),
    path("themes/<int:pk>/", themes.edit_theme, name="edit_theme"),
    path("themes/<int:pk>/reports/", themes.report_theme, name="report_theme"),
    path("themes/<int:pk>/end/", themes.end_theme, name="end_theme"),
]
urlpatterns = [
    path("", plans.index, name="index"),
    *PLANS,
    *OBJECTIVES,
    *BRINGING,
    *BALLOTS,
    *THEMES,
]
