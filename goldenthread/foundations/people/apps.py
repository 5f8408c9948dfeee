from django.apps import AppConfig

from goldenthread.foundations.lock.declarations import OwnedByPerson, Unlocked

UNUSED = "Made by a library, not used by us: seats and roles take its place."
SESSIONS = "Random keys; a session holds the number of a person and nothing of a record."
QUEUE = "Jobs name what they are about by number; a job opens the lock before it reads anything."


class PeopleConfig(AppConfig):
    name = "goldenthread.foundations.people"
    locks_of_libraries = {
        "account_emailaddress": OwnedByPerson("user_id"),
        "account_emailconfirmation": Unlocked(
            "A random key and a number; confirmed before sign-in."
        ),
        "auth_group": Unlocked(UNUSED),
        "auth_group_permissions": Unlocked(UNUSED),
        "auth_permission": Unlocked(UNUSED),
        "django_content_type": Unlocked("The names of our tables."),
        "django_migrations": Unlocked("The names of our migrations."),
        "django_session": Unlocked(SESSIONS),
        "mfa_authenticator": OwnedByPerson("user_id"),
        "procrastinate_events": Unlocked(QUEUE),
        "procrastinate_jobs": Unlocked(QUEUE),
        "procrastinate_periodic_defers": Unlocked(QUEUE),
        "procrastinate_workers": Unlocked(QUEUE),
        "socialaccount_socialaccount": OwnedByPerson("user_id"),
        "socialaccount_socialapp": Unlocked("Never stored: sign_in has a table of its own."),
        "socialaccount_socialtoken": Unlocked("Never stored: SOCIALACCOUNT_STORE_TOKENS is off."),
        "usersessions_usersession": OwnedByPerson("user_id"),
    }

    @property
    def lock_functions(self):
        from goldenthread.foundations.people.models.links import LOCK_FUNCTIONS

        return LOCK_FUNCTIONS
