"""The site for real. Everything that differs from place to place comes from the environment."""

from goldenthread.config.databases import database
from goldenthread.config.env import env, env_keys, env_list, env_long
from goldenthread.config.settings.base import *  # noqa: F403

SECRET_KEY = env_long("SECRET_KEY", "signs sessions and links; fifty random characters", 50)
SEALING_KEYS = env_keys(
    "SEALING_KEYS", "encrypt documents and sessions at rest; the newest first, older ones after"
)
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", "the site's own addresses, separated by commas")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
DATABASES = {"default": database(env("DATABASE_URL", "the database, as the role that may not own"))}

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked by the machine next door
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
# Attempts are counted by network address; behind a proxy that stands in a header the proxy adds.
ALLAUTH_TRUSTED_PROXY_COUNT = int(env("PROXIES", "how many proxies stand before the site", "1"))

EMAIL_HOST = env("EMAIL_HOST", "the mail server")
EMAIL_PORT = int(env("EMAIL_PORT", "its port", "587"))
EMAIL_HOST_USER = env("EMAIL_USER", "the account that sends", "")
EMAIL_HOST_PASSWORD = env("EMAIL_PASSWORD", "its password", "")
EMAIL_USE_TLS = env("EMAIL_TLS", "yes unless the mail server is on this machine", "yes") == "yes"
DEFAULT_FROM_EMAIL = env("EMAIL_FROM", "the address that reminders come from")
SITE_ADDRESS = env("SITE_ADDRESS", "https://… as people type it; links in e-mails begin with it")
DOCUMENTS_ROOT = env("DOCUMENTS_ROOT", "the folder that uploaded documents are kept in")
UPLOADS_WAIT_DAYS = int(env("UPLOADS_WAIT_DAYS", "days that a file waits for its yes", "7"))
BACKUP_NOTE = env(
    "BACKUP_NOTE",
    "the file in which the last backup leaves its time",
    "/var/lib/goldenthread/last-backup.json",
)
