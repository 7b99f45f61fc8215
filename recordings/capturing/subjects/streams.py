"""Streams: everything that comes in events, whole and broken."""

from capturing.model import (
    ACCOUNT,
    Call,
    Event,
    Recording,
    ask,
    assistant,
    begins,
    blob,
    delta,
    ends,
    exception,
    spoken,
    starts,
    stops,
    streamed,
    user,
)
from capturing.subjects.refusals import refused

_SONNET = "us.anthropic.claude-sonnet-4-6"
_OPUS = "us.anthropic.claude-opus-4-6-v1"
_NOVA = "amazon.nova-micro-v1:0"
_NOVA_2 = "us.amazon.nova-2-lite-v1:0"

# Made up, as in the recordings of whole answers.
_SIGNATURE = "EqoBCkgIBxABGAIiQFhhbXBsZS1zaWduYXR1cmUtb2YtYS1yZWNvcmRpbmcrLzAxMjM0NTY3ODkSDG5vdC1hLXJlYWwtb25l=="
_REDACTED = bytes(range(0, 256, 5))
_GUARDRAIL = "gr4k9zexample"

_WEATHER = {
    "toolSpec": {
        "name": "get_weather",
        "description": "The weather at a place, now.",
        "inputSchema": {"json": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}},
    }
}
_CLOCK = {"toolSpec": {"name": "get_time", "inputSchema": {"json": {"type": "object", "properties": {}}}}}


def _call(model: str, answer, members: dict, **more) -> Call:
    return Call(model, answer if isinstance(answer, list) else [answer], members, stream=True, **more)


def recordings() -> list[Recording]:
    return [
        Recording("stream-text", "text in deltas; characters and frames cut in two by chunks", _text()),
        Recording("stream-tool-use", "tool calls whose input comes in pieces, two at once, one without", _tool_use()),
        Recording("stream-reasoning", "reasoning in deltas with its signature, redacted reasoning", _reasoning()),
        Recording("stream-guardrail", "streamProcessingMode sync and async; a trace in the metadata", _guardrail()),
        Recording("stream-cache", "cachePoint in streamed calls; cache counts in the metadata", _cache()),
        Recording(
            "stream-citations", "citation deltas beside text; an image; results of the service's tools", _parts()
        ),
        Recording("stream-options", "every option of the request, every member of the metadata", _options()),
        Recording("stream-long", "four hundred deltas, and one of thirty thousand characters", _long()),
        Recording("stream-unknown", "events, deltas and members that the API does not have yet", _unknown()),
        Recording("stream-errors", "400, 404, 429 in place of a stream; 429, then a stream", _errors()),
        Recording(
            "stream-exceptions", "each exception inside a stream, first or later, one of no model", _exceptions()
        ),
        Recording("stream-broken", "streams that end early, inside a frame, or with a wrong checksum", _broken()),
    ]


def _text() -> list[Call]:
    return [
        _call(
            _NOVA,
            streamed(starts(), *spoken("Good", " morning", ", and", " welcome", "."), *stops(tokens=(3, 7))),
            ask("Greet me."),
        ),
        _call(
            _NOVA,
            streamed(
                starts(),
                *spoken("Zażółć", " gęślą", " jaźń", " · ", "漢字", "かな", " 🩺", "👩🏽‍🚀", " e\u0301", '\n"\\\t'),
                *stops(tokens=(9, 31)),
            ),
            ask("Say something beyond ASCII."),
        ),
        _call(
            _NOVA,
            streamed(
                starts(), *spoken(""), *spoken("First.", index=1), *spoken("Second.", index=2), *stops("max_tokens")
            ),
            {**ask("Three parts, the first empty."), "inferenceConfig": {"maxTokens": 9}},
        ),
    ]


