"""``bedrock_doctor.explain``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import bedrock_doctor

DENIED = {
    "Error": {
        "Code": "AccessDeniedException",
        "Message": "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: bedrock:InvokeModel on "
        "resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0 because no identity-based policy "
        "allows the bedrock:InvokeModel action",
    },
    "ResponseMetadata": {
        "RequestId": "4eb6ea7a-6dea-4b3a-a09d-f28f5e171a27",
        "HTTPStatusCode": 403,
        "HTTPHeaders": {"x-amzn-errortype": "AccessDeniedException", "content-length": "12"},
    },
}


def codes(report: bedrock_doctor.Report) -> list[str]:
    return [finding["code"] for finding in report["findings"]]


def test_a_response_gives_its_report() -> None:
    report = bedrock_doctor.explain(DENIED)
    assert report["schema"] == "bedrock-doctor.report/1"
    assert "bedrock:InvokeModel" in json.dumps(report["findings"])
    assert report["findings"][0]["status"] == "fail"


def test_a_client_error_gives_the_same_findings() -> None:
    exceptions = pytest.importorskip("botocore.exceptions")
    error = exceptions.ClientError(DENIED, "Converse")
    assert codes(bedrock_doctor.explain(error)) == codes(bedrock_doctor.explain(DENIED))


def test_a_text_is_explained() -> None:
    report = bedrock_doctor.explain(
        "An error occurred (ExpiredTokenException) when calling the Converse operation: The security token included in "
        "the request is expired"
    )
    assert report["findings"]


def test_any_other_error_is_explained_by_its_text() -> None:
    report = bedrock_doctor.explain(ConnectionRefusedError("[Errno 111] Connection refused"))  # type: ignore[arg-type]
    assert report["schema"] == "bedrock-doctor.report/1"


def test_what_cannot_run_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "doctor"
    broken.write_text("#!/bin/sh\necho no luck >&2\nexit 70\n")
    broken.chmod(0o755)
    monkeypatch.setenv("BEDROCK_DOCTOR", str(broken))
    with pytest.raises(bedrock_doctor.ExplainError, match="no luck"):
        bedrock_doctor.explain("403")
