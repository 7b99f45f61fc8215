"""Canonical headers: which are signed, how a value is written, how names are ordered."""

from generator.model import SONNET, Body, Group, Request, SigningVector, converse, get, segment

NAME = "headers"

HOST = "example.amazonaws.com"


def groups() -> list[Group]:
    return [
        Group("values", "signing", tuple(values())),
        Group("names", "signing", tuple(names())),
        Group("hosts", "signing", tuple(hosts())),
        Group("not signed", "signing", tuple(not_signed())),
        Group("headers of real clients", "signing", tuple(real_clients())),
    ]


def with_headers(*fields: tuple[str, str]) -> Request:
    return get("/", host=HOST, headers=fields)


def values():
    cases = {
        "trim": ((("My-Header", "  a  "),), "Spaces around a value are not signed."),
        "collapse": ((("My-Header", "a   b    c"),), "Spaces in a row inside a value become one."),
        "tabs": ((("My-Header", "\ta\t\tb \t c"),), "Tabs are white space too."),
        "quotes": ((("My-Header", '"a   b"'),), "Quotes protect nothing."),
        "folded": ((("My-Header", "a\n  b\n\t c"),), "A folded value is one line, its folds one space."),
        "empty": ((("My-Header", ""),), "An empty value is signed as empty."),
        "only-spaces": ((("My-Header", "   "),), "A value of spaces is empty."),
        "colon": ((("My-Header", "a:b::c"),), "Only the first colon of a line separates."),
        "comma-space": ((("My-Header", "a, b,c"),), "Commas inside a value are left as they are."),
        "case": ((("My-Header", "MiXeD"),), "A value keeps its case."),
        "utf8": ((("My-Header", "größe"),), "A value in UTF-8 is signed byte by byte."),
        "long": ((("My-Header", "x" * 8192),), "A value of 8 KB."),
    }
    for name, (fields, comment) in cases.items():
        yield SigningVector(f"header-value-{name}", comment, ("header-value",), with_headers(*fields))
    repeated = {
        "repeated": ((("My-Header", "b"), ("My-Header", "a")), "Fields of one name are joined in the order sent."),
        "repeated-same": ((("My-Header", "a"), ("My-Header", "a")), "The same value twice stays twice."),
        "repeated-case": ((("My-Header", "b"), ("MY-HEADER", "a"), ("my-header", "c")),
                          "Names that differ in case are one name."),
        "repeated-apart": ((("My-Header", "b"), ("Other", "x"), ("My-Header", "a")),
                           "Fields of one name need not stand together."),
        "repeated-spaces": ((("My-Header", " b "), ("My-Header", " a  c ")),
                            "Each value is trimmed before they are joined by a bare comma."),
        "repeated-empty": ((("My-Header", ""), ("My-Header", "a")), "An empty value among others keeps its comma."),
    }
    for name, (fields, comment) in repeated.items():
        yield SigningVector(f"header-{name}", comment, ("header-repeated",), with_headers(*fields))


def names():
    cases = {
        "mixed-case": ((("X-aMz-MeTa-A", "1"),), "Names are signed in small letters."),
        "prefix-of-another": ((("X-Amz-Meta-Ab", "1"), ("X-Amz-Meta-A", "2"), ("X-Amz-Meta-A-B", "3")),
                              "Names are sorted as names: a line-wise sort would put '-' before ':'."),
        "digits-and-dashes": ((("A-1", "1"), ("A1", "2"), ("A_1", "3"), ("A.1", "4")),
                              "Bytes decide the order: '-' '.' digits '_' letters."),
        "before-host": ((("Accept", "*/*"), ("Content-Type", "text/plain")), "Host is sorted among the others."),
        "after-x-amz-date": ((("X-Amz-Target", "A.B"), ("X-Custom", "1")), "Nothing is special about x-amz names."),
        "many": (tuple((f"X-Meta-{n:03d}", str(n)) for n in range(60, 0, -1)), "Sixty headers in reverse order."),
    }
    for name, (fields, comment) in cases.items():
        yield SigningVector(f"header-name-{name}", comment, ("header-name",), with_headers(*fields))


def hosts():
    cases = {
        "port": ("bedrock-runtime.us-east-1.amazonaws.com:8443", "A port other than the scheme's is part of Host."),
        "default-port": ("bedrock-runtime.us-east-1.amazonaws.com:443",
                         "A default port is signed when the client sends it."),
        "localhost": ("localhost:8080", "A local mock."),
        "loopback": ("127.0.0.1:4566", "An address with a port."),
        "ipv6": ("[::1]:8080", "An IPv6 address in brackets."),
        "upper-case": ("Bedrock-Runtime.US-EAST-1.amazonaws.com", "Host is signed in the case it is sent in."),
        "vpc-endpoint": ("vpce-0a1b2c3d4e5f-abcdefgh.bedrock-runtime.us-east-1.vpce.amazonaws.com",
                         "A VPC endpoint's name."),
    }
    for name, (host, comment) in cases.items():
        yield SigningVector(f"host-{name}", comment, ("host",), converse(segment(SONNET), host=host))


def not_signed():
    names_and_values = {
        "user-agent": "aws-cli/2.31.0",
        "x-amzn-trace-id": "Root=1-67891233-abcdef012345678912345678",
        "connection": "keep-alive",
        "keep-alive": "timeout=5",
        "expect": "100-continue",
        "te": "trailers",
        "trailer": "Expires",
        "transfer-encoding": "chunked",
        "upgrade": "h2c",
        "proxy-authorization": "Basic ZXhhbXBsZQ==",
    }
    for name, value in names_and_values.items():
        yield SigningVector(
            f"header-not-signed-{name}", f"{name} changes or disappears on the way, so it is never signed.",
            ("header-not-signed",), with_headers((name.title(), value)))


def real_clients():
    yield SigningVector(
        "header-sdk-retry-headers", "The SDKs sign their invocation id and attempt count, not their user agent.",
        ("header-client",),
        converse(segment(SONNET), headers=(
            ("User-Agent", "Boto3/1.43.11 md/Botocore#1.43.11"),
            ("amz-sdk-invocation-id", "8a4b5c6d-0000-4000-8000-1234567890ab"),
            ("amz-sdk-request", "attempt=2; max=5"))))
    yield SigningVector(
        "header-curl-defaults", "Accept and Content-Length as curl would add them before signing.",
        ("header-client",),
        converse(segment(SONNET), headers=(("Accept", "*/*"), ("Content-Length", "94"), ("User-Agent", "curl/8.5.0"))))
    yield SigningVector(
        "header-accept-encoding", "Accept-Encoding is signed when it is there: a fragile choice, but a right one.",
        ("header-client",), converse(segment(SONNET), headers=(("Accept-Encoding", "gzip, deflate, br"),)))
    yield SigningVector(
        "header-guardrail", "Guardrail headers of InvokeModel.",
        ("header-client",),
        converse(segment(SONNET), operation="invoke", headers=(
            ("X-Amzn-Bedrock-GuardrailIdentifier", "gr1234567890"), ("X-Amzn-Bedrock-GuardrailVersion", "DRAFT"),
            ("X-Amzn-Bedrock-Trace", "ENABLED"))))
    yield SigningVector(
        "header-content-type-charset", "A charset belongs to the value.",
        ("header-client",),
        Request("POST", "/", (("Host", HOST), ("Content-Type", "application/json;  charset=UTF-8")), Body("{}")))
