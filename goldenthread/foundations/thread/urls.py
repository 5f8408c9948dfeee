from django.urls import path

from goldenthread.foundations.thread.views import action, setting, tracker

app_name = "thread"

urlpatterns = [
    path("", tracker.tracker, name="index"),
    path("capture/", tracker.capture, name="capture"),
    path("actions/new/", setting.new_action, name="new-action"),
    path("actions/<int:pk>/", action.action, name="action"),
    path("actions/<int:pk>/update/", action.update, name="action-update"),
    path("actions/<int:pk>/see/", action.see, name="action-see"),
    path("actions/<int:pk>/more-time/", action.answer_extension, name="extension-answer"),
    path("actions/<int:pk>/rating/", action.rate, name="action-rating"),
    path("actions/<int:pk>/edit/", setting.edit_action, name="action-edit"),
    path("actions/<int:pk>/step/<slug:step>/", action.step, name="action-step"),
]
