from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    name = "goldenthread.foundations.measures"
