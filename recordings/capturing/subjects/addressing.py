"""How models are named and where they are: the forms of ids, ARNs, regions, partitions, gateways."""

from capturing.model import ACCOUNT, AWS_CLI, CURL, Answer, Call, Recording, ask, said

_SONNET = "anthropic.claude-sonnet-4-20250514-v1:0"
_PROFILE = f"arn:aws:bedrock:us-east-1:{ACCOUNT}:inference-profile/us.{_SONNET}"


def _pong(model: str, where: str, **more) -> Call:
    return Call(model, [said(f"pong from {where}", stop="max_tokens", tokens=(9, 1))], _ping(where), **more)


def _ping(where: str) -> dict:
    return {**ask(f"ping {where}"), "inferenceConfig": {"maxTokens": 1}}


def _raw(model: str, where: str, **more) -> Call:
    """Sent as PRX sends it: the colons of the id stand in the path as they are."""
    return Call(
        model,
        [said(f"pong from {where}", stop="max_tokens", tokens=(9, 1))],
        client=CURL,
        target=f"/model/{model.replace('/', '%2F')}/converse",
        text='{"messages":[{"role":"user","content":[{"text":"ping %s"}]}],"inferenceConfig":{"maxTokens":1}}' % where,
        **more,
    )


def recordings() -> list[Recording]:
    return [
        Recording("model-id-forms", "the colon of a model id raw and as %3A, ids without one, ids of profiles", _ids()),
        Recording(
            "model-arns", "ARNs of profiles, provisioned, imported and custom models: one segment, %2F inside", _arns()
        ),
        Recording("regions", "regions of several partitions, a FIPS endpoint, the profiles of each", _regions()),
        Recording(
            "gateway", "a gateway's path prefix, and answers that are the gateway's own: HTML, nothing", _gateway()
        ),
    ]


def _ids() -> list[Call]:
    return [
        _raw("amazon.nova-micro-v1:0", "a raw colon"),
        _pong("amazon.nova-micro-v1:0", "an encoded colon"),
        _pong("amazon.nova-micro-v1:0", "the command line", client=AWS_CLI),
        _raw(f"us.{_SONNET}", "a profile, raw"),
        _pong(f"us.{_SONNET}", "a profile"),
        _pong("global.anthropic.claude-opus-4-6-v1", "the global profile"),
        _pong("mistral.mistral-large-2407-v1:0", "on demand", region="us-west-2"),
        _pong("amazon.nova-micro-v1:0:128k", "two colons"),
    ]


def _arns() -> list[Call]:
    prefix = f"arn:aws:bedrock:us-east-1:{ACCOUNT}"
    return [
        _pong(_PROFILE, "a profile's ARN"),
        _raw(_PROFILE, "a profile's ARN, raw"),
        _pong(f"{prefix}:application-inference-profile/a1b2c3d4e5f6", "an application's profile"),
        _pong(f"{prefix}:provisioned-model/abcdefghij12", "provisioned throughput"),
        _pong(f"{prefix}:imported-model/abcdefghij34", "an imported model"),
        _pong(f"{prefix}:custom-model-deployment/abcdefghij56", "a custom model"),
        _pong("arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0", "a foundation model's ARN"),
        _pong(f"arn:aws:sagemaker:us-east-1:{ACCOUNT}:endpoint/example-endpoint", "a SageMaker endpoint"),
    ]


def _regions() -> list[Call]:
    profile = "us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0"
    government = f"arn:aws-us-gov:bedrock:us-gov-west-1:{ACCOUNT}:inference-profile/{profile}"
    return [
        _pong("eu.anthropic.claude-sonnet-4-6", "Frankfurt", region="eu-central-1"),
        _pong("jp.anthropic.claude-sonnet-4-6", "Tokyo", region="ap-northeast-1"),
        _pong("au.anthropic.claude-sonnet-4-6", "Sydney", region="ap-southeast-2"),
        _pong("us.anthropic.claude-sonnet-4-6", "Montreal", region="ca-central-1"),
        _pong("global.anthropic.claude-sonnet-4-6", "Sao Paulo", region="sa-east-1"),
        _pong(government, "GovCloud", region="us-gov-west-1"),
        _pong("amazon.nova-pro-v1:0", "GovCloud, FIPS", region="us-gov-west-1", fips=True),
        _pong("amazon.nova-pro-v1:0", "Brandenburg", region="eusc-de-east-1"),
        _pong("amazon.nova-pro-v1:0", "an isolated region", region="us-iso-east-1"),
    ]


def _gateway() -> list[Call]:
    gateway = "https://llm-gateway.example.com/bedrock/v1"
    page = "<html><head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body></html>\r\n"
    return [
        _pong(f"us.{_SONNET}", "behind a gateway", endpoint=gateway),
        _pong(_PROFILE, "behind a gateway, by ARN", endpoint=gateway),
        _raw("amazon.nova-micro-v1:0", "behind a gateway, raw", endpoint=gateway),
        Call(
            _SONNET, [Answer(page, 502, content_type="text/html")], _ping("through a broken gateway"), endpoint=gateway
        ),
        Call(_SONNET, [Answer(None, 504, content_type=None)], _ping("through a silent gateway"), endpoint=gateway),
    ]
