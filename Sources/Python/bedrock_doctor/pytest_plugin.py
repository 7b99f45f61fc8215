"""The pytest plugin: a Bedrock for each test, which checks how it is called.

    def test_greeting(bedrock_mock):
        client = boto3.client("bedrock-runtime")
        ...

The fixture starts ``doctor serve`` and sets endpoint, region and credentials in the environment. A test that sends a
request which AWS would refuse, or which nothing can answer, fails with the explanation, also when the client has
swallowed the error.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import Union

import pytest

from ._server import ACCESS_KEY_ID, SECRET_ACCESS_KEY, Server

MARKER = (
    "bedrock_mock(recordings=[], account=None, region='us-east-1', faults=[], strict=True): what the fixture "
    "bedrock_mock answers with, and whether it fails the test for requests that AWS would refuse"
)

_KEY = pytest.StashKey["BedrockMock"]()


class BedrockMock:
    """The running mock, as a test sees it."""

    #: The pair that the server accepts.
    access_key_id = ACCESS_KEY_ID
    secret_access_key = SECRET_ACCESS_KEY

    def __init__(
        self,
        recordings: Union[str, Sequence[str]] = (),
        account: str | None = None,
        region: str = "us-east-1",
        faults: Union[str, Sequence[str]] = (),
        strict: bool = True,
    ) -> None:
        self.region = region
        arguments = ["--explain", "--region", region]
        for path in [recordings] if isinstance(recordings, str) else recordings:
            arguments += ["--recordings", str(path)]
        if account is not None:
            arguments += ["--account", str(account)]
        for fault in [faults] if isinstance(faults, str) else faults:
            arguments += ["--fault", fault]
        if strict:
            arguments.append("--strict")
        self._strict = strict
        self._server = Server(arguments)
        #: Where it listens, ``http://127.0.0.1:PORT``.
        self.endpoint_url = self._server.endpoint_url
        self._verdict: str | None = None
        self._ended = False

    @property
    def environment(self) -> dict[str, str]:
        """The variables that lead a client here, also for a child process."""
        return {
            "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": self.endpoint_url,
            "AWS_ENDPOINT_URL_BEDROCK": self.endpoint_url,
            "AWS_REGION": self.region,
            "AWS_DEFAULT_REGION": self.region,
            "AWS_ACCESS_KEY_ID": self.access_key_id,
            "AWS_SECRET_ACCESS_KEY": self.secret_access_key,
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    @property
    def log(self) -> str:
        """What the server has written: each request that it refused, with the explanation."""
        return self._server.log()

    def finish(self) -> str | None:
        """Ends the server. Gives its explanation where it holds a request against the test, else None."""
        if not self._ended:
            self._ended = True
            status = self._server.stop()
            if self._strict and status != 0:
                self._verdict = self.log.strip()
        return self._verdict


#: Variables that would lead a client elsewhere, or give it other credentials.
_OTHERS = (
    "AWS_SESSION_TOKEN",
    "AWS_SECURITY_TOKEN",
    "AWS_PROFILE",
    "AWS_DEFAULT_PROFILE",
    "AWS_BEARER_TOKEN_BEDROCK",
    "AWS_ENDPOINT_URL",
    "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
    "AWS_CREDENTIAL_EXPIRATION",
)


@pytest.fixture
def bedrock_mock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[BedrockMock]:
    """A Bedrock of this test's own, at the variables' endpoint; the marker ``bedrock_mock`` says what it answers with."""
    marker = request.node.get_closest_marker("bedrock_mock")
    try:
        mock = BedrockMock(*(marker.args if marker else ()), **(marker.kwargs if marker else {}))
    except TypeError as error:
        pytest.fail(f"the marker bedrock_mock does not take this: {error}\nIt is {MARKER}", pytrace=False)
    request.node.stash[_KEY] = mock
    for name in _OTHERS:
        monkeypatch.delenv(name, raising=False)
    for name, value in mock.environment.items():
        monkeypatch.setenv(name, value)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "127.0.0.1", prepend=",")
    yield mock
    mock.finish()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fails the test itself, not its teardown, for what it sent."""
    try:
        result = yield
    except BaseException:
        explanation = _explanation(item)
        if explanation:
            item.add_report_section("call", "bedrock_mock", explanation)
        raise
    explanation = _explanation(item)
    if explanation:
        pytest.fail(f"Bedrock would not have taken what this test sent.\n\n{explanation}", pytrace=False)
    return result


def _explanation(item: pytest.Item) -> str | None:
    mock = item.stash.get(_KEY, None)
    return mock.finish() if mock else None


def pytest_configure(config: pytest.Config) -> None:
    """Makes the marker known."""
    config.addinivalue_line("markers", MARKER)
