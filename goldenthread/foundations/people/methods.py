"""Pages are read and forms are sent; no other way of asking reaches one.

A view that branches on `request.method == "POST"` would answer a DELETE with a page and status 200,
as if something had been removed.
"""

from goldenthread.foundations.design.refusals import no_such_way

ALLOWED = ("GET", "HEAD", "POST")


class OnlyReadOrSent:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in ALLOWED:
            return self.get_response(request)
        response = no_such_way(request)
        response["Allow"] = ", ".join(ALLOWED)
        response["Cache-Control"] = "no-store, private"
        return response
