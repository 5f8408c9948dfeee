from django.urls import path

from goldenthread.capabilities.business_plan.views import bringing, objectives, plans, sharing

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
urlpatterns = [path("", plans.index, name="index"), *PLANS, *OBJECTIVES, *BRINGING]
