"""Requests as received that a verifier must accept: what may change on the way, and how wide the window is."""

from dataclasses import replace

from generator import oracle
from generator.model import (
    SONNET,
    TIME,
    TOKEN,
    Credentials,
    Group,
    Options,
    Request,
    Scope,
    VerificationVector,
    converse,
    get,
    segment,
)
from generator.oracle import BODY_KEPT, TOKEN_AFTER

NAME = "accepted"

PING = converse(segment(SONNET))
LIST = get("/inference-profiles?type=SYSTEM_DEFINED&maxResults=10")
TEMPORARY = Credentials(token=TOKEN)


def signed(request: Request, credentials: Credentials = Credentials(), time: str = TIME, scope: Scope = Scope(),
           options: Options = Options(), flags: tuple[str, ...] = ()) -> Request:
    """The request as botocore sends it."""
    return oracle.sign(request, credentials, time, scope, options, flags).apply(request)


def presigned(request: Request, expires: int | str = 300, credentials: Credentials = Credentials(), time: str = TIME,
              flags: tuple[str, ...] = (), **options) -> Request:
    return signed(request, credentials, time,
                  options=Options(location="query", expires_seconds=expires, **options), flags=flags)


def groups() -> list[Group]:
    return [
        Group("as sent", "verification", tuple(as_sent())),
        Group("window", "verification", tuple(window())),
        Group("changed on the way", "verification", tuple(changed())),
        Group("spelled otherwise", "verification", tuple(spelled())),
    ]


def accept(identifier, comment, flags, request, **more):
    return VerificationVector(f"accepted-{identifier}", comment, flags, request, None, **more)


def as_sent():
    yield accept("header", "Nothing changed.", ("accepted",), signed(PING))
    yield accept("raw-colon", "A raw colon in the path.", ("accepted", "path-colon"), signed(converse(SONNET)))
    yield accept(
        "arn", "An ARN in the path.", ("accepted", "path-arn"),
        signed(converse(segment("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abcdefghij12"))))
    prefixes = {"double-slash": "/", "dot-segment": "/.", "two-dots": "/gateway/.."}
    for name, prefix in prefixes.items():
        yield accept(name, "The path arrives as it was sent, and is normalised before it is compared.",
                     ("accepted", "path-normalised"), signed(converse(segment(SONNET), prefix=prefix)))
    yield accept("get", "A GET with a query.", ("accepted", "control-plane"), signed(LIST))
    yield accept("token", "A token, sent and signed.", ("accepted", "token"), signed(PING, TEMPORARY),
                 credentials=TEMPORARY)
    yield accept(
        "token-not-signed", "A token that is sent but not signed works; it deserves advice.",
        ("accepted", "token", TOKEN_AFTER),
        signed(PING, TEMPORARY, options=Options(session_token="addedAfterSigning"), flags=(TOKEN_AFTER,)),
        credentials=TEMPORARY, advice=("token-not-signed",))
    yield accept(
        "token-not-signed-in-query", "The same in a presigned request.", ("accepted", "token", TOKEN_AFTER),
        presigned(LIST, credentials=TEMPORARY, session_token="addedAfterSigning", flags=(TOKEN_AFTER,)),
        credentials=TEMPORARY, advice=("token-not-signed",))
    yield accept("hash-sent", "A body hash sent along changes nothing.", ("accepted", "body-hash-sent"),
                 signed(PING, options=Options(content_sha256_header="sent")))
    yield accept("presigned", "A presigned GET.", ("accepted", "presigned"), presigned(LIST))
    yield accept("presigned-post", "A presigned POST with its body.", ("accepted", "presigned", BODY_KEPT),
                 presigned(PING, flags=(BODY_KEPT,)))
    yield accept(
        "date-header", "The time in a Date header instead of X-Amz-Date.", ("accepted", "time"),
        signed(Request("GET", LIST.target, LIST.headers + (("Date", "Fri, 02 Jan 2026 03:04:05 -0000"),))))


