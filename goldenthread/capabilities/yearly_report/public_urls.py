"""Addresses that anyone may open: they lead to the copies that publishing made."""

from django.urls import path

from goldenthread.capabilities.yearly_report.views import public

app_name = "public_reports"

urlpatterns = [
    path("<slug:area>/yearly-reports/", public.public_list, name="list"),
    path("<slug:area>/yearly-reports/<int:pk>/", public.public_report, name="report"),
    path("<slug:area>/yearly-reports/<int:pk>/<slug:form>/", public.public_file, name="file"),
]
