"""The fixture ``bedrock_mock``, with clients that are right and clients that are not."""

from __future__ import annotations

import pytest

pytest.importorskip("boto3")

CALL = """
import boto3, pytest
from botocore.exceptions import ClientError

MESSAGES = [{"role": "user", "content": [{"text": "Hello"}]}]

def converse(client):
    return client.converse(modelId="amazon.nova-micro-v1:0", messages=MESSAGES)

def wrong(client):
    def spoil(request, **_):
        signed = request.headers["Authorization"]
        request.headers["Authorization"] = signed[:-4] + (b"0000" if isinstance(signed, bytes) else "0000")
    client.meta.events.register("before-send.*", spoil)
    with pytest.raises(ClientError):
        converse(client)
"""


def run(pytester: pytest.Pytester, test: str, **outcomes: int) -> pytest.RunResult:
    """Runs a test module, which must come to these outcomes."""
    pytester.makepyfile(CALL + test)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "--strict-markers")
    result.assert_outcomes(**outcomes)
    return result


def test_a_right_client_passes(pytester: pytest.Pytester) -> None:
    run(
        pytester,
        """
def test_right(bedrock_mock):
    answer = converse(boto3.client("bedrock-runtime"))
    assert answer["output"]["message"]["role"] == "assistant"
""",
        passed=1,
    )


def test_each_test_has_a_server_of_its_own(pytester: pytest.Pytester) -> None:
    run(
        pytester,
        """
seen = set()

@pytest.mark.parametrize("number", range(3))
def test_own(bedrock_mock, number):
    converse(boto3.client("bedrock-runtime"))
    assert bedrock_mock.endpoint_url not in seen
    seen.add(bedrock_mock.endpoint_url)
    # Nothing of the test before is in this log.
    assert "POST" not in bedrock_mock.log
""",
        passed=3,
    )


def test_a_wrong_signature_fails_the_test_that_sent_it(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
def test_wrong(bedrock_mock):
    wrong(boto3.client("bedrock-runtime"))

def test_right(bedrock_mock):
    converse(boto3.client("bedrock-runtime"))
""",
        passed=1,
        failed=1,
    )
    result.stdout.fnmatch_lines(
        ["*Bedrock would not have taken what this test sent*", "*/model/amazon.nova-micro-v1%3A0/converse -> 403*"]
    )


def test_the_explanation_stands_beside_the_client_s_own_error(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
def test_wrong(bedrock_mock):
    client = boto3.client("bedrock-runtime", aws_secret_access_key="another", aws_access_key_id=bedrock_mock.access_key_id)
    converse(client)
""",
        failed=1,
    )
    result.stdout.fnmatch_lines(["*ClientError*", "*bedrock_mock*", "*-> 403*"])


def test_a_request_that_nothing_answers_fails_the_test(pytester: pytest.Pytester) -> None:
    run(
        pytester,
        """
import urllib.error, urllib.request

def test_elsewhere(bedrock_mock):
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(bedrock_mock.endpoint_url + "/nothing/here")
""",
        failed=1,
    )


def test_not_strict_lets_a_test_be_refused(pytester: pytest.Pytester) -> None:
    run(
        pytester,
        """
@pytest.mark.bedrock_mock(strict=False)
def test_wrong(bedrock_mock):
    wrong(boto3.client("bedrock-runtime"))
""",
        passed=1,
    )


def test_region_and_faults_are_set_by_the_marker(pytester: pytest.Pytester) -> None:
    run(
        pytester,
        """
import os

@pytest.mark.bedrock_mock(region="eu-west-1", faults=["throttle:times=1"])
def test_retry(bedrock_mock):
    assert os.environ["AWS_REGION"] == "eu-west-1"
    answer = converse(boto3.client("bedrock-runtime"))
    assert answer["ResponseMetadata"]["RetryAttempts"] == 1
""",
        passed=1,
    )


def test_the_environment_is_as_before(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_PROFILE", "production")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "token")
    run(
        pytester,
        """
import os

def test_inside(bedrock_mock):
    assert "AWS_PROFILE" not in os.environ and "AWS_SESSION_TOKEN" not in os.environ
    converse(boto3.client("bedrock-runtime"))

def test_outside():
    assert os.environ["AWS_PROFILE"] == "production"
    assert "AWS_ENDPOINT_URL_BEDROCK_RUNTIME" not in os.environ
""",
        passed=2,
    )


def test_a_marker_that_says_something_else_is_refused(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
@pytest.mark.bedrock_mock(regions="eu-west-1")
def test_typo(bedrock_mock):
    pass
""",
        errors=1,
    )
    result.stdout.fnmatch_lines(["*unexpected keyword argument 'regions'*"])


def test_a_server_that_does_not_start_says_why(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
@pytest.mark.bedrock_mock(account="missing.json")
def test_account(bedrock_mock):
    pass
""",
        errors=1,
    )
    result.stdout.fnmatch_lines(["*doctor serve did not start*missing.json*"])
