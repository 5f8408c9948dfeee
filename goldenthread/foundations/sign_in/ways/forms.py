"""What is asked about an organisation's own sign-in."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.db.models import QuerySet

from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.people.models import Organisation
from goldenthread.foundations.sign_in.permissions import FEWEST_MINUTES

DOMAIN = re.compile(r"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$")
NOT_AN_ADDRESS = "Enter the server address in full, like https://login.example.gov.uk/tenant"
NOT_A_DOMAIN = "Enter each domain on its own line without the @, like council.gov.uk: {} is not one"


class ChangeSignInForm(GovukForm):
    server = forms.CharField(
        label="Server address (issuer)",
        max_length=500,
        help_text="From the organisation’s IT. Begins with https:// and leaves out /.well-known.",
    )
    client_id = forms.CharField(label="Client ID", max_length=191)
    secret = forms.CharField(
        label="New client secret",
        required=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="Leave empty to keep the one we have. It is kept sealed and never shown again.",
    )
    domains = forms.CharField(
        label="E-mail domains",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One on each line, like council.gov.uk. It vouches for no other addresses.",
    )
    says_optional = False

    def clean_server(self) -> str:
        server = self.cleaned_data["server"].strip().rstrip("/")
        server = server.removesuffix("/.well-known/openid-configuration")
        if not _is_a_public_address(server):
            raise forms.ValidationError(NOT_AN_ADDRESS)
        return server

    def clean_domains(self) -> list[str]:
        named = [line.strip().lstrip("@").lower() for line in self.cleaned_data["domains"].split()]
        wrong = [domain for domain in named if not DOMAIN.match(domain)]
        if wrong:
            raise forms.ValidationError(NOT_A_DOMAIN.format(wrong[0]))
        return sorted(set(named))


class AddSignInForm(ChangeSignInForm):
    organisation = forms.ModelChoiceField(
        label="Organisation", queryset=Organisation.objects.none(), empty_label=""
    )
    field_order = ("organisation", "server", "client_id", "secret", "domains")

    def __init__(self, *args, organisations: QuerySet[Organisation], **kwargs):
        super().__init__(*args, **kwargs)
        offered = self.fields["organisation"]
        assert isinstance(offered, forms.ModelChoiceField)
        offered.queryset = organisations
        secret = self.fields["secret"]
        secret.required, secret.label = True, "Client secret"
        secret.help_text = "It is kept sealed and never shown again."


class AwayForm(GovukForm):
    minutes = forms.IntegerField(
        label="Minutes without opening a page",
        required=False,
        min_value=FEWEST_MINUTES,
        max_value=settings.IDLE_MINUTES,
        help_text=f"From {FEWEST_MINUTES} to {settings.IDLE_MINUTES}, the most that this site allows."
        " Leave empty for the most.",
    )
    says_optional = False


def _is_a_public_address(server: str) -> bool:
    """https at a full name: our server asks there, so neither a number nor a neighbour's short name."""
    try:
        parts = urlsplit(server)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    plain = parts.scheme == "https" and not (parts.username or parts.query or parts.fragment)
    return plain and bool(DOMAIN.match(host)) and not _is_a_number(host)


def _is_a_number(host: str) -> bool:
    try:
        return bool(ip_address(host))
    except ValueError:
        return False
