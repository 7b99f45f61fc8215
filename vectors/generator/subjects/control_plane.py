"""Calls of Bedrock's control plane and of STS: GETs with queries, ids in paths, form bodies."""

from generator.model import SONNET, Body, Group, Request, Scope, SigningVector, get, segment

NAME = "control-plane"

PROFILE_ARN = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6"
STS = "sts.us-east-1.amazonaws.com"


def groups() -> list[Group]:
    return [
        Group("Bedrock", "signing", tuple(bedrock())),
        Group("STS", "signing", tuple(sts())),
    ]


def bedrock():
    gets = {
        "list-foundation-models": (
            "/foundation-models", "Without filters there is no query."),
        "list-foundation-models-filtered": (
            "/foundation-models?byProvider=anthropic&byOutputModality=TEXT&byInferenceType=ON_DEMAND",
            "Filters in the order of the API's model, which is not the canonical order."),
        "get-foundation-model": (
            f"/foundation-models/{segment(SONNET)}", "A model id as the last segment."),
        "get-foundation-model-availability": (
            f"/foundation-model-availability/{segment(SONNET)}", "The four gates of a model, by bare id."),
        "list-inference-profiles": (
            "/inference-profiles?maxResults=1000&type=SYSTEM_DEFINED", "The profiles of the region."),
        "list-inference-profiles-next-page": (
            "/inference-profiles?type=SYSTEM_DEFINED&nextToken=AAMA%2BEFR%2FSWY%3D%3D&maxResults=10",
            "A page token with a plus sign, a slash and padding."),
        "get-inference-profile-by-arn": (
            f"/inference-profiles/{segment(PROFILE_ARN)}", "An ARN as the last segment of a GET."),
        "use-case-for-model-access": (
            "/use-case-for-model-access", "Whether the first-time-use form is on file."),
        "list-agreement-offers": (
            f"/list-foundation-model-agreement-offers/{segment(SONNET)}?offerType=PUBLIC",
            "An id in the path and a query."),
        "list-jobs-in-a-time-range": (
            "/model-invocation-jobs?submitTimeAfter=2026-01-01T00%3A00%3A00Z&sortBy=CreationTime&sortOrder=Descending",
            "Times with encoded colons as values."),
    }
    for name, (target, comment) in gets.items():
        yield SigningVector(f"control-{name}", comment, ("control-plane",), get(target))
    yield SigningVector(
        "control-list-tags", "A POST of the control plane whose body names an ARN.", ("control-plane",),
        Request("POST", "/listTagsForResource",
                (("Host", "bedrock.us-east-1.amazonaws.com"), ("Content-Type", "application/json")),
                Body('{"resourceARN":"' + PROFILE_ARN + '"}')))
    yield SigningVector(
        "control-delete-profile", "A DELETE without a body.", ("control-plane",),
        Request("DELETE", f"/inference-profiles/{segment(PROFILE_ARN)}",
                (("Host", "bedrock.us-east-1.amazonaws.com"),)))


def sts():
    yield SigningVector(
        "sts-get-caller-identity", "The harmless call that tells a bad key from a bad policy: a form as body.",
        ("service",),
        Request("POST", "/",
                (("Host", STS), ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")),
                Body("Action=GetCallerIdentity&Version=2011-06-15")),
        scope=Scope("us-east-1", "sts"))
    yield SigningVector(
        "sts-get-caller-identity-by-get", "The same call with its parameters in the query.",
        ("service",), get("/?Version=2011-06-15&Action=GetCallerIdentity", host=STS), scope=Scope("us-east-1", "sts"))