def _tool_use() -> list[Call]:
    tools = {"toolConfig": {"tools": [_WEATHER, _CLOCK]}}
    asked = user("Is it warmer in Lima or in Łódź, and what time is it?")
    uses = [("get_weather", {"city": "Lima"}), ("get_weather", {"city": "Łódź"}), ("get_time", {})]
    called = [
        {"toolUse": {"toolUseId": f"tooluse_s7reamQmRJ6eAyJE5G{number:04}", "name": name, "input": given}}
        for number, (name, given) in enumerate(uses, 1)
    ]
    pieces = (["", '{"ci', 'ty": ', '"Lima"', "}"], ['{"city', '": "Łó', 'dź"}'], [""])
    events = [starts(), *spoken("I will", " look up", " both.")]
    for index, (use, parts) in enumerate(zip(called, pieces), 1):
        begun = {name: value for name, value in use["toolUse"].items() if name != "input"}
        events += [
            begins(index, toolUse=begun),
            *(delta(index, toolUse={"input": part}) for part in parts),
            ends(index),
        ]
    results = [
        {"toolResult": {"toolUseId": use["toolUse"]["toolUseId"], "content": [content], "status": "success"}}
        for use, content in zip(called, ({"json": {"temperature": 19.5}}, {"text": "-3.25 °C"}, {"text": "09:00"}))
    ]
    spent = begins(toolUse={"toolUseId": "tooluse_s7reamQmRJ6eAyJE5G0009", "name": "get_weather"})
    return [
        _call(_SONNET, streamed(*events, *stops("tool_use", tokens=(512, 133))), {"messages": [asked], **tools}),
        _call(
            _SONNET,
            streamed(starts(), *spoken("In Lima,", " by 22.75", " degrees."), *stops(tokens=(702, 18))),
            {"messages": [asked, assistant("I will look up both.", *called), user(*results)], **tools},
        ),
        _call(
            _SONNET,
            streamed(starts(), spent, delta(toolUse={"input": '{"city": "Llanfair'}), ends(), *stops("max_tokens")),
            {**ask("Weather in a place with a long name"), "inferenceConfig": {"maxTokens": 8}, **tools},
        ),
    ]


def _reasoning() -> list[Call]:
    thinking = {"additionalModelRequestFields": {"thinking": {"type": "enabled", "budget_tokens": 1024}}}
    asked = user("Is 1009 prime?")
    thought = [delta(reasoningContent={"text": part}) for part in ("Up to 31: ", "none of 2, 3, 5, … ", "divides it.")]
    kept = [
        {
            "reasoningContent": {
                "reasoningText": {"text": "Up to 31: none of 2, 3, 5, … divides it.", "signature": _SIGNATURE}
            }
        },
        {"reasoningContent": {"redactedContent": _REDACTED}},
        {"text": "Yes."},
    ]
    return [
        _call(
            _OPUS,
            streamed(
                starts(),
                *thought,
                delta(reasoningContent={"signature": _SIGNATURE}),
                ends(),
                delta(1, reasoningContent={"redactedContent": blob(_REDACTED)}),
                ends(1),
                *spoken("Yes", ".", index=2),
                *stops(tokens=(40, 131)),
            ),
            {"messages": [asked], **thinking},
        ),
        _call(
            _OPUS,
            streamed(
                starts(),
                delta(reasoningContent={"text": "1013 = 1009 + 4."}),
                ends(),
                *spoken("The next one", " is 1013.", index=1),
                *stops(tokens=(98, 77)),
            ),
            {"messages": [asked, assistant(*kept), user("And the next one?")], **thinking},
        ),
    ]


def _guardrail() -> list[Call]:
    def config(mode: str) -> dict:
        return {
            "guardrailConfig": {
                "guardrailIdentifier": _GUARDRAIL,
                "guardrailVersion": "3",
                "trace": "enabled",
                "streamProcessingMode": mode,
            }
        }

    assessed = {
        "topicPolicy": {"topics": [{"name": "Investments", "type": "DENY", "action": "BLOCKED", "detected": True}]},
        "invocationMetrics": {"guardrailProcessingLatency": 412},
    }
    passed = {"invocationMetrics": {"guardrailProcessingLatency": 208}}
    return [
        _call(
            _NOVA,
            streamed(
                starts(),
                *spoken("Sorry, I cannot answer that."),
                *stops(
                    "guardrail_intervened",
                    tokens=(0, 0),
                    trace={"guardrail": {"inputAssessment": {_GUARDRAIL: assessed}}},
                ),
            ),
            {**ask("Which shares shall I buy?"), **config("sync")},
        ),
        _call(
            _NOVA,
            streamed(
                starts(),
                *spoken("It ships", " on Friday."),
                *stops(trace={"guardrail": {"outputAssessments": {_GUARDRAIL: [passed]}}}),
            ),
            {**ask("When does it ship?"), **config("async")},
        ),
    ]


