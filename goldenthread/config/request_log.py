"""One log line a request: which page, how it went, how long it took. Never what was in it."""

import logging
import time
import uuid

from goldenthread.config.logs import REQUEST_ID
from goldenthread.foundations.trail import actions as trail

log = logging.getLogger("goldenthread.request")


class RequestLog:
    """Names the request; its log lines and its marks on the trail carry the same name."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        name = uuid.uuid4().hex[:16]
        in_log, on_trail = REQUEST_ID.set(name), trail.REQUEST.set(name)
        began = time.perf_counter()
        try:
            response = self.get_response(request)
            self.write(request, response, time.perf_counter() - began)
            response["X-Request-Id"] = name
            return response
        finally:
            REQUEST_ID.reset(in_log)
            trail.REQUEST.reset(on_trail)

    def write(self, request, response, seconds: float) -> None:
        # The page's name, not its address: an address may carry an identifier or a token.
        match = getattr(request, "resolver_match", None)
        page = match.view_name if match else "no such page"
        facts = {
            "page": page,
            "method": request.method,
            "status": response.status_code,
            "ms": round(seconds * 1000),
        }
        log.info("answered", extra={"facts": facts})
