"""Streams: events as frames of `application/vnd.amazon.eventstream`, and the frames as chunks with their times.

A frame is: its length, the length of its headers, the CRC-32 of both, headers, payload, the CRC-32 of all before it.
Source: Amazon Event Stream Specification (Smithy).
"""

import struct
import zlib

from capturing import exact_json
from capturing.model import Event, Stream

CONTENT_TYPE = "application/vnd.amazon.eventstream"

# The service pads its events to hide their lengths, in a member of these letters.
_PADDING = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_NAME_HEADERS = {"event": ":event-type", "exception": ":exception-type", "error": ":error-code"}
_STRING = 7


def chunks(stream: Stream) -> list[tuple[int, bytes]]:
    """What arrived and when, in milliseconds: some chunks are frames, others end in the middle of one."""
    frames = [frame(event, number) for number, event in enumerate(stream.events)]
    if stream.damaged is not None:
        last = frames[stream.damaged][-1] ^ 0xFF
        frames[stream.damaged] = frames[stream.damaged][:-1] + bytes([last])
    whole = b"".join(frames)
    end = len(whole) - stream.missing
    cuts, place = [], 0
    for number, each in enumerate(frames):
        middle, after = place + len(each) // 2, place + len(each)
        cuts += {0: [after], 1: [after], 2: [middle], 3: []}[number % 4]
        place = after
    bounds = [0, *(cut for cut in cuts if 0 < cut < end), end]
    pieces = [whole[first:last] for first, last in zip(bounds, bounds[1:])]
    return [(_time(number), piece) for number, piece in enumerate(pieces) if piece]


def frame(event: Event, number: int) -> bytes:
    named = {
        _NAME_HEADERS[event.kind]: event.name,
        **({":content-type": "application/json"} if event.payload is not None else {}),
        ":message-type": event.kind,
        **event.headers,
    }
    headers = b"".join(_header(name, value) for name, value in named.items())
    payload = wire_text(event, number).encode()
    prelude = struct.pack(">II", 16 + len(headers) + len(payload), len(headers))
    body = prelude + struct.pack(">I", zlib.crc32(prelude)) + headers + payload
    return body + struct.pack(">I", zlib.crc32(body))


def wire_text(event: Event, number: int) -> str:
    """The payload as it is sent: with padding, its members in the order of their names, as the service has them."""
    if event.payload is None:
        return ""
    if event.kind != "event":
        return exact_json.compact(event.payload)
    padded = {**event.payload, "p": _PADDING[: 3 + 17 * (number + 1) % 59]}
    return exact_json.compact({name: padded[name] for name in sorted(padded)})


def _header(name: str, value: str) -> bytes:
    return struct.pack(">B", len(name)) + name.encode() + struct.pack(">BH", _STRING, len(value)) + value.encode()


def _time(number: int) -> int:
    """Uneven steps, as a model's are; made up, like all that it says."""
    return 23 * number + 7 * number % 19
