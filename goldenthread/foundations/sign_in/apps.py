from django.apps import AppConfig


class SignInConfig(AppConfig):
    name = "goldenthread.foundations.sign_in"
    # table → its key, the column, and whether that holds JSON
    sealed_columns_of_libraries = {
        "django_session": ("session_key", "session_data", False),
        "mfa_authenticator": ("id", "data", True),
        "procrastinate_jobs": ("id", "args", True),  # letters that wait; see post.py
    }

    def ready(self):
        from goldenthread.foundations.sign_in import marks

        marks.connect()

    @property
    def lock_functions(self):
        from goldenthread.foundations.sign_in.models import LOCK_FUNCTIONS

        return LOCK_FUNCTIONS
