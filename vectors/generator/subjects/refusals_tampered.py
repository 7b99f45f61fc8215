"""Requests changed after signing: target, body, headers."""

from dataclasses import replace

from generator.model import PING as PING_BODY
from generator.model import SONNET, Body, Group, Options, converse, segment
from generator.oracle import BODY_KEPT
from generator.subjects.accepted import LIST, PING, presigned, signed
from generator.subjects.refusal import SIGNED, mismatch

NAME = "refusals-tampered"


def groups() -> list[Group]:
    return [
        Group("target", "verification", tuple(tampered_targets())),
        Group("body", "verification", tuple(tampered_bodies())),
        Group("headers", "verification", tuple(tampered_headers())),
    ]


def tampered_targets():
    def sent_to(target: str, request=SIGNED):
        return replace(request, target=target)

    yield mismatch("other-model", "Another model than the signed one.",
                   sent_to(f"/model/{segment('amazon.nova-pro-v1:0')}/converse"))
    yield mismatch("colon-decoded-on-the-way", "%3A was signed, a raw colon arrives.",
                   sent_to(f"/model/{SONNET}/converse"), ("path-colon",))
    yield mismatch("colon-encoded-on-the-way", "A raw colon was signed, %3A arrives.",
                   sent_to(PING.target, signed(converse(SONNET))), ("path-colon",))
    yield mismatch("encoded-again-on-the-way", "A gateway encodes %3A to %253A.",
                   sent_to(PING.target.replace("%3A", "%253A")), ("path-encoding",))
    arn = segment("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abcdefghij12")
    yield mismatch("slash-of-an-arn-decoded", "A proxy decodes the %2F of an ARN.",
                   sent_to(f"/model/{arn.replace('%2F', '/')}/converse", signed(converse(arn))), ("path-arn",))
    yield mismatch("prefix-stripped", "A reverse proxy removes the prefix that was signed.",
                   sent_to(PING.target, signed(converse(segment(SONNET), prefix="/bedrock"))), ("path-prefix",))
    yield mismatch("prefix-added", "A reverse proxy adds a prefix.", sent_to(f"/bedrock{PING.target}"),
                   ("path-prefix",))
    yield mismatch("slash-added", "A slash at the end that was not signed.", sent_to(PING.target + "/"),
                   ("path-prefix",))
    yield mismatch("path-in-small-letters", "Paths have case.", sent_to(PING.target.lower()))
    listed = signed(LIST)
    yield mismatch("query-value-changed", "A parameter with another value.",
                   sent_to(LIST.target.replace("=10", "=11"), listed))
    yield mismatch("query-parameter-added", "A parameter that was not signed.", sent_to(LIST.target + "&a=1", listed))
    yield mismatch("query-parameter-removed", "A signed parameter is missing.",
                   sent_to("/inference-profiles?type=SYSTEM_DEFINED", listed))
    yield mismatch("query-lost", "The whole query is missing.", sent_to("/inference-profiles", listed))
    yield mismatch("method-changed", "Another method.", replace(listed, method="POST"))
    extra = presigned(LIST)
    yield mismatch("presigned-parameter-added", "A parameter added to a presigned request.",
                   replace(extra, target=extra.target + "&a=1"), ("presigned",), expects_stages=False)
    yield mismatch("presigned-lifetime-raised", "The lifetime is signed too.",
                   replace(extra, target=extra.target.replace("X-Amz-Expires=300", "X-Amz-Expires=900")),
                   ("presigned",), expects_stages=False)


def tampered_bodies():
    texts = {
        "one-character": (PING_BODY.replace("ping", "pong"), "One character differs."),
        "emptied": ("", "A stream that was read before it was sent."),
        "spaced": (PING_BODY.replace(":", ": ").replace(",", ", "), "The JSON was written again, with spaces."),
        "keys-reordered": (
            '{"inferenceConfig":{"maxTokens":1},"messages":[{"role":"user","content":[{"text":"ping"}]}]}',
            "The JSON was written again, in another order."),
        "line-feed-added": (PING_BODY + "\n", "A line feed at the end, as an editor adds it."),
        "cut-short": (PING_BODY[:-1], "The last byte did not arrive."),
    }
    for name, (text, comment) in texts.items():
        yield mismatch(f"body-{name}", comment, replace(SIGNED, body=Body(text)))
    composed = signed(converse(segment(SONNET), body='{"text":"caf\u00e9"}'))
    yield mismatch("body-decomposed", "An accent was decomposed on the way.",
                   replace(composed, body=Body('{"text":"cafe\u0301"}')))
    yield mismatch("body-in-latin-1", "UTF-8 was signed, Latin-1 arrives.",
                   replace(composed, body=Body(data='{"text":"café"}'.encode("latin-1"))))
    yield mismatch("body-not-hashed", "Bedrock hashes the body whatever the request declares.",
                   signed(PING, options=Options(payload="unsigned", content_sha256_header="sent")),
                   ("body-unsigned",), expects_stages=False)
    covered = presigned(PING, flags=(BODY_KEPT,))
    yield mismatch("presigned-body-changed", "The body of a presigned POST.",
                   replace(covered, body=Body("{}")), ("presigned", BODY_KEPT), expects_stages=False)


def tampered_headers():
    yield mismatch("content-type-extended", "A charset was appended on the way.",
                   SIGNED.replacing_header("Content-Type", "application/json; charset=utf-8"))
    yield mismatch("content-type-in-capitals", "Values have case.",
                   SIGNED.replacing_header("Content-Type", "Application/JSON"))
    yield mismatch("content-type-twice", "The field arrives twice.",
                   SIGNED.with_header("Content-Type", "application/json"))
    yield mismatch("host-rewritten", "A proxy put its own name into Host.",
                   SIGNED.replacing_header("Host", "gateway.example.com"), ("host",))
    yield mismatch("host-port-added", "The default port was added to Host.",
                   SIGNED.replacing_header("Host", "bedrock-runtime.us-east-1.amazonaws.com:443"), ("host",))
    yield mismatch("host-port-lost", "A port was signed, and a proxy dropped it.",
                   signed(converse(segment(SONNET), host="localhost:8080")).replacing_header("Host", "localhost"),
                   ("host",))
    yield mismatch("date-one-second-later", "The time was set again after signing.",
                   SIGNED.replacing_header("X-Amz-Date", "20260102T030406Z"))
    repeated = signed(converse(segment(SONNET), headers=(("X-List", "a"), ("X-List", "b"))))
    yield mismatch("repeated-header-reordered", "Fields of one name were exchanged.",
                   replace(repeated, headers=exchanged(repeated.headers, "X-List")))
    yield mismatch("repeated-header-joined", "Fields of one name were joined with a comma and a space.",
                   replace(repeated.without_header("X-List"),
                           headers=repeated.without_header("X-List").headers + (("X-List", "a, b"),)))
    accepting = signed(converse(segment(SONNET), headers=(("Accept-Encoding", "gzip, br"),)))
    yield mismatch("accept-encoding-rewritten", "A CDN rewrote a header that should not have been signed.",
                   accepting.replacing_header("Accept-Encoding", "gzip"))


def exchanged(headers, name):
    values = [value for n, value in headers if n == name][::-1]
    return tuple((n, values.pop(0) if n == name else value) for n, value in headers)
