"""Frames of application/vnd.amazon.eventstream, from https://smithy.io/2.0/aws/amazon-eventstream.html."""

import struct
import zlib

# Bytes of a header's value by its type; strings and byte arrays say their own length.
SIZES = {0: 0, 1: 0, 2: 1, 3: 2, 4: 4, 5: 8, 8: 8, 9: 16}
LONGEST = 24 << 20


class Broken(Exception):
    """The bytes are no frames."""


def checksum(data, given, what):
    if zlib.crc32(data) != given:
        raise Broken(f"the checksum of the {what} is another one")


def frames(chunks, checksum=checksum):
    """Headers and payload of each frame, however the bytes are cut."""
    rest = b""
    for chunk in chunks:
        rest += chunk
        while len(rest) >= 12:
            total, headers, crc = struct.unpack(">III", rest[:12])
            checksum(rest[:8], crc, "prelude")
            if not 16 + headers <= total <= LONGEST:
                raise Broken(f"a frame of {total} bytes with {headers} of headers")
            if len(rest) < total:
                break
            frame, rest = rest[:total], rest[total:]
            checksum(frame[:-4], struct.unpack(">I", frame[-4:])[0], "message")
            yield fields(frame[12:12 + headers]), frame[12 + headers:-4]
    if rest:
        raise Broken(f"the stream ends inside a frame, after {len(rest)} bytes of it")


def fields(data):
    read = {}
    while data:
        length = data[0]
        name, kind, data = data[1:1 + length].decode(), data[1 + length], data[2 + length:]
        if kind in (6, 7):
            size, data = struct.unpack(">H", data[:2])[0], data[2:]
        else:
            size = SIZES[kind]
        read[name], data = data[:size].decode("utf-8", "replace"), data[size:]
    return read
