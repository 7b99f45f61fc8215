"""Writes event-stream frames, so that a test can say what an upstream streams."""

import base64
import json
import struct
import zlib


def frame(name, payload, kind="event"):
    """One frame: lengths, checksum, headers, payload, checksum (Amazon Event Stream Specification)."""
    headers = b""
    for key, value in {f":{kind}-type": name, ":content-type": "application/json", ":message-type": kind}.items():
        headers += bytes([len(key)]) + key.encode() + b"\x07" + struct.pack("!H", len(value)) + value.encode()
    body = json.dumps(payload).encode()
    start = struct.pack("!II", 16 + len(headers) + len(body), len(headers))
    start += struct.pack("!I", zlib.crc32(start)) + headers + body
    return start + struct.pack("!I", zlib.crc32(start))


TOOL_EVENTS = [
    ("messageStart", {"role": "assistant"}),
    ("contentBlockDelta", {"contentBlockIndex": 0, "delta": {"text": "Let me look. żółć"}}),
    ("contentBlockStop", {"contentBlockIndex": 0}),
    ("contentBlockStart", {"contentBlockIndex": 1, "start": {"toolUse": {"toolUseId": "t-1", "name": "weather"}}}),
    ("contentBlockDelta", {"contentBlockIndex": 1, "delta": {"toolUse": {"input": '{"city": "Łó'}}}),
    ("contentBlockDelta", {"contentBlockIndex": 1, "delta": {"toolUse": {"input": 'dź"}'}}}),
    ("contentBlockStop", {"contentBlockIndex": 1}),
    ("messageStop", {"stopReason": "tool_use"}),
    ("metadata", {"usage": {"inputTokens": 9, "outputTokens": 4, "totalTokens": 13}, "metrics": {"latencyMs": 77}}),
]


def recording(target, request, events, name="upstream"):
    """A recording of one streamed exchange."""
    chunks = [
        {"atMs": 5 * index, "base64": base64.b64encode(frame(*event)).decode()} for index, event in enumerate(events)
    ]
    return {
        "schema": "converse-recording/1", "name": name,
        "source": {"kind": "authored", "tool": "test", "version": "1"},
        "exchanges": [{
            "request": {"method": "POST", "target": target, "body": {"json": request}},
            "response": {
                "status": 200,
                "headers": [{"name": "content-type", "value": "application/vnd.amazon.eventstream"}],
                "body": {"stream": chunks},
            },
        }],
    }  # fmt: skip
