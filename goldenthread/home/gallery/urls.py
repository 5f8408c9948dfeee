from django.urls import path

from goldenthread.home.gallery import views

urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("form/", views.form, name="gallery-form"),
    path("confirm/", views.confirm, name="gallery-confirm"),
    path("refused/<int:status>/", views.refused, name="gallery-refused"),
]
