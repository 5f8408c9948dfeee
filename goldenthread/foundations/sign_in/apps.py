from django.apps import AppConfig


class SignInConfig(AppConfig):
    name = "goldenthread.foundations.sign_in"

    def ready(self):
        from goldenthread.foundations.sign_in import marks

        marks.connect()

    @property
    def lock_functions(self):
        from goldenthread.foundations.sign_in.models import LOCK_FUNCTIONS

        return LOCK_FUNCTIONS
