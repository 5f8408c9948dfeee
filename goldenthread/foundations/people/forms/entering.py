"""What is asked of someone who has no account yet: a code, or a name and a password."""

from django import forms
from django.contrib.auth.password_validation import (
    password_validators_help_texts,
    validate_password,
)

from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look
from goldenthread.foundations.people.models import Person
from goldenthread.foundations.people.rules import CODE_DIGITS


class CodeForm(GovukForm):
    code = forms.CharField(
        label="Code",
        help_text="The six figures in the e-mail.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )
    looks = {"code": Look(width="10")}

    def clean_code(self):
        code = "".join(self.cleaned_data["code"].split())
        if len(code) != CODE_DIGITS or not (code.isascii() and code.isdigit()):
            raise forms.ValidationError("Enter the six figures of the code")
        return code


class NewAccountForm(GovukForm):
    """The password is held to the validators of settings, as it is everywhere else."""

    name = forms.CharField(
        label="Full name", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    password = forms.CharField(
        label="Password",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="Password again",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, email: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.email = email
        self.fields["password"].help_text = " ".join(password_validators_help_texts())

    def clean_password(self):
        password = self.cleaned_data["password"]
        validate_password(password, Person(email=self.email, name=self.data.get("name", "")))
        return password

    def clean(self):
        kept = super().clean()
        if kept.get("password") and kept.get("again") and kept["password"] != kept["again"]:
            self.add_error("again", "The two passwords are not the same")
        return kept
