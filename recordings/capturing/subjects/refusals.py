"""Errors: the answers of the seven documented models, and those that every model can give.

Texts, types and statuses are those of the service's documentation and of its users' reports. The service names the type
in a header, followed by a URL that tells which of its layers refused: the model service itself, or the one before it
that checks credentials and policies.
"""

from capturing.model import ACCOUNT, AWS_CLI, Answer, Call, Recording, ask

SONNET_4 = "anthropic.claude-sonnet-4-20250514-v1:0"
SONNET_46 = "anthropic.claude-sonnet-4-6"
OPUS_46 = "anthropic.claude-opus-4-6-v1"
HAIKU_35 = "anthropic.claude-3-5-haiku-20241022-v1:0"
LLAMA_31 = "meta.llama3-1-70b-instruct-v1:0"
MISTRAL = "mistral.mistral-large-2407-v1:0"
TITAN = "amazon.titan-text-premier-v1:0"
NOVA = "amazon.nova-micro-v1:0"

_SERVICE = ":http://internal.amazon.com/coral/com.amazon.bedrock/"
_DOOR = ":http://internal.amazon.com/coral/com.amazon.coral.service/"


def refused(status: int, kind: str, message: str, headers=(), **members) -> Answer:
    """Refused by the service itself."""
    return Answer({"message": message, **members}, status, kind + _SERVICE, headers=tuple(headers))


def _turned_away(kind: str, message: str, status: int = 403, key: str = "message") -> Answer:
    """Refused before the service: credentials say `message`, policies say `Message`."""
    return Answer({key: message}, status, kind + _DOOR)


def _denied(caller: str, resource: str, tail: str) -> Answer:
    who = f"arn:aws:{caller}"
    message = f"User: {who} is not authorized to perform: bedrock:InvokeModel on resource: {resource} {tail}"
    return _turned_away("AccessDeniedException", message, key="Message")


def _ping(model: str, *answers: Answer, words: str = "ping", region: str = "us-east-1", **more) -> Call:
    """The question names what it is about, so that no two recordings have the same request."""
    members = {**ask(words), "inferenceConfig": {"maxTokens": 1}, **more.pop("members", {})}
    return Call(model, list(answers), members, region=region, **more)


def recordings() -> list[Recording]:
    return [
        Recording("errors-lifecycle", "404: Sonnet 4, Haiku 3.5 and Titan retired; legacy models", _lifecycle()),
        Recording(
            "errors-model-id", "400: misspelt ids, prefixes of other regions; 404: not in this region", _model_id()
        ),
        Recording("errors-on-demand", "400: models that are reached through a profile only", _on_demand()),
        Recording(
            "errors-access", "403, 404, 400: access, use-case form, Marketplace, payment, account, place", _access()
        ),
        Recording(
            "errors-policy",
            "403 with the key `Message`: IAM, SCP, boundary, session, VPC endpoint, resource",
            _policy(),
        ),
        Recording(
            "errors-credentials",
            "403: token invalid or expired, signature, clock, scope, header missing",
            _credentials(),
        ),
        Recording(
            "errors-throttling", "429: requests, tokens, tokens per day, model not ready; 400: quota", _throttling()
        ),
        Recording("errors-server", "408, 424, 500, 503", _server()),
        Recording(
            "errors-validation",
            "400: what a model does not take; a refusal that only looks like one of access",
            _validation(),
        ),
        Recording(
            "retries", "a client that tries again: 429, 503, then 200, with the same request each time", _retries()
        ),
    ]


def _lifecycle() -> list[Call]:
    ended = refused(
        404,
        "ResourceNotFoundException",
        "This model version has reached the end of its life. Please refer to the AWS documentation for more details.",
    )
    legacy = refused(
        404,
        "ResourceNotFoundException",
        "Access denied. This Model is marked by provider as Legacy and you have not been actively "
        "using the model in the "
        "last 15 days. Please upgrade to an active model on Amazon Bedrock",
    )
    return [
        _ping(f"us.{SONNET_4}", ended, words="ping, retired"),
        _ping(HAIKU_35, ended, words="ping, retired", region="us-west-2"),
        _ping(TITAN, ended, words="ping, retired"),
        _ping(f"eu.{SONNET_4}", legacy, words="ping, legacy", region="eu-central-1"),
        _ping("anthropic.claude-3-haiku-20240307-v1:0", legacy, words="ping, legacy", region="us-west-2"),
    ]


