"""An organisation's sign-in, small but real: it answers over HTTP as OpenID Connect asks."""

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Organisation:
    """Whom it will say has come, and where it is."""

    address: str = ""
    says: dict = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    sent: str = ""  # the last form that came

    def answer(self, path: str) -> dict:
        return {
            "/.well-known/openid-configuration": {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorise",
                "token_endpoint": f"{self.address}/token",
                "userinfo_endpoint": f"{self.address}/userinfo",
                "jwks_uri": f"{self.address}/keys",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            },
            "/token": {"access_token": "let-me-in", "token_type": "Bearer"},
            "/userinfo": self.says,
        }[path]


@contextmanager
def organisation(**says):
    """Running for as long as the block lasts."""
    here = Organisation(says=says)

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            here.sent = body.decode() or here.sent
            here.asked.append(self.path)
            body = json.dumps(here.answer(self.path)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    here.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
