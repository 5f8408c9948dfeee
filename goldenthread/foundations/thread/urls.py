from django.urls import path

from goldenthread.foundations.thread.views import (
    action,
    finding,
    picture,
    recommendation,
    recommending,
    setting,
    tracker,
)

app_name = "thread"

ACTIONS = [
    path("actions/new/", setting.new_action, name="new-action"),
    path("actions/<int:pk>/", action.action, name="action"),
    path("actions/<int:pk>/update/", action.update, name="action-update"),
    path("actions/<int:pk>/see/", action.see, name="action-see"),
    path("actions/<int:pk>/more-time/", action.answer_extension, name="extension-answer"),
    path("actions/<int:pk>/rating/", action.rate, name="action-rating"),
    path("actions/<int:pk>/edit/", setting.edit_action, name="action-edit"),
    path("actions/<int:pk>/step/<slug:step>/", action.step, name="action-step"),
]
ADVICE = "recommendations/<int:pk>"
RECOMMENDATIONS = [
    path("recommendations/", recommendation.recommendations, name="recommendations"),
    path("recommendations/new/", recommending.new_recommendation, name="new-recommendation"),
    path(f"{ADVICE}/", recommendation.recommendation, name="recommendation"),
    path(f"{ADVICE}/step/<slug:step>/", recommendation.step, name="recommendation-step"),
    path(f"{ADVICE}/see/", recommendation.see, name="recommendation-see"),
    path(f"{ADVICE}/evidence/", recommendation.give_evidence, name="recommendation-evidence"),
    path(f"{ADVICE}/test/", recommendation.test, name="recommendation-test"),
]
FINDINGS = [
    path("findings/", finding.findings, name="findings"),
    path("findings/new/", finding.new_finding, name="new-finding"),
    path("findings/<int:pk>/", finding.finding, name="finding"),
]
urlpatterns = [
    path("", tracker.tracker, name="index"),
    path("capture/", tracker.capture, name="capture"),
    *ACTIONS,
    *RECOMMENDATIONS,
    *FINDINGS,
    path("whole/<slug:kind>/<int:pk>/", picture.thread, name="picture"),
]
