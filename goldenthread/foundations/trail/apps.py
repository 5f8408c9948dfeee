from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "goldenthread.foundations.trail"

    @property
    def lock_functions(self):
        from goldenthread.foundations.trail.models import LOCK_FUNCTIONS

        return LOCK_FUNCTIONS
