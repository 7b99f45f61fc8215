"""Model ids in the path of a Converse call: raw and encoded colons, ARNs, encodings done twice."""

from generator.model import SONNET, TOKEN, Credentials, Group, SigningVector, converse, segment

NAME = "converse-paths"

PROFILE_ARN = f"arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.{SONNET}"
PROVISIONED_ARN = "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abcdefghij12"

# Signatures that were published before these vectors: an oracle that no longer gives them has changed.
PUBLISHED = {
    "converse-colon-encoded": "7232bf8d4e08f93bb8d0bc30524226e30c3185a8db3c951b3fd83bbb9f511625",
    "converse-colon-raw": "ee1f7760718ac97a766a65174805d8d14426e92d229df306a8edd0e73242abcf",
    "converse-inference-profile-arn-with-token": "67db38025c0c0e2c685f636483f5c3ae0e0f18ac2a552a12b78f9bbbd9a3e6ea",
    "converse-provisioned-model-arn": "4c83426d81be22884c9dce8acf04bbeb0b8aa99721f0500a72efae84f47a1328",
    "converse-no-colon": "d991b8a7d1b667cbf5d2f2c3602190e5d6ba6036695b4700f58db6f0ff3397d5",
}


def groups() -> list[Group]:
    return [
        Group("published signatures", "signing", published()),
        Group("inference profile prefixes", "signing", tuple(profile_prefixes())),
        Group("ARNs as model ids", "signing", tuple(arns())),
        Group("encodings on the wire", "signing", encodings()),
        Group("operations and prefixes", "signing", operations()),
    ]


def published() -> tuple[SigningVector, ...]:
    flags = ("published",)
    return (
        SigningVector(
            "converse-colon-encoded", "The form of AWS's own clients: %3A on the wire is %253A in the canonical path.",
            flags + ("path-colon",), converse(segment(SONNET))),
        SigningVector(
            "converse-colon-raw", "PRX's form: a raw colon on the wire is %3A in the canonical path.",
            flags + ("path-colon",), converse(SONNET)),
        SigningVector(
            "converse-inference-profile-arn-with-token",
            "An inference profile's ARN as one segment, signed with temporary credentials.",
            flags + ("path-arn", "token"), converse(segment(PROFILE_ARN)), Credentials(token=TOKEN)),
        SigningVector(
            "converse-provisioned-model-arn", "A provisioned model's ARN as one segment.",
            flags + ("path-arn",), converse(segment(PROVISIONED_ARN))),
        SigningVector(
            "converse-no-colon", "An id without reserved characters: both encodings are the same.",
            flags, converse("anthropic.claude-sonnet-4-6")),
    )


def profile_prefixes():
    ids = {
        "us": SONNET,
        "eu": SONNET,
        "apac": SONNET,
        "jp": "anthropic.claude-sonnet-4-5-20250929-v1:0",
        "au": "anthropic.claude-haiku-4-5-20251001-v1:0",
        "global": SONNET,
        "us-gov": "anthropic.claude-sonnet-4-5-20250929-v1:0",
    }
    for prefix, model in ids.items():
        yield SigningVector(
            f"converse-profile-{prefix}-encoded", f"A profile id with the prefix {prefix}. and its colon encoded.",
            ("path-colon", "profile-prefix"), converse(segment(f"{prefix}.{model}")))
        yield SigningVector(
            f"converse-profile-{prefix}-raw", f"A profile id with the prefix {prefix}. and its colon raw.",
            ("path-colon", "profile-prefix"), converse(f"{prefix}.{model}"))


