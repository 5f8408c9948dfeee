from django.urls import path

from goldenthread.foundations.thread.views import (
    action,
    exporting,
    finding,
    importing,
    link,
    picture,
    recommendation,
    recommending,
    review,
    rewording,
    setting,
    settings,
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
    path("actions/<int:pk>/ask/", setting.ask_owner, name="action-ask"),
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
    path(f"{ADVICE}/wording/", rewording.recommendation, name="recommendation-reword"),
    path(f"{ADVICE}/owner/", rewording.change_owner, name="recommendation-owner"),
]
FINDINGS = [
    path("findings/", finding.findings, name="findings"),
    path("findings/new/", finding.new_finding, name="new-finding"),
    path("findings/<int:pk>/", finding.finding, name="finding"),
    path("findings/<int:pk>/wording/", rewording.finding, name="finding-reword"),
]
IMPORT = [
    path("import/", importing.upload, name="import"),
    path("import/example/<str:name>", importing.example, name="import-example"),
    path("import/<int:pk>/table/", importing.choose_table, name="import-table"),
    path("import/<int:pk>/columns/", importing.map_columns, name="import-columns"),
    path("import/<int:pk>/names/", importing.name_organisations, name="import-organisations"),
    path("import/<int:pk>/preview/", importing.preview, name="import-preview"),
]
EXPORT = [
    path("export/", exporting.choose, name="export"),
    path("export/<int:shape>/<slug:kind>/", exporting.export, name="export-as"),
]
urlpatterns = [
    path("", tracker.tracker, name="index"),
    path("capture/", tracker.capture, name="capture"),
    *ACTIONS,
    *RECOMMENDATIONS,
    *FINDINGS,
    *IMPORT,
    *EXPORT,
    path("review/", review.reviews, name="review"),
    path("review/<int:pk>/", review.review, name="review-organisation"),
    path("settings/", settings.settings, name="settings"),
    path("settings/themes/<slug:code>/retire/", settings.retire_theme, name="theme-retire"),
    path("by-link/", link.by_link, name="by-link"),
    path("whole/<slug:kind>/<int:pk>/", picture.thread, name="picture"),
]
