"""How fast an event stream is decoded here, in botocore, and how fast zlib sums the same bytes: in one run.

    swift build -c release --product benchmark
    python decode_speed.py "$(swift build -c release --show-bin-path)/benchmark"
"""

import json
import struct
import subprocess
import sys
import time
import zlib

from botocore.eventstream import EventStreamBuffer

HEADERS = {":event-type": "contentBlockDelta", ":content-type": "application/json", ":message-type": "event"}


def frame(number):
    """A frame as the benchmark makes it."""
    headers = b"".join(
        struct.pack(">B", len(name)) + name.encode() + struct.pack(">BH", 7, len(value)) + value.encode()
        for name, value in HEADERS.items()
    )
    payload = b'{"contentBlockIndex":0,"delta":{"text":" about words"},"p":"abcdefghijklmnopqrstuvwx%d"}' % number
    prelude = struct.pack(">II", 16 + len(headers) + len(payload), len(headers))
    body = prelude + struct.pack(">I", zlib.crc32(prelude)) + headers + payload
    return body + struct.pack(">I", zlib.crc32(body))


def rate(work, size, seconds=1.0):
    """Bytes in a microsecond, of the fastest run."""
    best, end = float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < end:
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return size / best / 1e6


def decode(stream):
    buffer = EventStreamBuffer()
    buffer.add_data(stream)
    return sum(1 for _ in buffer)


def main():
    stream = b"".join(frame(number) for number in range(100, 500))
    assert decode(stream) == 400
    run = subprocess.run([sys.argv[1], "event-stream", "--json"], capture_output=True, text=True, check=True)
    ours = json.loads(run.stdout)["results"][0]
    assert ours["bytes"] == len(stream), "the benchmark's stream is another one"
    mine = ours["bytes"] / ours["nanoseconds"] * 1000
    botocore, checksum = rate(lambda: decode(stream), len(stream)), rate(lambda: zlib.crc32(stream), len(stream))
    print(f"decode here              {mine:8.0f} MB/s")
    print(f"CRC-32 alone here        {ours['bytes'] / ours['baselineNanoseconds'] * 1000:8.0f} MB/s")
    print(f"CRC-32 alone in zlib     {checksum:8.0f} MB/s")
    print(f"decode in botocore       {botocore:8.1f} MB/s     here {mine / botocore:.0f} times as fast")


main()
