"""``explain``: the report of ``doctor explain`` for an error that a program has at hand."""

from __future__ import annotations

import http
import json
import subprocess
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict, Union, cast

from ._program import program

if TYPE_CHECKING:
    from botocore.exceptions import ClientError


class Remedy(TypedDict, total=False):
    """What to do; ``command`` where it can be typed."""

    text: str
    command: str | None


class Finding(TypedDict, total=False):
    """One finding of the report, the likelier cause first."""

    code: str
    check: str
    status: str
    title: str
    detail: str
    confidence: str | None
    evidence: dict[str, Any]
    remedies: list[Remedy]


class Report(TypedDict, total=False):
    """A report in the schema ``bedrock-doctor.report/1``; members may be added to it."""

    schema: str
    command: str
    exitCode: int
    findings: list[Finding]
    notes: list[str]
    summary: dict[str, int]


class ExplainError(RuntimeError):
    """``doctor explain`` gave no report."""


def explain(error: Union[ClientError, Mapping[str, Any], str], *, timeout: float = 60) -> Report:
    """Explains a failed call.

    ``error`` is a botocore ``ClientError``, its ``response``, or any text that ``doctor explain`` takes: a message, a
    log, an HTTP exchange. Nothing is sent anywhere.

    Raises ``TypeError`` for anything else, ``ExplainError`` when there is no report, ``ProgramMissing`` when there is no ``doctor``, and
    ``subprocess.TimeoutExpired``.
    """
    done = subprocess.run(
        [program(), "explain", "-", "--format", "json"],
        input=_text(error).encode("utf-8", "surrogatepass"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        timeout=timeout,
        check=False,
    )
    try:
        return cast(Report, json.loads(done.stdout))
    except ValueError:
        said = done.stderr.decode(errors="replace").strip()
        raise ExplainError(said or f"doctor explain ended with status {done.returncode}") from None


def _text(error: Union[ClientError, Mapping[str, Any], str]) -> str:
    if isinstance(error, str):
        return error
    response = error if isinstance(error, Mapping) else getattr(error, "response", None)
    if not isinstance(response, Mapping):
        if not isinstance(error, BaseException):
            raise TypeError(f"expected a ClientError, its response or a text, found {type(error).__name__}")
        # Any other exception has its text alone.
        return f"{type(error).__name__}: {error}"
    return _exchange(response)


def _exchange(response: Mapping[str, Any]) -> str:
    """The answer as it came, as far as botocore keeps it: status, headers, and the members of the body."""
    metadata = response.get("ResponseMetadata") or {}
    details = response.get("Error") or {}
    status = int(metadata.get("HTTPStatusCode") or 400)
    try:
        phrase = http.HTTPStatus(status).phrase
    except ValueError:
        phrase = ""
    headers = {str(name).lower(): str(value) for name, value in (metadata.get("HTTPHeaders") or {}).items()}
    # The length and the coding were those of the bytes that came.
    for name in ("content-length", "content-encoding", "transfer-encoding"):
        headers.pop(name, None)
    if details.get("Code"):
        headers.setdefault("x-amzn-errortype", str(details["Code"]))
    if metadata.get("RequestId"):
        headers.setdefault("x-amzn-requestid", str(metadata["RequestId"]))
    headers["content-type"] = "application/json"
    rest = {name: value for name, value in response.items() if name not in ("Error", "ResponseMetadata")}
    body = json.dumps({"message": details.get("Message", ""), **rest}, default=str)
    head = [f"HTTP/1.1 {status} {phrase}".rstrip()] + [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*head, "", body])