def _model_id() -> list[Call]:
    invalid = refused(400, "ValidationException", "The provided model identifier is invalid.")
    elsewhere = refused(
        404, "ResourceNotFoundException", "Could not resolve the foundation model from the provided model identifier."
    )
    return [
        _ping(f"{SONNET_46}-v1:0", invalid, words="ping, misspelt"),
        _ping(f"{OPUS_46}:0", invalid, words="ping, misspelt"),
        _ping(f"{OPUS_46}:0", invalid, words="ping, misspelt, by hand", client=AWS_CLI),
        _ping(f"us.{LLAMA_31}", invalid, words="ping, prefix of another place", region="eu-west-1"),
        _ping(f"jp.{OPUS_46}", invalid, words="ping, no such profile", region="ap-northeast-1"),
        _ping(MISTRAL, elsewhere, words="ping, elsewhere"),
        _ping(TITAN, elsewhere, words="ping, elsewhere", region="eu-central-1"),
    ]


def _on_demand() -> list[Call]:
    def answer(model: str) -> Answer:
        return refused(
            400,
            "ValidationException",
            f"Invocation of model ID {model} with on-demand throughput isn’t supported. Retry your "
            f"request with the ID or "
            "ARN of an inference profile that contains this model.",
        )

    models = [SONNET_4, SONNET_46, OPUS_46, HAIKU_35, LLAMA_31]
    return [_ping(model, answer(model), words="ping, on demand") for model in models]


def _access() -> list[Call]:
    none = refused(403, "AccessDeniedException", "You don't have access to the model with the specified model ID.")
    form = refused(404, "ResourceNotFoundException", "Model use case details have not been submitted for this account.")
    payment = refused(
        403,
        "AccessDeniedException",
        "Model access is denied due to INVALID_PAYMENT_INSTRUMENT:A valid payment instrument must be "
        "provided.. Your AWS "
        "Marketplace subscription for this model cannot be completed at this time. If you recently "
        "fixed this issue, try "
        "again after 2 minutes.",
    )
    not_for_account = refused(
        403,
        "AccessDeniedException",
        f"{OPUS_46} is not available for this account. You can explore other available models on Amazon Bedrock. For "
        "additional access options, contact AWS Sales at https://aws.amazon.com/contact-us/sales-support/",
    )
    place = refused(
        400,
        "ValidationException",
        "Access to Anthropic models is not allowed from unsupported countries, regions, or "
        "territories. Please refer to "
        "https://www.anthropic.com/supported-countries for more information on the countries and regions Anthropic "
        "currently supports.",
    )
    reseller = refused(
        400,
        "ValidationException",
        "Access to this model is not available for channel program accounts. Reach out to your AWS "
        "Solution Provider or "
        "AWS Distributor for more information.",
    )
    verified = refused(403, "AccessDeniedException", "Your account is currently being verified")
    not_allowed = refused(400, "ValidationException", "Operation not allowed")
    models = [f"us.{SONNET_4}", f"us.{SONNET_46}", f"us.{OPUS_46}", f"us.{HAIKU_35}", f"us.{LLAMA_31}", TITAN]
    return [
        *[_ping(model, none, words="ping, no access") for model in models],
        _ping(MISTRAL, none, words="ping, no access", region="us-west-2"),
        _ping(f"us.{SONNET_46}", form, words="ping, no form"),
        _ping(f"us.{OPUS_46}", payment, words="ping, no payment"),
        _ping(f"us.{OPUS_46}", not_for_account, words="ping, not for this account"),
        _ping(f"us.{SONNET_46}", place, words="ping, from a place that is not served"),
        _ping(f"us.{SONNET_46}", reseller, words="ping, through a reseller"),
        _ping(f"us.{LLAMA_31}", verified, words="ping, new account"),
        _ping(MISTRAL, not_allowed, words="ping, not entitled", region="us-west-2"),
    ]


