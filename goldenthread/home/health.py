"""Is the process alive, and is it ready to work? Asked by the machine next door; says no values."""

from django.db import DatabaseError, connection
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def healthz(request):
    """The process answers."""
    return JsonResponse({"alive": True})


@require_safe
@never_cache
def readyz(request):
    """The database answers, as the role that owns nothing."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT NOT rolsuper AND NOT rolbypassrls FROM pg_roles WHERE rolname = current_user"
            )
            lockable = bool(cursor.fetchone()[0])
    except DatabaseError:
        return JsonResponse({"ready": False, "why": "the database does not answer"}, status=503)
    if not lockable:
        return JsonResponse(
            {"ready": False, "why": "the site runs as a role that passes the lock"}, status=503
        )
    return JsonResponse({"ready": True})
