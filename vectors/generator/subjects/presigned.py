"""Presigned requests: the signature in the query."""

from generator.model import (
    SONNET,
    TOKEN,
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
from generator.oracle import BODY_KEPT, PATH_AS_SENT, QUERY_REENCODED, TOKEN_AFTER
from generator.subjects.tokens import REALISTIC

NAME = "presigned"

HOST = "example.amazonaws.com"
S3_HOST = "example-bucket.s3.us-west-2.amazonaws.com"


def query(expires: int = 300, **more) -> Options:
    return Options(location="query", expires_seconds=expires, **more)


def groups() -> list[Group]:
    return [
        Group("lifetimes", "signing", tuple(lifetimes())),
        Group("query", "signing", tuple(queries())),
        Group("Bedrock", "signing", tuple(bedrock())),
        Group("tokens", "signing", tuple(tokens())),
        Group("other services", "signing", tuple(other_services())),
    ]


def lifetimes():
    for seconds, comment in {
        1: "The shortest lifetime.",
        300: "Five minutes.",
        3600: "An hour, botocore's default.",
        604800: "Seven days, the longest there is.",
    }.items():
        yield SigningVector(
            f"presigned-{seconds}-seconds", comment, ("presigned",), get("/", host=HOST), options=query(seconds))


def queries():
    cases = {
        "sorted-before": ("/?Action=List", "A parameter that is sorted before X-Amz-Algorithm."),
        "sorted-after": ("/?list-type=2", "A parameter that is sorted after X-Amz-SignedHeaders."),
        "sorted-between": ("/?X-Amz-Count=2", "A parameter that is sorted between the added ones."),
        "encoded": ("/?prefix=a%2Fb%20c", "Escapes of the request's own parameters stay."),
        "empty-value": ("/?uploads", "A parameter without a value."),
        "utf8": ("/?q=%E6%A8%A1", "UTF-8 in a parameter."),
    }
    for name, (target, comment) in cases.items():
        yield SigningVector(
            f"presigned-query-{name}", comment, ("presigned",), get(target, host=HOST), options=query())
    yield SigningVector(
        "presigned-query-plus", "A raw plus sign in a parameter.", ("presigned", QUERY_REENCODED),
        get("/?q=1%2B1", host=HOST), options=query())
    yield SigningVector(
        "presigned-signed-headers", "Other headers are signed too; their names are a parameter.", ("presigned",),
        get("/", host=HOST, headers=(("X-Custom", "1"), ("Accept", "*/*"))), options=query())
    yield SigningVector(
        "presigned-port", "A port in the host.", ("presigned", "host"), get("/", host="localhost:8080"),
        options=query())
    yield SigningVector(
        "presigned-path-normalised", "The path is normalised in the canonical request only.",
        ("presigned", "path-normalised"), get("/a/../b//c", host=HOST), options=query())
    yield SigningVector(
        "presigned-path-as-sent", "Without normalisation.", ("presigned", "path-as-sent", PATH_AS_SENT),
        get("/a/../b//c", host=HOST), options=query(path_normalization="off"))


def bedrock():
    flags = ("presigned", BODY_KEPT)
    yield SigningVector(
        "presigned-converse", "A presigned POST covers its body.", flags + ("path-colon",),
        converse(segment(SONNET)), options=query())
    yield SigningVector(
        "presigned-converse-raw-colon", "The same with a raw colon.", flags + ("path-colon",),
        converse(SONNET), options=query())
    yield SigningVector(
        "presigned-converse-arn", "An ARN in the path.", flags + ("path-arn",),
        converse(segment("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abcdefghij12")), options=query())
    yield SigningVector(
        "presigned-converse-unsigned-body", "A body that is not covered.", ("presigned", "body-unsigned"),
        Request("POST", f"/model/{segment(SONNET)}/converse", (("Host", "bedrock-runtime.us-east-1.amazonaws.com"),)),
        options=query(payload="unsigned"))
    yield SigningVector(
        "presigned-list-inference-profiles", "A control plane GET with parameters of its own.",
        ("presigned", "control-plane"), get("/inference-profiles?type=SYSTEM_DEFINED&maxResults=10"),
        options=query())
    yield SigningVector(
        "presigned-eu-central-1", "Another region in the credential.", ("presigned", "region"),
        get("/foundation-models", host="bedrock.eu-central-1.amazonaws.com"), scope=Scope("eu-central-1"),
        options=query())


def tokens():
    yield SigningVector(
        "presigned-token", "The token is a signed parameter.", ("presigned", "token"), get("/", host=HOST),
        Credentials(token=TOKEN), options=query())
    yield SigningVector(
        "presigned-token-encoded", "Plus signs, slashes and padding of a token are encoded.", ("presigned", "token"),
        get("/", host=HOST), Credentials(token=REALISTIC), options=query())
    yield SigningVector(
        "presigned-token-added", "The token is appended after signing, as for AWS IoT.",
        ("presigned", "token", TOKEN_AFTER), get("/", host=HOST), Credentials(token=REALISTIC),
        options=query(session_token="addedAfterSigning"))


def other_services():
    s3 = query(uri_encoding="single", path_normalization="off", payload="unsigned")
    yield SigningVector(
        "presigned-s3-get", "The presigned URL everyone knows: S3 never covers the body.",
        ("presigned", "path-once", "body-unsigned"),
        Request("GET", "/photos/owl%20one.jpg", (("Host", S3_HOST),)), scope=Scope("us-west-2", "s3"), options=s3)
    yield SigningVector(
        "presigned-s3-put", "The same for an upload with a content type.",
        ("presigned", "path-once", "body-unsigned"),
        Request("PUT", "/a//b/../c", (("Host", S3_HOST), ("Content-Type", "image/jpeg"))),
        scope=Scope("us-west-2", "s3"), options=s3)
    yield SigningVector(
        "presigned-sts-cluster-token", "What Kubernetes clusters of EKS take as a bearer token: a presigned "
        "GetCallerIdentity with one more signed header.", ("presigned", "service"),
        Request("GET", "/?Action=GetCallerIdentity&Version=2011-06-15",
                (("Host", "sts.us-east-1.amazonaws.com"), ("x-k8s-aws-id", "example-cluster"))),
        scope=Scope("us-east-1", "sts"), options=query(60))
    yield SigningVector(
        "presigned-form-content-type", "A content type stays a signed header.", ("presigned",),
        Request("POST", "/", (("Host", HOST), ("Content-Type", "text/plain")), None), options=query())
