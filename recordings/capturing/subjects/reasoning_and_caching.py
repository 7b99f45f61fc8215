"""Reasoning, and prompt caching."""

from capturing.model import Call, Recording, ask, assistant, blob, said, user

_OPUS = "us.anthropic.claude-opus-4-6-v1"
_SONNET = "us.anthropic.claude-sonnet-4-6"

# Made up: a real signature is longer, and means something to its model only.
_SIGNATURE = "EqoBCkgIBxABGAIiQFhhbXBsZS1zaWduYXR1cmUtb2YtYS1yZWNvcmRpbmcrLzAxMjM0NTY3ODkSDG5vdC1hLXJlYWwtb25l=="
_REDACTED = bytes(range(0, 256, 5))

_RULES = "".join(
    f"Rule {number}. A gauge that shows more than {number} bar is read twice, by two people, and both sign.\n"
    for number in range(1, 51)
)


def recordings() -> list[Recording]:
    return [
        Recording("reasoning", "reasoningText with its signature, redactedContent, both sent back", _reasoning()),
        Recording(
            "prompt-caching", "cachePoint in system, messages and tools, its ttl; cache counts and details", _caching()
        ),
    ]


def _reasoning() -> list[Call]:
    thinking = {"additionalModelRequestFields": {"thinking": {"type": "enabled", "budget_tokens": 1024}}}
    asked = user("Is 1009 prime?")
    thought = {"reasoningText": {"text": "Up to 31: none of 2, 3, 5, … divides it.", "signature": _SIGNATURE}}
    shown = [
        {"reasoningContent": thought},
        {"reasoningContent": {"redactedContent": blob(_REDACTED)}},
        {"text": "Yes."},
    ]
    # A request's blobs are bytes to boto3.
    kept = [{"reasoningContent": thought}, {"reasoningContent": {"redactedContent": _REDACTED}}, {"text": "Yes."}]
    unsigned = {"reasoningContent": {"reasoningText": {"text": "1013 = 1009 + 4."}}}
    return [
        Call(_OPUS, [said(*shown, tokens=(40, 131))], {"messages": [asked], **thinking}),
        Call(
            _OPUS,
            [said(unsigned, "The next one is 1013.", tokens=(98, 77))],
            {"messages": [asked, assistant(*kept), user("And the next one?")], **thinking},
        ),
    ]


def _caching() -> list[Call]:
    point = {"cachePoint": {"type": "default"}}
    hour = {"cachePoint": {"type": "default", "ttl": "1h"}}
    tool = {"toolSpec": {"name": "gauge", "inputSchema": {"json": {"type": "object"}}}}
    fixed = {"system": [{"text": _RULES}, hour], "toolConfig": {"tools": [tool, hour]}}
    first = user("How is a gauge at 7 bar read?", {"cachePoint": {"type": "default", "ttl": "5m"}})
    answer = "Twice, by two people, and both sign."
    written = {
        "cacheReadInputTokens": 0,
        "cacheWriteInputTokens": 1630,
        "cacheDetails": [{"ttl": "1h", "inputTokens": 1618}, {"ttl": "5m", "inputTokens": 12}],
    }
    read = {
        "cacheReadInputTokens": 1630,
        "cacheWriteInputTokens": 24,
        "cacheDetails": [{"ttl": "5m", "inputTokens": 24}],
    }
    return [
        Call(_SONNET, [said(answer, tokens=(3, 11), usage=written)], {"messages": [first], **fixed}),
        Call(
            _SONNET,
            [said("Rule 7 says so.", tokens=(3, 7), usage=read)],
            {"messages": [first, assistant(answer), user("Which rule is that?", point)], **fixed},
        ),
        Call(
            "amazon.nova-lite-v1:0",
            [said("Noted.", tokens=(900, 3), usage={"cacheReadInputTokens": 0, "cacheWriteInputTokens": 0})],
            {"system": [{"text": "Short answers."}, point], **ask("A prompt too short to be cached.")},
        ),
    ]
