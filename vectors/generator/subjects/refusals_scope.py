"""Requests refused for their scope, their time, or the headers they do not cover."""

from generator.model import SONNET, TIME, Group, Options, Scope, converse, get, segment
from generator.subjects.accepted import LIST, PING, presigned, signed
from generator.subjects.refusal import SCOPE, SIGNED, claimed, claimed_in_query, refuse, refuse_claim

NAME = "refusals-scope-and-time"


def groups() -> list[Group]:
    return [
        Group("scope", "verification", tuple(scopes())),
        Group("time", "verification", tuple(times())),
        Group("signed headers", "verification", tuple(signed_headers())),
    ]


def scopes():
    dated = PING.with_header("X-Amz-Date", TIME)
    yield refuse_claim("scope-of-yesterday", "scope-date", "Key and scope are those of yesterday, cached over midnight.",
                       claimed(dated, scope=SCOPE.replace("20260102", "20260101")))
    yield refuse_claim("scope-of-a-local-date", "scope-date", "The local date of a client east of Greenwich.",
                       claimed(PING.with_header("X-Amz-Date", "20260101T200000Z")), now="20260101T200000Z")
    regions = {
        "other-region": ("us-west-2", "The region of another endpoint."),
        "region-in-capitals": ("US-EAST-1", "Regions are written in small letters."),
        "availability-zone": ("us-east-1a", "An availability zone is no region."),
        "global-region": ("aws-global", "The pseudo region of global services."),
    }
    for name, (region, comment) in regions.items():
        yield refuse(name, "scope-region", comment, signed(PING, scope=Scope(region)))
    yield refuse("region-empty", "scope-region", "No region between the slashes.", signed(PING, scope=Scope("")))
    services = {
        "service-of-the-host-name": ("bedrock-runtime", "The host's name is not the signing name."),
        "service-in-capitals": ("Bedrock", "Signing names are written in small letters."),
        "other-service": ("s3", "Another service's name."),
    }
    for name, (service, comment) in services.items():
        yield refuse(name, "scope-service", comment, signed(PING, scope=Scope(service=service)))
    for name, terminator in {"other-terminator": "aws5_request", "longer-terminator": "aws4_requests"}.items():
        yield refuse_claim(name, "scope-terminator", "A scope that does not end in aws4_request.",
                           claimed(dated, scope=SCOPE.replace("aws4_request", terminator)))
    yield refuse("presigned-other-region", "scope-region", "The scope of a presigned request counts as much.",
                 signed(LIST, scope=Scope("eu-west-1"), options=Options(location="query", expires_seconds=300)),
                 ("presigned",))


def times():
    nows = {
        "5-00-old": ("20260102T030905Z", "expired", "Exactly five minutes old is too old, as AWS has said."),
        "5-01-old": ("20260102T030906Z", "expired", "Five minutes and one second old."),
        "15-00-old": ("20260102T031905Z", "expired", "Fifteen minutes, the window of STS, are too long for Bedrock."),
        "a-day-old": ("20260103T030405Z", "expired", "A request sent again a day later."),
        "5-01-ahead": ("20260102T025904Z", "not-yet-current", "A client five minutes and one second ahead."),
        "an-hour-ahead": ("20260102T020405Z", "not-yet-current", "A client that took local time for UTC."),
    }
    for name, (now, refusal, comment) in nows.items():
        yield refuse(name, refusal, comment, SIGNED, ("window",), now=now)
    yield refuse("old-over-midnight", "expired", "Old across the end of a year.",
                 signed(PING, time="20251231T235459Z"), ("window",), now="20260101T000000Z")
    yield refuse("presigned-expired", "presign-expired", "A presigned request one second beyond its lifetime.",
                 presigned(LIST, 300), ("window", "presigned"), now="20260102T030906Z")
    yield refuse("presigned-expired-after-a-minute", "presign-expired",
                 "Its own lifetime counts, also when it is shorter than the window.",
                 presigned(LIST, 60), ("window", "presigned"), now="20260102T030506Z")
    yield refuse("presigned-not-yet-current", "not-yet-current", "A presigned request from the future.",
                 presigned(LIST, 3600), ("window", "presigned"), now="20260102T025904Z")


def signed_headers():
    yield refuse_claim("host-not-signed", "host-not-signed", "Host is not in the list of signed headers.",
                       claimed(PING.with_header("X-Amz-Date", TIME), names="content-type;x-amz-date"))
    path, _, query = presigned(get("/foundation-models", headers=(("X-Custom", "1"),))).target.partition("?")
    query = "&".join(pair for pair in query.split("&") if not pair.startswith("X-Amz-Signature="))
    yield refuse_claim(
        "presigned-host-not-signed", "host-not-signed", "The same for a presigned request.",
        claimed_in_query(
            get(f"{path}?{query.replace('host%3Bx-custom', 'x-custom')}", headers=(("X-Custom", "1"),)), TIME,
            names="x-custom"), ("presigned",))
    # A field that is not there is no empty one.
    yield refuse("content-type-lost", "missing-signed-header", "A signed header did not arrive, which was empty.",
                 signed(PING.replacing_header("Content-Type", "")).without_header("Content-Type"))
    yield refuse("custom-header-lost", "missing-signed-header", "A proxy removed a header that was signed.",
                 signed(converse(segment(SONNET), headers=(("X-Custom", ""),))).without_header("X-Custom"))
    yield refuse("presigned-header-lost", "missing-signed-header", "The same for a presigned request.",
                 presigned(get("/foundation-models", headers=(("X-Custom", ""),))).without_header("X-Custom"),
                 ("presigned",))
