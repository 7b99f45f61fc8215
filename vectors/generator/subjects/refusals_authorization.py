"""Requests refused for what their authorization says: unreadable, unknown key, wrong token, two faults at once."""

from dataclasses import replace

from generator.model import ACCESS_KEY, SECRET_KEY, TIME, TOKEN, Body, Credentials, Group, Request, Scope
from generator.subjects.accepted import LIST, PING, TEMPORARY, presigned, signed
from generator.subjects.refusal import (
    AUTHORIZATION,
    SCOPE,
    SIGNATURE,
    SIGNED,
    authorized,
    claimed,
    claimed_in_query,
    refuse,
    refuse_claim,
)

NAME = "refusals-authorization"


def groups() -> list[Group]:
    return [
        Group("no or unreadable authorization", "verification", tuple(unreadable())),
        Group("keys and tokens", "verification", tuple(keys_and_tokens())),
        Group("two faults", "verification", tuple(two_faults())),
    ]


def unreadable():
    yield refuse("no-authorization", "missing-authorization", "No signature at all.", PING)
    malformed = {
        "empty": ("", "The header is there and empty."),
        "bearer": ("Bearer bedrock-api-key-EXAMPLE", "A bearer token where a signature is expected."),
        "basic": ("Basic QUtJREVYQU1QTEU6", "A user name and password."),
        "scheme-in-small-letters": (AUTHORIZATION.replace("AWS4", "aws4"), "The scheme is written in capitals."),
        "other-algorithm": (AUTHORIZATION.replace("SHA256", "SHA512"), "An algorithm that SigV4 does not have."),
        "no-credential": (without_part("Credential"), "The part Credential is missing."),
        "no-signed-headers": (without_part("SignedHeaders"), "The part SignedHeaders is missing."),
        "no-signature": (without_part("Signature"), "The part Signature is missing."),
        "signature-empty": (AUTHORIZATION.replace(SIGNATURE, ""), "The part Signature has no value."),
        "credential-of-four-parts": (AUTHORIZATION.replace("/bedrock/", "/"), "The service is missing."),
        "credential-of-six-parts": (AUTHORIZATION.replace("us-east-1", "us/east-1"), "A slash within the region."),
        "part-without-equals-sign": (AUTHORIZATION + ", Extra", "A part that is no pair."),
        "part-twice": (AUTHORIZATION + f", Signature={SIGNATURE}", "The part Signature is there twice."),
        "signed-headers-with-a-gap": (AUTHORIZATION.replace(";host;", ";;host;"), "An empty name in the list."),
    }
    for name, (value, comment) in malformed.items():
        yield refuse(name, "malformed", comment, authorized(value))
    yield refuse("authorization-twice", "malformed", "Two Authorization headers.",
                 SIGNED.with_header("Authorization", AUTHORIZATION))
    yield refuse("header-and-query", "malformed", "A signature in the header and one in the query.",
                 signed(presigned(LIST)), ("presigned",))
    yield refuse("no-date", "malformed", "Neither X-Amz-Date nor Date.", SIGNED.without_header("X-Amz-Date"))
    yield refuse_claim("date-with-dashes", "malformed", "The extended form of ISO 8601.",
                       claimed(PING.with_header("X-Amz-Date", "2026-01-02T03:04:05Z")))
    yield refuse_claim(
        "date-that-is-none", "malformed", "A day that February does not have, and not the second of March.",
        claimed(PING.with_header("X-Amz-Date", "20260230T030405Z"), scope=SCOPE.replace("0102", "0230")),
        now="20260302T030405Z")
    later = ("X-Amz-Date", "20260102T030406Z")
    yield refuse_claim("date-twice", "malformed", "Two X-Amz-Date, both of which are signed.",
                       claimed(PING.with_header("X-Amz-Date", TIME).with_header(*later)))
    yield refuse("date-twice-first-signed", "malformed", "Two X-Amz-Date, of which the first is the signed one.",
                 SIGNED.with_header(*later))
    yield refuse("date-twice-last-signed", "malformed", "Two X-Amz-Date, of which the last is the signed one.",
                 replace(SIGNED, headers=(later, *SIGNED.headers)))
    yield refuse_claim("presigned-date-twice", "malformed", "The parameter X-Amz-Date is there twice.",
                       with_date_twice(presigned(LIST)), ("presigned",))
    for name in ("Algorithm", "Credential", "Date", "SignedHeaders"):
        yield refuse(f"presigned-without-{name.lower()}", "malformed", f"The parameter X-Amz-{name} is missing.",
                     without_parameter(presigned(LIST), f"X-Amz-{name}"), ("presigned",))
    for name, value in {"a-word": "soon", "negative": "-1", "too-long": "604801"}.items():
        yield refuse(f"presigned-lifetime-{name}", "malformed", f"A lifetime of {value}.", presigned(LIST, value),
                     ("presigned",))


