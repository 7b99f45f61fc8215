"""Requests as signed, with another signature, or signed with another key."""

from dataclasses import replace

from generator import oracle
from generator.model import SECRET_KEY, TIME, Credentials, Group, Scope, converse
from generator.subjects.accepted import LIST, PING, presigned, signed
from generator.subjects.refusal import AUTHORIZATION, SIGNATURE, SIGNED, authorized, mismatch

NAME = "refusals-signature"


def groups() -> list[Group]:
    return [
        Group("signature", "verification", tuple(wrong_signatures())),
        Group("key", "verification", tuple(wrong_keys())),
        Group("list of signed headers", "verification", tuple(wrong_lists())),
    ]


def wrong_signatures():
    first = "0" if SIGNATURE[0] != "0" else "1"
    signatures = {
        "signature-first-digit": (first + SIGNATURE[1:], "The first digit differs."),
        "signature-last-digit": (SIGNATURE[:-1] + ("0" if SIGNATURE[-1] != "0" else "1"), "The last digit differs."),
        "signature-in-capitals": (SIGNATURE.upper(), "The digits are compared as text."),
        "signature-one-digit-short": (SIGNATURE[:-1], "63 digits."),
        "signature-one-digit-long": (SIGNATURE + "0", "65 digits."),
        "signature-of-another-request": (signed(converse("amazon.titan")).header("Authorization")[-64:],
                                         "A right signature, of another request."),
    }
    for name, (signature, comment) in signatures.items():
        yield mismatch(name, comment, authorized(AUTHORIZATION.replace(SIGNATURE, signature)))
    request = presigned(LIST)
    yield mismatch("presigned-signature", "A wrong signature in the query.",
                   replace(request, target=request.target[:-1] + ("0" if request.target[-1] != "0" else "1")),
                   ("presigned",), expects_stages=False)


def wrong_keys():
    secrets = {
        "secret-of-another-key": ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "A secret that differs in one letter."),
        "secret-with-a-line-feed": (SECRET_KEY + "\n", "A secret read from a file with its line feed."),
        "secret-without-its-last-letter": (SECRET_KEY[:-1], "A secret that was not copied whole."),
        "secret-with-its-plus-decoded": (SECRET_KEY.replace("+", " "), "A plus sign decoded as a space."),
    }
    for name, (secret, comment) in secrets.items():
        yield mismatch(name, comment, signed(PING, Credentials(secret_key=secret)), ("key",))
    stages = oracle.sign(PING, Credentials(), TIME, Scope())
    stale = oracle.signature_with_key_of("20260101T030405Z", stages.string_to_sign, Credentials(), Scope())
    yield mismatch("key-of-yesterday", "The scope is of today, the cached signing key of yesterday.",
                   authorized(AUTHORIZATION.replace(SIGNATURE, stale)), ("key",))


def wrong_lists():
    yield mismatch("signed-header-list-shortened", "A name was taken out of the list after signing.",
                   authorized(AUTHORIZATION.replace("content-type;", "")))
    extended = SIGNED.with_header("X-Extra", "1")
    yield mismatch(
        "signed-header-list-extended", "A name was added to the list after signing.",
        extended.replacing_header("Authorization", AUTHORIZATION.replace("x-amz-date", "x-amz-date;x-extra")))
