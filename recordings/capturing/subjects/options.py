"""How a model is to answer, and how it is to be served."""

import json

from capturing.model import ACCOUNT, AWS_CLI, Call, Recording, ask, said

_NOVA_PRO = "us.amazon.nova-pro-v1:0"
_LLAMA = "us.meta.llama3-1-70b-instruct-v1:0"
_HAIKU = "us.anthropic.claude-haiku-4-5-20251001-v1:0"


def recordings() -> list[Recording]:
    return [
        Recording(
            "inference-config",
            "maxTokens, temperature, topP, stopSequences; the model's own fields in and out",
            _inference(),
        ),
        Recording("service-options", "performanceConfig, serviceTier, requestMetadata", _service()),
        Recording("structured-output", "outputConfig with a JSON schema", _structured()),
        Recording(
            "prompt-variables", "a stored prompt called by its ARN, with promptVariables and no messages", _prompt()
        ),
        Recording("prompt-router", "a prompt router called by its ARN, with the trace of its choice", _router()),
    ]


def _inference() -> list[Call]:
    config = {"maxTokens": 512, "temperature": 0.7, "topP": 0.9, "stopSequences": ["\n\n", "END", "§"]}
    return [
        Call(_LLAMA, [said("Roses are red", stop="stop_sequence")], {**ask("A poem"), "inferenceConfig": config}),
        Call(
            _LLAMA,
            [said("Violets", tokens=(4, 2))],
            {**ask("One word"), "inferenceConfig": {"maxTokens": 1, "temperature": 0, "topP": 1, "stopSequences": []}},
            client=AWS_CLI,
        ),
        Call(
            _HAIKU,
            [
                said(
                    "Blue",
                    stop="stop_sequence",
                    additionalModelResponseFields={"stop_sequence": "END", "usage": {"server_tool_use": None}},
                )
            ],
            {
                **ask("The colour of the sky"),
                "additionalModelRequestFields": {"top_k": 200, "thinking": {"type": "disabled"}, "stop": []},
                "additionalModelResponseFieldPaths": ["/stop_sequence", "/usage"],
            },
        ),
    ]


def _service() -> list[Call]:
    def call(question: str, **members) -> Call:
        served = {name: members[name] for name in ("performanceConfig", "serviceTier") if name in members}
        return Call(_NOVA_PRO, [said("Done.", tokens=(5, 3), **served)], {**ask(question), **members})

    return [
        call("Quickly", performanceConfig={"latency": "optimized"}),
        call("As usual", performanceConfig={"latency": "standard"}, serviceTier={"type": "default"}),
        call("First", serviceTier={"type": "priority"}),
        call("When there is time", serviceTier={"type": "flex"}),
        call("From what is ours", serviceTier={"type": "reserved"}),
        call("For the books", requestMetadata={"cost center": "R+D 42", "run": "2026-11-20#7", "empty": ""}),
    ]


def _structured() -> list[Call]:
    schema = {
        "type": "object",
        "properties": {"name": {"type": "string"}, "km": {"type": "number", "minimum": 0}},
        "required": ["name", "km"],
        "additionalProperties": False,
    }
    described = {"schema": json.dumps(schema), "name": "river", "description": "A river and its length"}
    return [
        Call(
            _HAIKU,
            [said('{"name": "Po", "km": 652}', tokens=(210, 16))],
            {
                **ask("The longest river of Italy"),
                "outputConfig": {"textFormat": {"type": "json_schema", "structure": {"jsonSchema": described}}},
            },
        )
    ]


def _prompt() -> list[Call]:
    prompt = f"arn:aws:bedrock:us-east-1:{ACCOUNT}:prompt/ABCDEFGHIJ:2"
    variables = {"city": {"text": "Århus"}, "tone": {"text": 'friendly, "informal"'}}
    return [Call(prompt, [said("Hej from Århus!", tokens=(25, 8))], {"promptVariables": variables})]


def _router() -> list[Call]:
    router = f"arn:aws:bedrock:us-east-1:{ACCOUNT}:default-prompt-router/anthropic.claude:1"
    chosen = f"arn:aws:bedrock:us-east-1:{ACCOUNT}:inference-profile/{_HAIKU}"
    trace = {"promptRouter": {"invokedModelId": chosen}}
    return [Call(router, [said("Four.", tokens=(11, 3), trace=trace)], ask("Two and two?"))]
