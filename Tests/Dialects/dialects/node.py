"""nock and Polly.JS."""

import base64
import json

from .call import Call, exact_json, halves


def nock(calls: list[Call], name: str) -> dict[str, bytes]:
    return {f"{name}.json": json.dumps([_nock(call) for call in calls], indent=2, ensure_ascii=False).encode()}


def nock_gzip(calls: list[Call], name: str) -> dict[str, bytes]:
    return nock([call.gzipped() for call in calls], name)


def _nock(call: Call) -> dict:
    response = call.response
    if response.header("content-encoding"):
        body, is_binary = [half.hex() for half in halves(response.body)], False
    elif response.text is None:
        body, is_binary = response.body.hex(), True
    else:
        body, is_binary = _parsed(response.text), False
    return {
        "scope": f"https://{call.host}:443", "method": call.method, "path": call.target,
        "body": _parsed(call.request.text), "status": call.status, "response": body,
        "rawHeaders": [part for header in response.headers for part in header],
        "reqheaders": {key.lower(): value for key, value in call.request.headers}, "responseIsBinary": is_binary,
    }


def _parsed(text: str):
    """JSON as JavaScript has it, or the text itself."""
    try:
        return _javascript(exact_json.read(text))
    except ValueError:
        return text


def _javascript(value):
    """Numbers with 53 bits, and whole ones without a point."""
    match value:
        case exact_json.Number(literal):
            number = float(literal)
            if number in (float("inf"), float("-inf")):
                return None
            return int(number) if number.is_integer() and abs(number) < 1e21 else number
        case dict():
            return {name: _javascript(member) for name, member in value.items()}
        case list():
            return [_javascript(element) for element in value]
    return value


def polly(calls: list[Call], name: str) -> dict[str, bytes]:
    """Of version 6: bytes are base64, of a compressed body a JSON list with one for each chunk."""

    def content(response) -> dict:
        if response.header("content-encoding"):
            chunks = [base64.b64encode(half).decode() for half in halves(response.body)]
            return {"encoding": "base64", "text": json.dumps(chunks, separators=(",", ":"))}
        if response.text is None:
            return {"encoding": "base64", "text": base64.b64encode(response.body).decode()}
        return {"text": response.text} if response.body else {}

    return _har(calls, name, content, "6.0.6")


def polly_gzip(calls: list[Call], name: str) -> dict[str, bytes]:
    return polly([call.gzipped() for call in calls], name)


def polly_5(calls: list[Call], name: str) -> dict[str, bytes]:
    """Of earlier versions: hexadecimal digits, marked with a member of its own."""

    def content(response) -> dict:
        if response.header("content-encoding"):
            chunks = [half.hex() for half in halves(response.body)]
            return {"_isBinary": True, "text": json.dumps(chunks, separators=(",", ":"))}
        if response.text is None:
            return {"_isBinary": True, "text": response.body.hex()}
        return {"text": response.text} if response.body else {}

    return _har(calls, name, content, "5.2.0")


def polly_5_gzip(calls: list[Call], name: str) -> dict[str, bytes]:
    return polly_5([call.gzipped() for call in calls], name)


def _har(calls: list[Call], name: str, content, version: str) -> dict[str, bytes]:
    def pairs(message) -> list[dict]:
        return [{"_fromType": "array", "name": key.lower(), "value": value} for key, value in message.headers]

    entries = [
        {
            "_id": f"{number:032x}", "_order": 0, "cache": {},
            "request": {
                "bodySize": len(call.request.body), "cookies": [], "headers": pairs(call.request),
                "headersSize": 100, "httpVersion": "HTTP/1.1", "method": call.method,
                "postData": {"mimeType": "application/json", "params": [], "text": call.request.text},
                "queryString": [], "url": call.url,
            },
            "response": {
                "bodySize": len(call.response.body),
                "content": {
                    "mimeType": call.response.header("content-type") or "text/plain",
                    "size": len(call.response.body), **content(call.response),
                },
                "cookies": [], "headers": pairs(call.response), "headersSize": 100, "httpVersion": "HTTP/1.1",
                "redirectURL": "", "status": call.status, "statusText": call.reason,
            },
            "startedDateTime": "2026-11-20T09:00:00.000Z", "time": 412, "timings": {"send": 0, "wait": 412},
        }
        for number, call in enumerate(calls)
    ]
    log = {
        "_recordingName": name, "creator": {"comment": "persister:fs", "name": "Polly.JS", "version": version},
        "entries": entries, "pages": [], "version": "1.2",
    }
    return {f"{name}.har": json.dumps({"log": log}, indent=2, ensure_ascii=False).encode()}
