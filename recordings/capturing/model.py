"""What a scenario is made of: a client, its call, and the answer that it gets."""

import base64
from dataclasses import dataclass, field

# The pair of AWS's documentation. No recording holds a real secret, and no header with one is kept.
ACCESS_KEY = "AKIDEXAMPLE"
SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
ACCOUNT = "123456789012"

BOTO3 = "boto3"
AWS_CLI = "aws-cli"
CURL = "curl"

JSON = "application/json"


@dataclass(frozen=True)
class Answer:
    """What the server says; headers that every answer has are added when it is sent.

    Only the service's answers are JSON and have a request id.
    """

    body: dict | str | None
    status: int = 200
    error_type: str | None = None
    content_type: str | None = JSON
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Call:
    """One call of one client: as many exchanges as there are answers, more than one if the client retries."""

    model: str
    answers: list[Answer]
    # The call's members but for the model id, as boto3 and `--cli-input-json` take them.
    members: dict = field(default_factory=dict)
    client: str = BOTO3
    region: str = "us-east-1"
    fips: bool = False
    # Another endpoint than the region's, with a path prefix if it has one.
    endpoint: str | None = None
    attempts: int = 1
    # For curl, which knows nothing of the API: path and body exactly as they go out.
    target: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class Recording:
    """One file: one subject."""

    name: str
    touches: str
    calls: list[Call]
    notes: tuple[str, ...] = ()


def text(*words: str) -> list[dict]:
    """Content of text blocks."""
    return [{"text": word} for word in words]


def user(*content: dict | str) -> dict:
    return {"role": "user", "content": [_block(part) for part in content]}


def assistant(*content: dict | str) -> dict:
    return {"role": "assistant", "content": [_block(part) for part in content]}


def ask(*content: dict | str) -> dict:
    """The members of a call with one message and nothing else."""
    return {"messages": [user(*content)]}


def said(*content: dict | str, stop: str = "end_turn", tokens: tuple[int, int] = (12, 9), usage=None, **more) -> Answer:
    """An answer of status 200; `usage` adds to the counts, `more` are further members of the body."""
    given, made = tokens
    cached = sum(count for name, count in (usage or {}).items() if name.startswith("cache") and isinstance(count, int))
    body = {
        "metrics": {"latencyMs": 180 + 23 * made},
        "output": {"message": assistant(*content)},
        "stopReason": stop,
        "usage": {"inputTokens": given, "outputTokens": made, "totalTokens": given + made + cached, **(usage or {})},
    }
    return Answer(body={**body, **more})


def blob(data: bytes) -> str:
    """Bytes as an answer's JSON has them."""
    return base64.b64encode(data).decode("ascii")


def _block(part: dict | str) -> dict:
    return {"text": part} if isinstance(part, str) else part