def without_part(name: str) -> str:
    scheme, _, parts = AUTHORIZATION.partition(" ")
    return scheme + " " + ", ".join(part for part in parts.split(", ") if not part.startswith(name + "="))


def with_date_twice(request: Request) -> Request:
    unsigned = without_parameter(request, "X-Amz-Signature")
    return claimed_in_query(replace(unsigned, target=f"{unsigned.target}&X-Amz-Date=20260102T030406Z"), TIME)


def without_parameter(request, name: str):
    path, _, query = request.target.partition("?")
    kept = "&".join(pair for pair in query.split("&") if not pair.startswith(name + "="))
    return replace(request, target=f"{path}?{kept}")


def keys_and_tokens():
    yield refuse("unknown-key", "unknown-access-key", "A key id that nobody has.",
                 signed(PING, Credentials("AKIDUNKNOWN")))
    yield refuse("key-id-in-small-letters", "unknown-access-key", "Key ids have case.",
                 signed(PING, Credentials(ACCESS_KEY.lower())))
    yield refuse("token-missing", "token-missing", "A temporary key without its token.", SIGNED, ("token",),
                 credentials=TEMPORARY)
    yield refuse("token-missing-in-query", "token-missing", "The same in a presigned request.", presigned(LIST),
                 ("token", "presigned"), credentials=TEMPORARY)
    yield refuse("token-of-another-session", "token-mismatch", "The token of another session of the same key.",
                 signed(PING, Credentials(token="FwoGEXAMPLEOTHER")), ("token",), credentials=TEMPORARY)
    yield refuse("token-cut-short", "token-mismatch", "A token without its last character, as an env file cuts it.",
                 signed(PING, Credentials(token=TOKEN[:-1])), ("token",), credentials=TEMPORARY)
    yield refuse("token-in-small-letters", "token-mismatch", "Tokens have case.",
                 signed(PING, Credentials(token=TOKEN.lower())), ("token",), credentials=TEMPORARY)
    yield refuse("token-wrong-in-query", "token-mismatch", "A wrong token in a presigned request.",
                 presigned(LIST, credentials=Credentials(token="FwoGEXAMPLEOTHER")), ("token", "presigned"),
                 credentials=TEMPORARY)
    yield refuse("token-with-a-long-lived-key", "token-not-expected",
                 "A token left in the environment by another profile.", signed(PING, TEMPORARY), ("token",))
    yield refuse("token-expired", "token-expired", "A token that ended a second ago.", signed(PING, TEMPORARY),
                 ("token",), credentials=replace(TEMPORARY, token_expiration="20260102T030404Z"))


def two_faults():
    flags = ("precedence",)
    late = "20260102T033405Z"
    yield refuse("unknown-key-and-old", "unknown-access-key", "The key is looked up before the time is.",
                 signed(PING, Credentials("AKIDUNKNOWN")), flags, now=late)
    yield refuse("token-missing-and-wrong-region", "token-missing", "The token is looked at before the scope.",
                 signed(PING, scope=Scope("us-west-2")), flags, credentials=TEMPORARY)
    yield refuse("wrong-region-and-old", "scope-region", "The scope is looked at before the time.",
                 signed(PING, scope=Scope("us-west-2")), flags, now=late)
    yield refuse("old-and-tampered", "expired", "The time is looked at before the signature.",
                 replace(SIGNED, body=Body("{}")), flags, now=late)
    yield refuse("wrong-region-and-wrong-secret", "scope-region", "The scope is looked at before the signature.",
                 signed(PING, Credentials(secret_key=SECRET_KEY[:-1]), scope=Scope("us-west-2")), flags)