def window():
    flags = ("accepted", "window")
    request = signed(PING)
    yield accept("4-59-old", "Four minutes and 59 seconds old.", flags, request, now="20260102T030904Z")
    yield accept("4-59-ahead", "Four minutes and 59 seconds ahead.", flags, request, now="20260102T025906Z")
    yield accept("5-00-ahead", "Exactly five minutes ahead is not yet too far.", flags, request,
                 now="20260102T025905Z")
    yield accept("over-midnight", "Signed on the last day of a year, received in the new one.", flags,
                 signed(PING, time="20251231T235800Z"), now="20260101T000159Z")
    yield accept("presigned-4-59-old", "A presigned request lives as long as it says.", flags + ("presigned",),
                 presigned(LIST, 300), now="20260102T030904Z")
    yield accept("presigned-an-hour-old", "Its own lifetime counts, not the window of five minutes.",
                 flags + ("presigned",), presigned(LIST, 7200), now="20260102T040405Z")
    temporary = replace(TEMPORARY, token_expiration="20260102T030406Z")
    yield accept("token-in-its-last-second", "A token that ends a second later.", flags + ("token",),
                 signed(PING, TEMPORARY), credentials=temporary)


def changed():
    flags = ("accepted", "changed-in-transit")
    request = signed(PING)
    yield accept(
        "headers-added", "Headers added by proxies are not signed, so they do not matter.", flags,
        Request(request.method, request.target,
                (("Via", "1.1 proxy"), ("X-Forwarded-For", "192.0.2.1")) + request.headers, request.body))
    yield accept("headers-reversed", "The order of the lines does not matter.", flags,
                 replace(request, headers=request.headers[::-1]))
    yield accept("names-in-small-letters", "HTTP/2 knows names in small letters only.", flags,
                 replace(request, headers=tuple((name.lower(), value) for name, value in request.headers)))
    yield accept("spaces-added", "Spaces around and within a value are trimmed and collapsed.", flags,
                 signed(converse(segment(SONNET), headers=(("X-Note", "a b"),)))
                 .replacing_header("X-Note", "  a   b "))
    yield accept("user-agent-changed", "User-Agent is never signed.", flags,
                 signed(converse(segment(SONNET), headers=(("User-Agent", "curl/8.5.0"),)))
                 .replacing_header("User-Agent", "curl/8.5.0 (via gateway)"))
    slashed = signed(converse(segment(SONNET), prefix="/"))
    yield accept("double-slash-merged", "A gateway that merges // changes nothing in the canonical path.", flags,
                 replace(slashed, target=slashed.target.removeprefix("/")))
    listed = signed(LIST)
    yield accept("query-reordered", "The order of parameters does not matter.", flags,
                 replace(listed, target="/inference-profiles?maxResults=10&type=SYSTEM_DEFINED"))


def spelled():
    flags = ("accepted", "authorization-spelling")
    request = signed(PING)
    authorization = request.header("Authorization")
    yield accept("no-space-after-commas", "The parts are separated by commas; the space is optional.", flags,
                 request.replacing_header("Authorization", authorization.replace(", ", ",")))
    scheme, _, parts = authorization.partition(" ")
    yield accept("parts-in-another-order", "The parts have names, so their order is free.", flags,
                 request.replacing_header("Authorization", scheme + " " + ", ".join(parts.split(", ")[::-1])))
    yield accept(
        "signed-headers-not-sorted", "The verifier sorts the list itself.", flags,
        request.replacing_header(
            "Authorization",
            authorization.replace("content-type;host;x-amz-date", "x-amz-date;host;content-type")))
    listed = signed(get("/inference-profiles?type=&nextToken=a%2Fb"))
    yield accept("empty-value-without-equals-sign", "A name with an empty value and a name alone are the same.",
                 flags, replace(listed, target="/inference-profiles?type&nextToken=a%2Fb"))
    yield accept("escape-in-small-letters", "Escapes of a query are compared by what they mean.", flags,
                 replace(listed, target="/inference-profiles?type=&nextToken=a%2fb"))
