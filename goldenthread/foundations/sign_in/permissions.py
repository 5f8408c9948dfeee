"""Who may open the pages of sign-in: anyone, each for their own account; allauth asks the rest."""

from goldenthread.foundations.people.entrances import Entrance, SignedIn, SigningIn

ACCOUNT: dict[str, Entrance] = {
    name: SigningIn()
    for name in (
        "account_login",
        "account_logout",
        "account_inactive",
        "account_reauthenticate",
        "account_change_password",
        "account_set_password",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "account_email",
        "account_email_verification_sent",
        "mfa_index",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "mfa_login_webauthn",
        "mfa_reauthenticate_webauthn",
        "mfa_remove_webauthn",
        "mfa_edit_webauthn",
        "usersessions_list",
        "openid_connect_login",
        "openid_connect_callback",
        "socialaccount_login_cancelled",
        "socialaccount_login_error",
        "sign_in_stay",
    )
}
PAGES: dict[str, Entrance] = ACCOUNT | {
    "sign_in_everything_kept": SignedIn(),
    "sign_in_kept_words": SignedIn(),
    "sign_in_keep": SignedIn(changes_own_things=True),
    "sign_in_throw_away": SignedIn(changes_own_things=True),
}
