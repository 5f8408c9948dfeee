"""The ways of signing in that a partnership decides about: its organisations' own sign-ins, and its clock.

An organisation's sign-in (OpenID Connect) can be used to pass for anyone it vouches for. So:

- whoever enters or changes one cannot switch it on: a second person does;
- it vouches only for people whose every seat is in the partnership that added it, one of them at
  that organisation, and only for e-mail addresses of the domains named;
- a new server address needs the secret anew, so that nobody can lead the old one elsewhere.
"""
