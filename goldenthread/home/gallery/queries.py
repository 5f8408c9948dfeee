from django.db.models import QuerySet

from goldenthread.foundations.people.models import Organisation


def organisations() -> QuerySet[Organisation]:
    """Public bodies, which anyone may list."""
    return Organisation.objects.all()


def kinds() -> list[tuple[str, str]]:
    found = Organisation.objects.order_by("kind").values_list("kind", flat=True).distinct()
    return [(kind, kind.replace("_", " ").replace("-", " ").capitalize()) for kind in found]
