"""From vectors to the text of a file, schema `sigv4-vectors/1`."""

import json

import botocore

from generator import oracle
from generator.flags import note
from generator.model import Body, Credentials, Group, Options, Request, SigningVector, VerificationVector

SCHEMA = "sigv4-vectors/1"


class VectorFile:
    """One subject's file: head, the notes of the flags it uses, groups of tests."""

    def __init__(self, subject):
        self.groups: list[Group] = subject.groups()

    def text(self) -> str:
        flags = sorted({flag for group in self.groups for test in group.tests for flag in test.flags})
        document = {
            "schema": SCHEMA,
            "source": {"name": "botocore", "version": botocore.__version__},
            "numberOfTests": sum(len(group.tests) for group in self.groups),
            "notes": {flag: note(flag) for flag in flags},
            "groups": [
                {"name": group.name, "kind": group.kind, "tests": [_test(test) for test in group.tests]}
                for group in self.groups
            ],
        }
        return _pretty(document) + "\n"


def _test(test: SigningVector | VerificationVector) -> dict:
    return _signing(test) if isinstance(test, SigningVector) else _verification(test)


def _signing(test: SigningVector) -> dict:
    expected = oracle.sign(test.request, test.credentials, test.time, test.scope, test.options, test.flags)
    outcome = {
        "canonicalRequest": expected.canonical_request.split("\n"),
        "stringToSign": expected.string_to_sign.split("\n"),
        "signature": expected.signature,
    }
    if test.options.location == "query":
        outcome["target"] = expected.target
    else:
        outcome["authorization"] = expected.authorization
    return {
        "id": test.id,
        "comment": test.comment,
        "flags": list(test.flags),
        "result": "valid",
        "request": _request(test.request),
        "credentials": _credentials(test.credentials),
        "time": test.time,
        "region": test.scope.region,
        "service": test.scope.service,
        **({"options": _options(test.options)} if _options(test.options) else {}),
        "expected": outcome,
    }


def _verification(test: VerificationVector) -> dict:
    if test.refusal is None:
        outcome = {"advice": list(test.advice)} if test.advice else {}
    else:
        outcome = {"refusal": test.refusal}
    if test.expects_stages:
        authorization = test.request.header("Authorization")
        names = authorization.partition("SignedHeaders=")[2].partition(",")[0].split(";")
        canonical_request, string_to_sign = oracle.server_stages(
            test.request, names, test.request.header("X-Amz-Date"), test.scope, test.flags)
        outcome["canonicalRequest"] = canonical_request.split("\n")
        outcome["stringToSign"] = string_to_sign.split("\n")
    return {
        "id": test.id,
        "comment": test.comment,
        "flags": list(test.flags),
        "result": "valid" if test.refusal is None else "invalid",
        "request": _request(test.request),
        "credentials": _credentials(test.credentials),
        "now": test.now,
        "region": test.scope.region,
        "service": test.scope.service,
        **({"expected": outcome} if outcome else {}),
    }


def _request(request: Request) -> dict:
    described = {
        "method": request.method,
        "target": request.target,
        "headers": [list(header) for header in request.headers],
    }
    if request.body is not None:
        described["body"] = _body(request.body)
    return described


def _body(body: Body) -> dict:
    if body.data is not None:
        return {"hex": body.data.hex()}
    return {"text": body.text, **({"times": body.times} if body.times != 1 else {})}


def _credentials(credentials: Credentials) -> dict:
    described = {"accessKeyId": credentials.access_key, "secretAccessKey": credentials.secret_key}
    if credentials.token is not None:
        described["sessionToken"] = credentials.token
    if credentials.token_expiration is not None:
        described["tokenExpiration"] = credentials.token_expiration
    return described


_OPTION_NAMES = {
    "uri_encoding": "uriEncoding",
    "path_normalization": "pathNormalization",
    "session_token": "sessionToken",
    "content_sha256_header": "contentSHA256Header",
    "payload": "payload",
    "location": "location",
    "expires_seconds": "expiresSeconds",
}


def _options(options: Options) -> dict:
    default = Options()
    return {
        written: getattr(options, name)
        for name, written in _OPTION_NAMES.items()
        if getattr(options, name) != getattr(default, name)
    }


def _pretty(value, indent: str = "") -> str:
    """JSON with two blanks a level; a list of plain values or a small object stays on one line when it fits."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value:
        return flat
    leaf = all(not isinstance(item, (dict, list)) for item in (value.values() if isinstance(value, dict) else value))
    if leaf and len(indent) + len(flat) <= 110 and not _is_stage(value):
        return flat
    inner = indent + "  "
    if isinstance(value, dict):
        rows = [f"{inner}{json.dumps(name, ensure_ascii=False)}: {_pretty(item, inner)}"
                for name, item in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
    return "[\n" + ",\n".join(f"{inner}{_pretty(item, inner)}" for item in value) + f"\n{indent}]"


def _is_stage(value) -> bool:
    """A canonical request or string to sign: one line of text a line, so that a difference is seen line by line."""
    return isinstance(value, list) and len(value) >= 4
