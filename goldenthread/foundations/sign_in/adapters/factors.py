"""Our answers to allauth about second factors: their secrets are sealed like everything else."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator

from goldenthread.foundations.lock.sealing import seal, unseal


class FactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "add_email_blocked": "Remove your second factor before you change your e-mail address",
        "incorrect_code": "Enter the code that is shown now; each code works once",
        "unverified_email": "Confirm your e-mail address before you add a second factor",
    }

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)

    def _get_site_name(self) -> str:
        return "Golden Thread"

    def generate_authenticator_name(self, user, type: Authenticator.Type) -> str:  # noqa: A002
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return "My passkey" if number == 1 else f"My passkey {number}"
