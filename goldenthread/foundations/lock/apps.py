from django.apps import AppConfig


class LockConfig(AppConfig):
    name = "goldenthread.foundations.lock"