def arns():
    account = "arn:aws:bedrock:us-east-1:123456789012"
    models = {
        "application-inference-profile": f"{account}:application-inference-profile/a1b2c3d4e5f6",
        "foundation-model": f"arn:aws:bedrock:us-east-1::foundation-model/{SONNET}",
        "custom-model": f"{account}:custom-model/amazon.nova-lite-v1:0.fine/abcdefghij12",
        "imported-model": f"{account}:imported-model/abcdefghij12",
        "custom-model-deployment": f"{account}:custom-model-deployment/abcdefghij12",
        "prompt-version": f"{account}:prompt/PROMPT1234:3",
        "default-prompt-router": f"{account}:default-prompt-router/anthropic.claude:1",
        "sagemaker-endpoint": "arn:aws:sagemaker:us-east-1:123456789012:endpoint/jumpstart-llama",
        "gov-partition": "arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:inference-profile/us-gov." + SONNET,
    }
    for name, arn in models.items():
        yield SigningVector(
            f"converse-arn-{name}", f"An ARN of the kind {name} as one segment.", ("path-arn",),
            converse(segment(arn)))
    yield SigningVector(
        "converse-arn-raw-colons", "Colons of an ARN raw, its slash encoded: the form of Go's url.PathEscape.",
        ("path-arn", "path-colon"), converse(PROVISIONED_ARN.replace("/", "%2F")))
    yield SigningVector(
        "converse-arn-raw-slash",
        "A raw slash splits the ARN into two segments. The service answers that it knows no such operation, "
        "but the signature is right and must not be blamed.",
        ("path-arn",), converse(PROVISIONED_ARN))


def encodings() -> tuple[SigningVector, ...]:
    flags = ("path-encoding",)
    return (
        SigningVector(
            "converse-colon-encoded-twice", "%253A on the wire: the client encoded twice, the signature follows it.",
            flags, converse(segment(segment(SONNET)))),
        SigningVector(
            "converse-slash-encoded-twice", "%252F on the wire is %25252F in the canonical path.",
            flags + ("path-arn",), converse(segment(segment(PROVISIONED_ARN)))),
        SigningVector(
            "converse-lower-case-escape", "%3a on the wire: the percent sign is encoded, the digits keep their case.",
            flags, converse(SONNET.replace(":", "%3a"))),
        SigningVector(
            "converse-unreserved-encoded", "%2D and %2E on the wire are not decoded before they are encoded again.",
            flags, converse("amazon%2Enova%2Dmicro-v1%3A0")),
        SigningVector(
            "converse-bracket-suffix", "A suffix such as [1m], which belongs to no Bedrock id, is still signed right.",
            flags, converse(segment("anthropic.claude-sonnet-4-6[1m]"))),
        SigningVector(
            "converse-at-sign", "An at sign raw on the wire is encoded in the canonical path.",
            flags, converse("anthropic.claude-sonnet-4@20250514")),
    )


def operations() -> tuple[SigningVector, ...]:
    return (
        SigningVector(
            "converse-stream", "The streaming operation differs by its last segment only.",
            ("path-colon",), converse(segment(SONNET), operation="converse-stream")),
        SigningVector(
            "count-tokens", "CountTokens takes a bare model id.",
            ("path-colon",), converse(segment(SONNET), operation="count-tokens")),
        SigningVector(
            "invoke-model", "InvokeModel, the older operation, is signed by the same rules.",
            ("path-colon",), converse(segment(SONNET), operation="invoke",
                                      body='{"anthropic_version":"bedrock-2023-05-31","max_tokens":1}')),
        SigningVector(
            "converse-path-prefix", "A path prefix of an endpoint (a gateway) is sent, so it is signed.",
            ("path-prefix",), converse(segment(SONNET), host="gateway.example.com", prefix="/bedrock")),
        SigningVector(
            "converse-path-prefix-with-escape", "A prefix with an escape is encoded once more like the rest.",
            ("path-prefix",), converse(segment(SONNET), host="gateway.example.com", prefix="/team%20a/bedrock")),
        SigningVector(
            "converse-trailing-slash", "A slash at the end is part of the path.",
            ("path-prefix",), converse(segment(SONNET), operation="converse/")),
        SigningVector(
            "converse-double-slash-of-a-base-url", "A base URL that ends with a slash gives //model: normalised.",
            ("path-normalised", "path-prefix"), converse(segment(SONNET), prefix="/")),
    )
