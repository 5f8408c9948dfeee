from django.urls import path

from goldenthread.foundations.sign_in.ways import views

app_name = "sign_in"
urlpatterns = [
    path("", views.ways, name="ways"),
    path("away/", views.away, name="away"),
    path("organisations/new/", views.add, name="add"),
    path("organisations/<int:pk>/change/", views.change, name="change"),
    path("organisations/<int:pk>/switch/", views.switch, name="switch"),
]
