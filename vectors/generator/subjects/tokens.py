"""Session tokens: signed with the request, or added to it afterwards."""

from generator.model import (
    SONNET,
    TOKEN,
    Body,
    Credentials,
    Group,
    Options,
    Request,
    Scope,
    SigningVector,
    converse,
    get,
    segment,
)
from generator.oracle import TOKEN_AFTER

NAME = "tokens"

# Shaped like STS's: base64 with plus signs, slashes and padding. Decodes to nothing.
REALISTIC = "IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVzLWVhc3QtMSJ+" + "AbC/dEf+" * 30 + "EXAMPLE=="
LONG = "FwoGZXIvYXdzEXAMPLE" + "0123456789abcdefghijklmnopqrstuv" * 40

AFTER = Options(session_token="addedAfterSigning")


def groups() -> list[Group]:
    return [
        Group("signed", "signing", tuple(signed())),
        Group("added after signing", "signing", tuple(added())),
    ]


def signed():
    ping = converse(segment(SONNET))
    cases = {
        "short": (TOKEN, "The token is a header like any other and is signed."),
        "realistic": (REALISTIC, "Plus signs, slashes and padding go into a header as they are."),
        "long": (LONG, "A token of more than a kilobyte."),
    }
    for name, (token, comment) in cases.items():
        yield SigningVector(f"token-signed-{name}", comment, ("token",), ping, Credentials(token=token))
    yield SigningVector(
        "token-signed-raw-colon", "A token together with PRX's raw colon.", ("token", "path-colon"),
        converse(SONNET), Credentials(token=REALISTIC))
    yield SigningVector(
        "token-signed-get", "A token on a GET of the control plane.", ("token", "control-plane"),
        get("/inference-profiles?type=SYSTEM_DEFINED"), Credentials(token=TOKEN))
    yield SigningVector(
        "token-signed-with-hash", "Token and body hash as headers: x-amz-content-sha256 comes before both.",
        ("token", "body-hash-sent"), ping, Credentials(token=TOKEN), options=Options(content_sha256_header="sent"))
    yield SigningVector(
        "token-signed-sts", "A token on a form for STS.", ("token", "service"),
        Request("POST", "/", (("Host", "sts.us-east-1.amazonaws.com"),
                              ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")),
                Body("Action=GetCallerIdentity&Version=2011-06-15")),
        Credentials(token=TOKEN), scope=Scope("us-east-1", "sts"))


def added():
    flags = ("token", TOKEN_AFTER)
    yield SigningVector(
        "token-added-post", "The token is sent but not among the signed headers: a few services want it so.",
        flags, converse(segment(SONNET)), Credentials(token=TOKEN), options=AFTER)
    yield SigningVector(
        "token-added-get", "The same for a GET.", flags + ("control-plane",),
        get("/inference-profiles?type=SYSTEM_DEFINED"), Credentials(token=REALISTIC), options=AFTER)
