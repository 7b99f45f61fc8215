"""What every recorder sees of an exchange: two messages in bytes."""

import base64
import pathlib
import struct
import sys
import zlib
from dataclasses import dataclass

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "recordings"))
from capturing import exact_json  # noqa: E402


@dataclass(frozen=True)
class Message:
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def text(self) -> str | None:
        """The body as text; None if it is not UTF-8."""
        try:
            return self.body.decode()
        except UnicodeDecodeError:
            return None

    def lists(self) -> dict[str, list[str]]:
        headers: dict[str, list[str]] = {}
        for name, value in self.headers:
            headers.setdefault(name, []).append(value)
        return headers

    def gzipped(self) -> "Message":
        return Message(self.headers + (("Content-Encoding", "gzip"),), gzip(self.body))


@dataclass(frozen=True)
class Call:
    method: str
    host: str
    target: str
    request: Message
    status: int
    reason: str
    response: Message

    @property
    def url(self) -> str:
        return f"https://{self.host}{self.target}"

    def gzipped(self) -> "Call":
        return Call(
            self.method, self.host, self.target, self.request, self.status, self.reason, self.response.gzipped()
        )


REASONS = {200: "OK", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 429: "Too Many Requests"}


def calls(text: bytes) -> list[Call]:
    """The exchanges of a recording of ours."""
    return [_call(exchange) for exchange in exact_json.read(text)["exchanges"]]


def _call(exchange: dict) -> Call:
    request, response = exchange["request"], exchange["response"]
    status = int(response["status"].literal)
    return Call(
        request["method"], request["host"], request["target"], _message(request), status,
        REASONS.get(status, "Error"), _message(response),
    )


def _message(part: dict) -> Message:
    headers = tuple((header["name"], header["value"]) for header in part.get("headers", []))
    match part.get("body", {}):
        case {"json": value}:
            body = exact_json.compact(value).encode()
        case {"text": text}:
            body = text.encode()
        case {"base64": text}:
            body = base64.b64decode(text)
        case {"stream": chunks}:
            body = b"".join(base64.b64decode(chunk["base64"]) for chunk in chunks)
        case _:
            body = b""
    return Message(headers, body)


def gzip(data: bytes) -> bytes:
    """A gzip file in stored blocks (RFC 1951, section 3.2.4), which are the same whatever zlib made them."""
    blocks = [data[start : start + 65535] for start in range(0, len(data), 65535)] or [b""]
    packed = b"".join(
        struct.pack("<BHH", place == len(blocks) - 1, len(block), len(block) ^ 0xFFFF) + block
        for place, block in enumerate(blocks)
    )
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + packed + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def halves(data: bytes) -> list[bytes]:
    """The chunks in which a body may have come."""
    return [half for half in (data[: len(data) // 2], data[len(data) // 2 :]) if half]
