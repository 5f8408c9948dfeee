from django.apps import AppConfig


class CalendarConfig(AppConfig):
    name = "goldenthread.foundations.calendar"
