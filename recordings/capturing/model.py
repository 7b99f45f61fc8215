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
class Event:
    """One frame of a stream: an event, an exception of the API, or an error that is none of its own."""

    name: str
    payload: dict | None
    kind: str = "event"
    headers: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Stream:
    """The body of a streamed answer."""

    events: tuple[Event, ...]
    # How many bytes at the end never came.
    missing: int = 0
    # The frame whose checksum is wrong.
    damaged: int | None = None


@dataclass(frozen=True)
class Answer:
    """What the server says; headers that every answer has are added when it is sent.

    Only the service's answers are JSON or a stream, and have a request id.
    """

    body: dict | str | Stream | None
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
    # ConverseStream, which only boto3 has: the AWS CLI leaves out what answers in streams.
    stream: bool = False
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


def streamed(*events: Event, missing: int = 0, damaged: int | None = None) -> Answer:
    """An answer of status 200 that is a stream."""
    return Answer(Stream(events, missing, damaged), content_type="application/vnd.amazon.eventstream")


def starts(role: str = "assistant") -> Event:
    return Event("messageStart", {"role": role})


def begins(index: int = 0, **start) -> Event:
    """A block that needs more than its first delta to say what it is."""
    return Event("contentBlockStart", {"contentBlockIndex": index, "start": start})


def delta(index: int = 0, **delta) -> Event:
    return Event("contentBlockDelta", {"contentBlockIndex": index, "delta": delta})


def ends(index: int = 0) -> Event:
    return Event("contentBlockStop", {"contentBlockIndex": index})


def spoken(*words: str, index: int = 0) -> list[Event]:
    """A block of text, a delta for each part."""
    return [*(delta(index, text=word) for word in words), ends(index)]


def stops(reason: str = "end_turn", tokens: tuple[int, int] = (12, 9), usage=None, fields=None, **more) -> list[Event]:
    """The end of a message, and what it took; `usage` adds to the counts, `more` are further members of the metadata."""
    given, made = tokens
    cached = sum(count for name, count in (usage or {}).items() if name.startswith("cache") and isinstance(count, int))
    counts = {"inputTokens": given, "outputTokens": made, "totalTokens": given + made + cached, **(usage or {})}
    stop = {"stopReason": reason} if fields is None else {"additionalModelResponseFields": fields, "stopReason": reason}
    return [
        Event("messageStop", stop),
        Event("metadata", {"metrics": {"latencyMs": 180 + 23 * made}, "usage": counts, **more}),
    ]


def exception(name: str, message: str, **members) -> Event:
    """An error of the API inside a stream."""
    return Event(name, {"message": message, **members}, kind="exception")
