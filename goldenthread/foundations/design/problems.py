"""What is wrong with a form, as the lines of an error summary, each linked to where it is put right."""

from collections.abc import Iterator

from django.forms.boundfield import BoundField

from goldenthread.foundations.design.dates import DayMonthYear, wrong_parts


def problems(*forms) -> list[dict[str, str]]:
    """Every error of these forms, in the order in which the fields stand."""
    return [line for form in forms for line in _of_one(form)]


def _of_one(form) -> Iterator[dict[str, str]]:
    about = getattr(form, "about", "")  # where a page holds several alike, what this one is about

    def named(message: str) -> str:
        return f"{about}: {message}" if about else message

    shown = [field for field in form if not field.is_hidden]
    for message in form.non_field_errors():
        yield {"text": named(message), **({"href": _where(shown[0])} if shown else {})}
    for field in form:
        for message in field.errors:
            yield {"text": named(message), **({} if field.is_hidden else {"href": _where(field)})}


def _where(field: BoundField) -> str:
    """The first thing to put right: in a date, the first wrong part."""
    if isinstance(field.field.widget, DayMonthYear):
        wrong = wrong_parts(field) or ("day",)
        return f"#{field.auto_id}-{wrong[0]}"
    return f"#{field.auto_id}"
