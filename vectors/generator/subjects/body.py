"""Bodies: what is hashed, and whether the hash is sent."""

import gzip

from generator.model import SONNET, Body, Group, Options, Request, Scope, SigningVector, converse, segment

NAME = "body"

HOST = "example.amazonaws.com"
HASH_SENT = Options(content_sha256_header="sent")
UNSIGNED = Options(payload="unsigned", content_sha256_header="sent")
S3_UNSIGNED = Options(
    uri_encoding="single", path_normalization="off", payload="unsigned", content_sha256_header="sent")

TOOLS = (
    '{"messages":[{"role":"user","content":[{"text":"What is 6 times 7?"}]}],'
    '"toolConfig":{"tools":[{"toolSpec":{"name":"multiply","inputSchema":{"json":{"type":"object",'
    '"properties":{"a":{"type":"number"},"b":{"type":"number"}},"required":["a","b"]}}}}],"toolChoice":{"auto":{}}}}'
)
CACHED = (
    '{"system":[{"text":"Answer briefly."},{"cachePoint":{"type":"default"}}],'
    '"messages":[{"role":"user","content":[{"text":"ping"}]}]}'
)


def groups() -> list[Group]:
    return [
        Group("JSON", "signing", tuple(json_bodies())),
        Group("other bodies", "signing", tuple(other_bodies())),
        Group("length", "signing", tuple(lengths())),
        Group("hash sent", "signing", tuple(hash_sent())),
        Group("not hashed", "signing", tuple(not_hashed())),
    ]


def json_bodies():
    def message(text: str) -> str:
        return '{"messages":[{"role":"user","content":[{"text":"' + text + '"}]}]}'

    cases = {
        "tools": (TOOLS, "A tool configuration with a JSON schema."),
        "cache-point": (CACHED, "A cache point after a system prompt."),
        "utf8": (message("Grüße, 你好, שלום"), "Text beyond ASCII is hashed as its UTF-8 bytes."),
        "escapes": (message("Gr\\u00fc\\u00dfe"), "The same text in escapes is another body: bytes count, not JSON."),
        "emoji": (message("🦉👩‍🔬"), "Characters beyond the basic plane, joined."),
        "composed": (message("caf\u00e9"), "A composed accent."),
        "decomposed": (message("cafe\u0301"), "The same letter decomposed is another body."),
        "line-separator": (message("a\u2028b"), "A line separator, which JSON allows and JavaScript did not."),
        "spaced": ('{ "messages": [] }', "White space between tokens counts."),
        "indented": ('{\n  "messages": []\n}', "Line feeds between tokens count."),
        "crlf": ('{\r\n  "messages": []\r\n}\r\n', "Carriage returns are not removed."),
        "final-line-feed": ("{}\n", "A line feed at the end counts."),
        "byte-order-mark": ("\ufeff{}", "A byte order mark counts."),
        "empty-object": ("{}", "Two bytes are a body."),
    }
    for name, (text, comment) in cases.items():
        yield SigningVector(f"body-json-{name}", comment, ("body-json",), converse(segment(SONNET), body=text))


def other_bodies():
    def post(content_type: str, body: Body | None) -> Request:
        return Request("POST", "/", (("Host", HOST), ("Content-Type", content_type)), body)

    yield SigningVector("body-none", "A POST without a body signs the hash of nothing.", ("body-empty",),
                        Request("POST", "/", (("Host", HOST),)))
    yield SigningVector("body-empty", "An empty body is the same as none.", ("body-empty",),
                        Request("POST", "/", (("Host", HOST), ("Content-Length", "0")), Body("")))
    yield SigningVector("body-form", "A form is hashed as it is sent, not as parameters.", ("body-other",),
                        post("application/x-www-form-urlencoded", Body("b=2&a=1+1&c=%20")))
    boundary = "----boundary7MA4YWxk"
    parts = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="model"\r\n\r\n{SONNET}\r\n'
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n'
        f"Content-Type: text/plain\r\n\r\nowl\r\n--{boundary}--\r\n"
    )
    yield SigningVector("body-multipart", "A multipart body: its boundaries and line ends count.", ("body-other",),
                        post(f"multipart/form-data; boundary={boundary}", Body(parts)))
    yield SigningVector("body-every-byte", "Every byte value there is.", ("body-other",),
                        post("application/octet-stream", Body(data=bytes(range(256)))))
    yield SigningVector("body-zeros", "Zero bytes end no body.", ("body-other",),
                        post("application/octet-stream", Body(data=bytes(16))))
    compressed = gzip.compress(b'{"messages":[]}', mtime=0)
    yield SigningVector(
        "body-gzip", "A compressed body is hashed compressed.", ("body-other",),
        Request("POST", "/", (("Host", HOST), ("Content-Type", "application/json"), ("Content-Encoding", "gzip")),
                Body(data=compressed)))
    yield SigningVector("body-of-a-delete", "A DELETE may have a body.", ("body-other",),
                        Request("DELETE", "/", (("Host", HOST), ("Content-Type", "application/json")), Body("{}")))


def lengths():
    for length in (55, 56, 63, 64, 65, 119, 120):
        yield SigningVector(
            f"body-of-{length}-bytes", f"{length} bytes: at or next to a border of SHA-256's padding.",
            ("body-length",), converse(segment(SONNET), body=Body("x", times=length)))
    yield SigningVector(
        "body-of-1-mib", "A body of one MiB, as with an image in it.", ("body-length",),
        converse(segment(SONNET), body=Body("0123456789abcdef", times=65536)))


def hash_sent():
    yield SigningVector(
        "body-hash-sent", "The hash is sent in x-amz-content-sha256, and that header is signed.", ("body-hash-sent",),
        converse(segment(SONNET)), options=HASH_SENT)
    yield SigningVector(
        "body-hash-sent-empty", "The hash of nothing is sent as well.", ("body-hash-sent", "body-empty"),
        Request("GET", "/", (("Host", HOST),)), options=HASH_SENT)
    yield SigningVector(
        "body-hash-sent-s3", "S3 requires it.", ("body-hash-sent", "path-once"),
        Request("PUT", "/notes/2026.txt", (("Host", "example-bucket.s3.us-west-2.amazonaws.com"),), Body("owl")),
        scope=Scope("us-west-2", "s3"),
        options=Options(uri_encoding="single", path_normalization="off", content_sha256_header="sent"))


def not_hashed():
    yield SigningVector(
        "body-unsigned", "UNSIGNED-PAYLOAD stands in the header and in the last line.", ("body-unsigned",),
        Request("POST", "/", (("Host", HOST), ("Content-Type", "application/json")), Body("{}")), options=UNSIGNED)
    yield SigningVector(
        "body-unsigned-s3", "The same for S3, where it is common.", ("body-unsigned", "path-once"),
        Request("PUT", "/big.bin", (("Host", "example-bucket.s3.us-west-2.amazonaws.com"),), Body("owl")),
        scope=Scope("us-west-2", "s3"), options=S3_UNSIGNED)
