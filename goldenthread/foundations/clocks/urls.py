from django.urls import path

from goldenthread.foundations.clocks import views

app_name = "clocks"
urlpatterns = [
    path("closed-days/", views.closures, name="closures"),
    path("closed-days/new/", views.close, name="close"),
    path("closed-days/<int:closure>/take-out/", views.open_again, name="open-again"),
]
