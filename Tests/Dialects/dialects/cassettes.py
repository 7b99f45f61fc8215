"""VCR.py, Ruby's VCR, betamax and go-vcr."""

import base64
import json

from .call import Call, Message
from .yaml_text import Binary, Plain, document


def vcrpy(calls: list[Call], name: str) -> dict[str, bytes]:
    def body(message: Message):
        return message.text if message.text is not None else Binary(message.body)

    interactions = [
        {
            "request": {
                "body": body(call.request), "headers": call.request.lists(), "method": call.method, "uri": call.url,
            },
            "response": {
                "body": {"string": body(call.response)}, "headers": call.response.lists(),
                "status": {"code": call.status, "message": call.reason},
            },
        }
        for call in calls
    ]
    return {f"{name}.yaml": document({"interactions": interactions, "version": 1}).encode()}


def ruby(calls: list[Call], name: str) -> dict[str, bytes]:
    def body(message: Message):
        if message.text is None:
            # The tag is Ruby's own, and the encoding stands beside it.
            return {"encoding": "ASCII-8BIT", "string": Binary(message.body, "!binary", "|-")}
        return {"encoding": "UTF-8", "string": message.text}

    return _ruby(calls, name, body)


def ruby_exact(calls: list[Call], name: str) -> dict[str, bytes]:
    """With `preserve_exact_body_bytes`."""

    def body(message: Message):
        return {"encoding": "ASCII-8BIT", "base64_string": base64.encodebytes(message.body).decode()}

    return _ruby(calls, name, body)


def _ruby(calls: list[Call], name: str, body) -> dict[str, bytes]:
    interactions = [
        {
            "request": {
                "method": Plain(call.method.lower()), "uri": Plain(call.url), "body": body(call.request),
                "headers": call.request.lists(),
            },
            "response": {
                "status": {"code": call.status, "message": call.reason}, "headers": call.response.lists(),
                "body": body(call.response), "http_version": None,
            },
            "recorded_at": Plain("Fri, 20 Nov 2026 09:00:00 GMT"),
        }
        for call in calls
    ]
    return {
        f"{name}.yml": document(
            {"http_interactions": interactions, "recorded_with": Plain("VCR 6.1.0")}, "---\n"
        ).encode()
    }


def betamax(calls: list[Call], name: str) -> dict[str, bytes]:
    def body(message: Message) -> dict:
        if message.text is None or message.header("content-encoding"):
            return {"encoding": None, "base64_string": base64.b64encode(message.body).decode()}
        return {"encoding": "utf-8", "string": message.text}

    interactions = [
        {
            "recorded_at": "2026-11-20T09:00:00",
            "request": {
                "body": body(call.request), "headers": call.request.lists(), "method": call.method, "uri": call.url,
            },
            "response": {
                "body": body(call.response), "headers": call.response.lists(),
                "status": {"code": call.status, "message": call.reason}, "url": call.url,
            },
        }
        for call in calls
    ]
    cassette = {"http_interactions": interactions, "recorded_with": "betamax/0.9.0"}
    return {f"{name}.json": json.dumps(cassette).encode()}


def go_vcr_1(calls: list[Call], name: str) -> dict[str, bytes]:
    """Of the modules v1 and v2."""
    interactions = [
        {
            "request": {
                "body": _go(call.request), "form": {}, "headers": call.request.lists(), "url": Plain(call.url),
                "method": Plain(call.method),
            },
            "response": {
                "body": _go(call.response), "headers": call.response.lists(),
                "status": Plain(f"{call.status} {call.reason}"), "code": call.status, "duration": "",
            },
        }
        for call in calls
    ]
    return {f"{name}.yaml": document({"version": 1, "interactions": interactions}, "---\n").encode()}


def go_vcr_3(calls: list[Call], name: str) -> dict[str, bytes]:
    """Of the modules v3 and v4."""
    interactions = [
        {
            "id": number,
            "request": {
                "proto": Plain("HTTP/1.1"), "proto_major": 1, "proto_minor": 1,
                "content_length": len(call.request.body), "transfer_encoding": [], "trailer": {},
                "host": Plain(call.host), "remote_addr": "", "request_uri": "", "body": _go(call.request), "form": {},
                "headers": call.request.lists(), "url": Plain(call.url), "method": Plain(call.method),
            },
            "response": {
                "proto": Plain("HTTP/2.0"), "proto_major": 2, "proto_minor": 0, "transfer_encoding": [],
                "trailer": {}, "content_length": -1, "uncompressed": False, "body": _go(call.response),
                "headers": call.response.lists(), "status": Plain(f"{call.status} {call.reason}"),
                "code": call.status, "duration": Plain("412.5ms"),
            },
        }
        for number, call in enumerate(calls)
    ]
    return {f"{name}.yaml": document({"version": 2, "interactions": interactions}, "---\n").encode()}


def _go(message: Message):
    return message.text if message.text is not None else Binary(message.body)
