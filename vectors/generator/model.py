"""What a vector is made of, before it becomes JSON."""

from dataclasses import dataclass, field, replace
from urllib.parse import quote

# AWS's published example pair. No vector holds a real secret.
ACCESS_KEY = "AKIDEXAMPLE"
SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
TOKEN = "FwoGEXAMPLETOKEN"

# The moment of the five published Bedrock signatures; most vectors use it too.
TIME = "20260102T030405Z"

PING = '{"messages":[{"role":"user","content":[{"text":"ping"}]}],"inferenceConfig":{"maxTokens":1}}'
SONNET = "anthropic.claude-sonnet-4-20250514-v1:0"


@dataclass(frozen=True)
class Credentials:
    access_key: str = ACCESS_KEY
    secret_key: str = SECRET_KEY
    token: str | None = None
    # When the token ends; only a verifier looks at it.
    token_expiration: str | None = None


@dataclass(frozen=True)
class Body:
    """Request body: text, bytes, or a text repeated so that a big body stays a small line."""

    text: str | None = None
    data: bytes | None = None
    times: int = 1

    def content(self) -> bytes:
        if self.data is not None:
            return self.data
        return (self.text or "").encode("utf-8") * self.times


@dataclass(frozen=True)
class Request:
    """A request as it goes over the wire: the target and the header lines are kept as they are."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...] = ()
    body: Body | None = None

    def with_header(self, name: str, value: str) -> "Request":
        return replace(self, headers=self.headers + ((name, value),))

    def without_header(self, name: str) -> "Request":
        kept = tuple((n, v) for n, v in self.headers if n.lower() != name.lower())
        return replace(self, headers=kept)

    def replacing_header(self, name: str, value: str) -> "Request":
        changed = tuple((n, value if n.lower() == name.lower() else v) for n, v in self.headers)
        return replace(self, headers=changed)

    def header(self, name: str) -> str:
        return next(v for n, v in self.headers if n.lower() == name.lower())


@dataclass(frozen=True)
class Options:
    """How to sign. Only what differs from these defaults is written into the file."""

    uri_encoding: str = "double"
    path_normalization: str = "on"
    session_token: str = "signed"
    content_sha256_header: str = "omitted"
    payload: str = "signed"
    location: str = "headers"
    expires_seconds: int | None = None


@dataclass(frozen=True)
class Scope:
    region: str = "us-east-1"
    service: str = "bedrock"


@dataclass(frozen=True)
class SigningVector:
    """Sign this request; every stage is expected."""

    id: str
    comment: str
    flags: tuple[str, ...]
    request: Request
    credentials: Credentials = Credentials()
    time: str = TIME
    scope: Scope = Scope()
    options: Options = Options()


@dataclass(frozen=True)
class VerificationVector:
    """Judge this request as received at the server's time `now`; `refusal` is None when it must be accepted."""

    id: str
    comment: str
    flags: tuple[str, ...]
    request: Request
    refusal: str | None
    credentials: Credentials = Credentials()
    now: str = TIME
    scope: Scope = Scope()
    advice: tuple[str, ...] = ()
    # Whether the refusal must carry the server's own canonical request and string to sign.
    expects_stages: bool = False


@dataclass(frozen=True)
class Group:
    name: str
    kind: str  # "signing" or "verification"
    tests: tuple = field(default_factory=tuple)


def segment(model_id: str) -> str:
    """A model id as AWS's own clients put it into the path: one segment, everything reserved encoded."""
    return quote(model_id, safe="-_.~")


def converse(path_segment: str, *, host: str = "bedrock-runtime.us-east-1.amazonaws.com", operation: str = "converse",
             body: str | Body = PING, prefix: str = "", headers: tuple[tuple[str, str], ...] = ()) -> Request:
    """A Converse call whose model id stands in the path exactly as given."""
    return Request(
        "POST",
        f"{prefix}/model/{path_segment}/{operation}",
        (("Host", host), ("Content-Type", "application/json")) + headers,
        body if isinstance(body, Body) else Body(body),
    )


def get(target: str, *, host: str = "bedrock.us-east-1.amazonaws.com",
        headers: tuple[tuple[str, str], ...] = ()) -> Request:
    return Request("GET", target, (("Host", host),) + headers)
