"""Region, service, time and key: everything that goes into the credential scope and the signing key."""

from generator.model import (
    ACCESS_KEY,
    SECRET_KEY,
    SONNET,
    Credentials,
    Group,
    Scope,
    SigningVector,
    converse,
    get,
    segment,
)

NAME = "scope"


def groups() -> list[Group]:
    return [
        Group("regions", "signing", tuple(regions())),
        Group("services", "signing", tuple(services())),
        Group("times", "signing", tuple(times())),
        Group("keys", "signing", tuple(keys())),
    ]


def regions():
    hosts = {
        "us-west-2": "bedrock-runtime.us-west-2.amazonaws.com",
        "eu-central-1": "bedrock-runtime.eu-central-1.amazonaws.com",
        "eu-west-3": "bedrock-runtime.eu-west-3.amazonaws.com",
        "ap-northeast-1": "bedrock-runtime.ap-northeast-1.amazonaws.com",
        "ap-southeast-2": "bedrock-runtime.ap-southeast-2.amazonaws.com",
        "sa-east-1": "bedrock-runtime.sa-east-1.amazonaws.com",
        "us-gov-west-1": "bedrock-runtime.us-gov-west-1.amazonaws.com",
        "cn-north-1": "bedrock-runtime.cn-north-1.amazonaws.com.cn",
        "eusc-de-east-1": "bedrock-runtime.eusc-de-east-1.amazonaws.eu",
        "us-iso-east-1": "bedrock-runtime.us-iso-east-1.c2s.ic.gov",
    }
    for region, host in hosts.items():
        yield SigningVector(
            f"region-{region}", f"The scope and the host of {region}.", ("region",),
            converse(segment(SONNET), host=host), scope=Scope(region))
    variants = {
        "fips": ("bedrock-runtime-fips.us-east-1.amazonaws.com", "The FIPS endpoint signs for the same region."),
        "dual-stack": ("bedrock-runtime.us-east-1.api.aws", "The dual-stack endpoint signs for the same region."),
        "fips-dual-stack": ("bedrock-runtime-fips.us-east-1.api.aws", "Both at once."),
    }
    for name, (host, comment) in variants.items():
        yield SigningVector(f"region-{name}", comment, ("region",), converse(segment(SONNET), host=host))
    yield SigningVector(
        "region-other-than-host", "The scope follows the configured region, whatever the host says.", ("region",),
        converse(segment(SONNET)), scope=Scope("eu-west-1"))


def services():
    cases = {
        "bedrock-control-plane": ("bedrock", "bedrock.us-east-1.amazonaws.com", "/foundation-models"),
        "bedrock-agent-runtime": ("bedrock", "bedrock-agent-runtime.us-east-1.amazonaws.com", "/knowledgebases"),
        "bedrock-mantle": ("bedrock-mantle", "bedrock-mantle.us-east-1.api.aws", "/v1/models"),
        "bedrock-runtime-misnamed": ("bedrock-runtime", "bedrock-runtime.us-east-1.amazonaws.com", "/"),
        "sts": ("sts", "sts.us-east-1.amazonaws.com", "/?Action=GetCallerIdentity&Version=2011-06-15"),
        "iam": ("iam", "iam.amazonaws.com", "/?Action=GetUser&Version=2010-05-08"),
    }
    for name, (service, host, target) in cases.items():
        yield SigningVector(
            f"service-{name}", f"The signing name {service} at {host}.", ("service",),
            get(target, host=host), scope=Scope("us-east-1", service))


def times():
    cases = {
        "20260101T000000Z": "The first second of a year.",
        "20261231T235959Z": "The last second of a year.",
        "20260630T235959Z": "The last second of a day: the scope has the day that ends.",
        "20260701T000000Z": "The next second: the scope has the next day.",
        "20280229T120000Z": "A leap day.",
        "20280301T000000Z": "The day after a leap day.",
        "20000229T235959Z": "A leap day at the end of a century that has one.",
        "21000228T235959Z": "The last second of a February that has no leap day.",
        "19700101T000000Z": "The epoch.",
        "20380119T031408Z": "The first second beyond 32 bits.",
    }
    for time, comment in cases.items():
        yield SigningVector(f"time-{time}", comment, ("time",), converse(segment(SONNET)), time=time)


def keys():
    """Lengths at which HMAC treats "AWS4" + secret differently; each secret is cut from the published one."""
    doubled = SECRET_KEY * 3
    lengths = {
        16: "A short secret, as local servers hand out.",
        60: "With its prefix exactly one HMAC block.",
        61: "One byte more than a block: HMAC hashes the key first.",
        120: "Far more than a block.",
    }
    for length, comment in lengths.items():
        yield SigningVector(
            f"key-of-{length}-characters", comment, ("key",), converse(segment(SONNET)),
            Credentials(ACCESS_KEY, doubled[:length]))
    yield SigningVector(
        "key-id-of-the-other-example", "AWS's other published pair: the secret differs in one character.", ("key",),
        converse(segment(SONNET)), Credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
    yield SigningVector(
        "key-with-a-final-line-feed", "A line feed at the end of the secret is signed with: the signer trims nothing, "
        "so that a diagnosis can name it.", ("key",),
        converse(segment(SONNET)), Credentials(ACCESS_KEY, SECRET_KEY + "\n"))
