"""Who may open the pages of sign-in: anyone, each for their own account; allauth asks the rest.

Who decides how a partnership's people sign in stands at the end.
"""

from django.conf import settings

from goldenthread.foundations.people.entrances import Entrance, SignedIn, SigningIn, seats
from goldenthread.foundations.people.members import Asker
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.sign_in.models import OrganisationSignIn
from goldenthread.kernel.decision import YES, Decision, no

FEWEST_MINUTES = 5  # the page asks “are you still there?” two minutes before the end
KEEPERS = (Role.BUSINESS_MANAGER, Role.SYSTEM_ADMINISTRATOR)

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
    "sign_in:ways": seats(KEEPERS),
    "sign_in:away": seats(Role.BUSINESS_MANAGER),
    "sign_in:switch": seats(KEEPERS),
    "sign_in:add": seats(Role.SYSTEM_ADMINISTRATOR),
    "sign_in:change": seats(Role.SYSTEM_ADMINISTRATOR),
}


def may_enter_sign_in(asker: Asker) -> Decision:
    if asker.has(Role.SYSTEM_ADMINISTRATOR):
        return YES
    return no("Only the system administrator can enter or change an organisation’s sign-in.")


def may_set_minutes_away(asker: Asker, minutes: int | None) -> Decision:
    if not asker.has(Role.BUSINESS_MANAGER):
        return no("Only the business manager can set how long one may be away.")
    if minutes is not None and not FEWEST_MINUTES <= minutes <= settings.IDLE_MINUTES:
        return no(f"Enter a number from {FEWEST_MINUTES} to {settings.IDLE_MINUTES}.")
    return YES


def may_keep_secret(server_before: str, server: str, secret: str) -> Decision:
    """The secret of one server is never sent to another."""
    if secret or server == server_before:
        return YES
    return no("Enter the client secret as well: the server address has changed.")


def may_switch(asker: Asker, chosen: OrganisationSignIn, on: bool) -> Decision:
    """Anyone who keeps people's access may switch one off; on, only somebody who did not enter it."""
    if not asker.has(*KEEPERS):
        return no("Only the business manager or the system administrator can do this.")
    if on and chosen.changed_by_id == asker.person_id:
        return no("You entered this one yourself. Somebody else must check it and switch it on.")
    return YES