def _cache() -> list[Call]:
    rules = "".join(
        f"Rule {number}. Valve {number} is opened by hand, slowly, and never alone.\n" for number in range(1, 61)
    )
    point = {"cachePoint": {"type": "default"}}
    fixed = {"system": [{"text": rules}, point]}
    first = user("How is valve 7 opened?", point)
    written = {
        "cacheReadInputTokens": 0,
        "cacheWriteInputTokens": 1402,
        "cacheDetails": [{"ttl": "5m", "inputTokens": 1402}],
    }
    read = {
        "cacheReadInputTokens": 1402,
        "cacheWriteInputTokens": 21,
        "cacheDetails": [{"ttl": "5m", "inputTokens": 21}],
    }
    answer = "By hand, slowly, and never alone."
    return [
        _call(
            _SONNET,
            streamed(
                starts(), *spoken("By hand,", " slowly, and", " never alone."), *stops(tokens=(3, 11), usage=written)
            ),
            {"messages": [first], **fixed},
        ),
        _call(
            _SONNET,
            streamed(starts(), *spoken("Rule 7", " says so."), *stops(tokens=(3, 7), usage=read)),
            {"messages": [first, assistant(answer), user("Which rule is that?", point)], **fixed},
        ),
    ]


def _parts() -> list[Call]:
    cited = delta(
        citation={
            "title": "Po",
            "source": "document-1",
            "sourceContent": [{"text": "The Po is 652 km long."}],
            "location": {"documentChar": {"documentIndex": 0, "start": 0, "end": 22}},
        }
    )
    document = {
        "document": {
            "format": "txt",
            "name": "Po",
            "source": {"text": "The Po is 652 km long. It ends in the Adriatic."},
            "citations": {"enabled": True},
        }
    }
    picture = blob(bytes([0x89]) + b"PNG\r\n\x1a\n" + bytes(range(64)))
    image = [
        begins(image={"format": "png"}),
        delta(image={"source": {"bytes": picture}}),
        ends(),
        begins(1, image={"format": "webp"}),
        delta(1, image={"error": {"message": "The image was held back by a filter."}}),
        ends(1),
    ]
    identifier = "tooluse_s7reamQmRJ6eAyJE5G0031"
    result = {"toolUseId": identifier, "type": "nova_code_interpreter_result", "status": "success"}
    served = [
        begins(toolUse={"toolUseId": identifier, "name": "nova_code_interpreter", "type": "server_tool_use"}),
        delta(toolUse={"input": '{"snippet": "print'}),
        delta(toolUse={"input": '(2**64)"}'}),
        ends(),
        begins(1, toolResult=result),
        delta(1, toolResult=[{"json": {"stdOut": "18446744073709551616\n", "exitCode": 0}}, {"text": "It took "}]),
        delta(1, toolResult=[{"text": "3 ms."}]),
        ends(1),
    ]
    return [
        _call(
            _SONNET,
            streamed(
                starts(), delta(text="It is "), delta(text="652 km long."), cited, ends(), *stops(tokens=(61, 17))
            ),
            ask(document, "How long is the Po?"),
        ),
        _call(_NOVA_2, streamed(starts(), *image, *stops(tokens=(20, 300))), ask("Draw a star, then a secret.")),
        _call(
            _NOVA_2,
            streamed(starts(), *served, *spoken("It is 18446744073709551616.", index=2), *stops(tokens=(733, 88))),
            {
                **ask("What is two to the sixty-fourth?"),
                "toolConfig": {"tools": [{"systemTool": {"name": "nova_code_interpreter"}}]},
            },
            region="us-west-2",
        ),
    ]


def _options() -> list[Call]:
    schema = '{"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"]}'
    shaped = {"type": "json_schema", "structure": {"jsonSchema": {"schema": schema, "name": "reply"}}}
    return [
        _call(
            _SONNET,
            streamed(
                starts(),
                *spoken('{"answer"', ': "red"}'),
                *stops(
                    "stop_sequence",
                    fields={"stop_sequence": "END"},
                    performanceConfig={"latency": "optimized"},
                    serviceTier={"type": "priority"},
                ),
            ),
            {
                **ask("Which colour? Answer in JSON."),
                "system": [{"text": "One word."}],
                "inferenceConfig": {"maxTokens": 20, "temperature": 0.5, "topP": 0.9, "stopSequences": ["END"]},
                "additionalModelRequestFields": {"top_k": 5},
                "additionalModelResponseFieldPaths": ["/stop_sequence"],
                "requestMetadata": {"team": "paint"},
                "performanceConfig": {"latency": "optimized"},
                "serviceTier": {"type": "priority"},
                "outputConfig": {"textFormat": shaped},
            },
        ),
        _call(
            f"arn:aws:bedrock:us-east-1:{ACCOUNT}:prompt/ABCDEFGH12:3",
            streamed(starts(), *spoken("Ciao,", " Ada!"), *stops()),
            {"promptVariables": {"name": {"text": "Ada"}}},
        ),
        _call(
            f"arn:aws:bedrock:us-east-1:{ACCOUNT}:default-prompt-router/anthropic.claude:1",
            streamed(
                starts(),
                *spoken("Four."),
                *stops(trace={"promptRouter": {"invokedModelId": "anthropic.claude-3-haiku-20240307-v1:0"}}),
            ),
            ask("Two and two?"),
        ),
    ]


