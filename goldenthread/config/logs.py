"""One JSON object a line, with the request's id and no values.

An exception is told by its type and the lines it passed through: its message may quote a row.
"""

import json
import logging
import logging.config
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

REQUEST_ID: ContextVar[str] = ContextVar("request_id", default="-")


class ValueFreeJson(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": REQUEST_ID.get(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info and record.exc_info[0]:
            line |= self.failure(record)
        else:
            line |= self.said(record)
        return json.dumps(line)

    def said(self, record: logging.LogRecord) -> dict[str, str]:
        """The template of the message, never what was put into it.

        A library may have put its values in before it called; then only the place is told.
        """
        if record.args or record.name.startswith("goldenthread"):
            return {"message": str(record.msg)}
        return {"said at": f"{record.pathname}:{record.lineno}"}

    def failure(self, record: logging.LogRecord) -> dict[str, Any]:
        assert record.exc_info
        kind, _, trace = record.exc_info
        frames = traceback.extract_tb(trace)
        return {
            "exception": getattr(kind, "__name__", str(kind)),
            "through": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-12:]],
        }


def configure(_settings: dict[str, Any]) -> None:
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"json": {"()": ValueFreeJson}},
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
            "root": {"handlers": ["stderr"], "level": "WARNING"},
            "loggers": {
                "goldenthread": {"level": "INFO"},
                # Django's own way would print, or send by e-mail, a page of values.
                "django": {"handlers": [], "level": "WARNING"},
                "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
                # The addresses that Django puts in its own warnings are in our request line already.
                "django.request": {"level": "ERROR"},
                "django.security.csrf": {"level": "ERROR"},
            },
        }
    )
