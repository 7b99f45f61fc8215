"""Go's httprr: both messages byte by byte."""

from .call import Call, Message, gzip, halves


def lf(calls: list[Call], name: str) -> dict[str, bytes]:
    """Line ends as projects keep them that normalise text files; HTTP/2 has no reason but Go writes one."""
    return {f"{name}.httprr": _trace(calls, b"\n", "HTTP/2.0")}


def crlf(calls: list[Call], name: str) -> dict[str, bytes]:
    """As Go writes them, HTTP/1.1 answers in chunks, the whole file compressed."""
    return {f"{name}.httprr.gz": gzip(_trace(calls, b"\r\n", "HTTP/1.1"))}


def _trace(calls: list[Call], end: bytes, protocol: str) -> bytes:
    parts = [b"httprr trace v1\n"]
    for call in calls:
        request = _message(f"{call.method} {call.url} HTTP/1.1", (("Host", call.host),), call.request, end, False)
        response = _message(
            f"{protocol} {call.status} {call.reason}", (), call.response, end, protocol == "HTTP/1.1"
        )
        parts += [f"{len(request)} {len(response)}\n".encode(), request, response]
    return b"".join(parts)


def _message(start: str, first: tuple, message: Message, end: bytes, in_chunks: bool) -> bytes:
    framing = ("Transfer-Encoding", "chunked") if in_chunks else ("Content-Length", str(len(message.body)))
    lines = [start, *(f"{name}: {value}" for name, value in (*first, framing, *message.headers)), "", ""]
    body = message.body
    if in_chunks:
        body = b"".join(b"%x\r\n%s\r\n" % (len(half), half) for half in halves(body)) + b"0\r\n\r\n"
    return end.join(line.encode() for line in lines) + body
