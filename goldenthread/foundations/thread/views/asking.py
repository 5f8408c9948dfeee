"""A page that holds one form, and how a view reads it."""

from django.shortcuts import render


def asked(request, form, title: str, *, about: str = "", button: str = "Save", back: str = ""):
    """The page with the form as it was typed, errors beside their fields."""
    page = {"form": form, "title": title, "about": about, "button": button, "back": back}
    return render(request, "thread/ask.jinja", page)


def files(request):
    return request.FILES if request.method == "POST" else None