def _policy() -> list[Call]:
    user = f"iam::{ACCOUNT}:user/example-user"
    role = f"sts::{ACCOUNT}:assumed-role/example-role/example-session"
    action = "bedrock:InvokeModel action"

    def model(name: str, region: str = "us-east-1") -> str:
        return f"arn:aws:bedrock:{region}::foundation-model/{name}"

    profile = f"arn:aws:bedrock:us-east-1:{ACCOUNT}:inference-profile/us.{SONNET_46}"
    scp = "arn:aws:organizations::123456789012:policy/o-exampleorgid/service_control_policy/p-examplepolicyid"
    refusals = [
        (f"us.{SONNET_46}", user, profile, f"because no identity-based policy allows the {action}"),
        (TITAN, user, model(TITAN), f"because no identity-based policy allows the {action}"),
        (f"us.{SONNET_4}", role, model(SONNET_4, "us-east-2"), "with an explicit deny in a service control policy"),
        (f"global.{OPUS_46}", role, model(OPUS_46, ""), f"with an explicit deny in a service control policy: {scp}"),
        (
            f"us.{LLAMA_31}",
            role,
            model(LLAMA_31, "us-west-2"),
            f"because no service control policy allows the {action}",
        ),
        (f"us.{HAIKU_35}", role, model(HAIKU_35), f"because no permissions boundary allows the {action}"),
        (MISTRAL, role, model(MISTRAL), f"because no session policy allows the {action}"),
        (f"us.{OPUS_46}", user, model(OPUS_46), f"because no VPC endpoint policy allows the {action}"),
        (NOVA, user, model(NOVA), "with an explicit deny in an identity-based policy"),
        (NOVA, role, model(NOVA), "with an explicit deny in a resource control policy"),
    ]
    return [
        _ping(name, _denied(caller, resource, tail), words=f"ping, denied {number}")
        for number, (name, caller, resource, tail) in enumerate(refusals, start=1)
    ]


def _credentials() -> list[Call]:
    echo = (
        "The request signature we calculated does not match the signature you provided. Check your "
        "AWS Secret Access Key and "
        "signing method. Consult the service documentation for details.\n\n"
        "The Canonical String for this request should have been\n'POST\n/model/amazon.nova-micro-v1%253A0/converse\n\n"
        "content-type:application/json\nhost:bedrock-runtime.us-east-1.amazonaws.com\nx-amz-date:20261120T090033Z\n\n"
        "content-type;host;x-amz-date\n5f1a2c0d7be94a3384a0b1c2d3e4f5061728394a5b6c7d8e9fa0b1c2d3e4f506'\n\n"
        "The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20261120T090033Z\n"
        "20261120/us-east-1/bedrock/aws4_request\n0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9'\n"
    )
    late = "Signature expired: 20261120T085140Z is now earlier than 20261120T085544Z (20261120T090044Z - 5 min.)"
    early = (
        "Signature not yet current: 20261120T091500Z is still later than 20261120T090555Z (20261120T090055Z + 5 min.)"
    )
    refusals = [
        ("UnrecognizedClientException", "The security token included in the request is invalid."),
        ("ExpiredTokenException", "The security token included in the request is expired"),
        ("MissingAuthenticationTokenException", "Missing Authentication Token"),
        ("InvalidSignatureException", echo),
        ("InvalidSignatureException", late),
        ("InvalidSignatureException", early),
        ("InvalidSignatureException", "Credential should be scoped to a valid region. "),
        ("InvalidSignatureException", "Credential should be scoped to correct service: 'bedrock'. "),
        (
            "IncompleteSignatureException",
            "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with "
            "Base64): 'VA7TJRPbAsXU3QrW46d3h8l61BHLHjXf7IqJX4it2CE='.",
        ),
    ]
    calls = [
        _ping(NOVA, _turned_away(kind, message), words=f"ping, not let in {number}")
        for number, (kind, message) in enumerate(refusals, start=1)
    ]
    header = _turned_away("AccessDeniedException", "Authorization header is missing", key="Message")
    return [*calls, _ping(NOVA, header, words="ping, not let in, no header")]


