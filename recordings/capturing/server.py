"""A server on loopback that keeps each request's bytes and says what the scenario tells it to.

It is used as the clients' proxy: so they send the real host, and nothing of it leaves the machine.
"""

import sys
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Received:
    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)


@dataclass(frozen=True)
class Reply:
    status: int
    headers: list[tuple[str, str]]
    body: bytes
    # A body that comes in chunks.
    chunks: tuple[bytes, ...] | None = None


class CapturingServer:
    """Answers one request after the other, in the order of the replies."""

    def __init__(self):
        self._received: list[Received] = []
        self._replies: list[Reply] = []
        capturing = self

        class Handler(_Handler):
            exchange = capturing._exchange

        self._server = _Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def expect(self, replies: list[Reply]) -> None:
        self._received, self._replies = [], list(replies)

    def received(self) -> list[Received]:
        if self._replies:
            raise RuntimeError(
                f"the client sent {len(self._received)} requests, {len(self._replies)} fewer than expected"
            )
        return self._received

    def _exchange(self, request: Received) -> Reply:
        self._received.append(request)
        return self._replies.pop(0) if self._replies else Reply(501, [], b"one request more than the scenario has")


class _Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        # A client that has met a damaged frame reads no further.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", "0")))
        reply = self.exchange(Received(self.command, _origin_form(self.path), self.headers.items(), body))
        # `send_response` would add headers of its own.
        self.send_response_only(reply.status)
        framing = ("Content-Length", str(len(reply.body))) if reply.chunks is None else ("Transfer-Encoding", "chunked")
        for name, value in [*reply.headers, framing]:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)
        if reply.chunks is not None:
            for chunk in (*reply.chunks, b""):
                self.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))

    def log_message(self, *_):
        pass


def _origin_form(target: str) -> str:
    """What a client sends to the host itself: proxies get scheme and host in front of it (RFC 9112 section 3.2)."""
    if target.startswith("/"):
        return target
    path = target.split("://", 1)[1]
    return path[path.index("/") :]
