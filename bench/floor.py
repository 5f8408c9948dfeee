"""The least that a Django page can be: a session, a count and twenty-five rows. What others are held to.

Served as a site of its own, without our gate, lock, design or navigation.
"""

import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpResponse
from django.template import Context, Engine
from django.urls import path

from goldenthread.config.databases import database

PAGE = Engine().from_string(
    "<!doctype html><title>Floor</title><h1>{{ total }} actions</h1><table>"
    "{% for row in rows %}<tr>{% for part in row %}<td>{{ part }}</td>{% endfor %}</tr>{% endfor %}"
    "</table>"
)


def floor(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_session WHERE expire_date > now()")
        cursor.execute("SELECT count(*) FROM thread_action")
        total = cursor.fetchone()[0]
        cursor.execute(
            "SELECT reference, text, due_on, stage FROM thread_action ORDER BY id LIMIT 25"
        )
        return HttpResponse(PAGE.render(Context({"total": total, "rows": cursor.fetchall()})))


urlpatterns = [path("", floor)]

if not settings.configured:
    settings.configure(
        ROOT_URLCONF="bench.floor",
        ALLOWED_HOSTS=["127.0.0.1"],
        DATABASES={"default": database(os.environ["BENCH_FLOOR_URL"])},
        MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
        SECRET_KEY="floor",
    )
    django.setup()
application = get_wsgi_application()