def _throttling() -> list[Call]:
    def answer(what: str, headers=()) -> Answer:
        return refused(429, "ThrottlingException", f"Too many {what}, please wait before trying again.", headers)

    quota = refused(400, "ServiceQuotaExceededException", "Your request exceeds the service quota for your account.")
    return [
        _ping(f"us.{LLAMA_31}", answer("requests"), words="ping, too often"),
        _ping(MISTRAL, answer("tokens", [("Retry-After", "7")]), words="ping, too much", region="us-west-2"),
        _ping(f"us.{SONNET_46}", answer("tokens per day"), words="ping, too much today"),
        _ping(
            f"us.{OPUS_46}",
            refused(429, "ModelNotReadyException", "The model is not ready for inference"),
            words="ping, not ready",
        ),
        _ping(NOVA, quota, words="ping, over the quota"),
    ]


def _server() -> list[Call]:
    failed = refused(
        424,
        "ModelErrorException",
        "The request failed due to an error while processing the model.",
        originalStatusCode=500,
        resourceName=f"us.{OPUS_46}",
    )
    return [
        _ping(
            MISTRAL,
            refused(
                408, "ModelTimeoutException", "Model has timed out in processing the request. Try your request again."
            ),
            words="ping, timed out",
            region="us-west-2",
        ),
        _ping(f"us.{OPUS_46}", failed, words="ping, failed"),
        _ping(
            f"us.{LLAMA_31}",
            refused(
                500,
                "InternalServerException",
                "The system encountered an unexpected error during processing. Try your request again.",
            ),
            words="ping, broken",
        ),
        _ping(
            f"us.{SONNET_46}",
            refused(503, "ServiceUnavailableException", "Bedrock is unable to process your request."),
            words="ping, away",
        ),
        _ping(
            NOVA,
            refused(503, "ServiceUnavailableException", "Too many connections, please wait before trying again."),
            words="ping, by hand",
            client=AWS_CLI,
        ),
    ]


def _validation() -> list[Call]:
    def invalid(message: str) -> Answer:
        return refused(400, "ValidationException", message)

    tool = {"toolSpec": {"name": "clock", "inputSchema": {"json": {"type": "object"}}}}
    point = {"cachePoint": {"type": "default"}}
    return [
        _ping(
            TITAN,
            invalid("This model doesn't support tool use."),
            words="ping, with tools",
            members={"toolConfig": {"tools": [tool]}},
        ),
        _ping(
            TITAN,
            invalid(
                "This model doesn't support system messages. Try again without a system message or "
                "use a model that supports system messages."
            ),
            words="ping, with a system prompt",
            members={"system": [{"text": "Be brief."}]},
        ),
        _ping(
            MISTRAL,
            refused(
                403,
                "AccessDeniedException",
                "You invoked an unsupported model or your request did not allow prompt caching.",
            ),
            region="us-west-2",
            members=ask("ping, cached", point),
        ),
        _ping(
            f"us.{HAIKU_35}",
            invalid(
                "The maximum tokens you requested exceeds the model limit of 8192. Try again with a "
                "maximum tokens value that is lower than 8192."
            ),
            members={**ask("ping, at length"), "inferenceConfig": {"maxTokens": 100000}},
        ),
        _ping(
            f"us.{OPUS_46}",
            invalid(
                "The model returned the following errors: `temperature` and `top_p` cannot both be "
                "specified for this model"
            ),
            members={**ask("ping, hot"), "inferenceConfig": {"temperature": 0.5, "topP": 0.5}},
        ),
        _ping(
            f"us.{SONNET_46}",
            invalid("The model returned the following errors: prompt is too long: 1000211 tokens > 1000000 maximum"),
            words="ping, imagine a long prompt",
        ),
        _ping(
            f"us.{LLAMA_31}",
            invalid(
                "The text field in the ContentBlock object at messages.0.content.1 is blank. Add "
                "text to the text field, and try again."
            ),
            members=ask("ping, and nothing", " "),
        ),
    ]


def _retries() -> list[Call]:
    busy = refused(429, "ThrottlingException", "Too many requests, please wait before trying again.")
    away = refused(503, "ServiceUnavailableException", "Bedrock is unable to process your request.")
    body = {
        "metrics": {"latencyMs": 233},
        "output": {"message": {"role": "assistant", "content": [{"text": "Here."}]}},
        "stopReason": "end_turn",
        "usage": {"inputTokens": 4, "outputTokens": 2, "totalTokens": 6},
    }
    return [_ping(NOVA, busy, away, Answer(body), words="ping, until it works", attempts=3)]