def _long() -> list[Call]:
    words = [f" {number} green bottles," for number in range(400, 0, -1)]
    line = "All work and no play makes Jack a dull boy. "
    return [
        _call(
            _NOVA,
            streamed(starts(), *spoken(*words), *stops(tokens=(9, 1600))),
            ask("Count the bottles down from four hundred."),
        ),
        _call(_NOVA, streamed(starts(), *spoken(line * 700), *stops(tokens=(9, 7700))), ask("Write a novel.")),
    ]


def _unknown() -> list[Call]:
    return [
        _call(
            _NOVA,
            streamed(
                starts(),
                Event("thoughtSummary", {"summary": ["short"], "weight": 0.25}),
                delta(hologram={"depth": 3}),
                begins(1, score={"key": "D"}),
                delta(1, notes=[1, 2]),
                ends(1),
                Event("contentBlockDelta", {"contentBlockIndex": 2, "delta": {"text": "ok"}, "confidence": 0.9}),
                ends(2),
                *stops("quota_reached", usage={"serverToolUsage": {}, "imageTokens": 7}, energy={"joules": 12}),
            ),
            ask("Surprise me."),
        )
    ]


def _errors() -> list[Call]:
    busy = refused(429, "ThrottlingException", "Too many requests, please wait before trying again.")
    answer = streamed(starts(), *spoken("Here", " I am."), *stops())
    return [
        _call(
            "amazon.nova-mikro-v1:0",
            refused(400, "ValidationException", "The provided model identifier is invalid."),
            ask("A stream from a misspelt model"),
        ),
        _call(
            "anthropic.claude-3-5-haiku-20241022-v1:0",
            refused(
                404,
                "ResourceNotFoundException",
                "This model version has reached the end of its life. Please refer to the AWS documentation for more "
                "details.",
            ),
            ask("A stream from a retired model"),
        ),
        _call(_NOVA, busy, ask("A stream when too many ask")),
        _call(_NOVA, [busy, answer], ask("A stream at the second attempt"), attempts=2),
    ]


def _exceptions() -> list[Call]:
    begun = [starts(), delta(text="So far"), delta(text=" so good")]
    broken = {"originalStatusCode": 500, "originalMessage": "CUDA out of memory"}
    return [
        _call(
            _NOVA,
            streamed(*begun, exception("internalServerException", "The system encountered an unexpected error.")),
            ask("Fail inside."),
        ),
        _call(
            _NOVA,
            streamed(*begun, exception("modelStreamErrorException", "The model encountered an error.", **broken)),
            ask("Let the model fail."),
        ),
        _call(
            _NOVA,
            streamed(starts(), exception("validationException", "The image could not be processed.")),
            ask("Fail on what was sent."),
        ),
        _call(
            _NOVA,
            streamed(
                *begun, ends(), exception("throttlingException", "Too many tokens, please wait before trying again.")
            ),
            ask("Run out of tokens."),
        ),
        _call(
            _NOVA,
            streamed(exception("serviceUnavailableException", "Bedrock is unable to process your request.")),
            ask("Fail at once."),
        ),
        _call(
            _NOVA,
            streamed(
                *begun, Event("InternalFailure", None, "error", {":error-message": "An internal error occurred."})
            ),
            ask("Fail in a way that the API does not have."),
        ),
    ]


def _broken() -> list[Call]:
    whole = [starts(), *spoken("This is", " the whole", " of it."), *stops()]
    return [
        _call(_NOVA, streamed(*whole[:3]), ask("Stop between frames.")),
        _call(_NOVA, streamed(*whole[:4], missing=9), ask("Stop inside a frame.")),
        _call(_NOVA, streamed(*whole, damaged=3), ask("Change a checksum.")),
    ]
