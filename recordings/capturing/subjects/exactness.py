"""What is easily lost on the way: digits, letters, and what is not known yet."""

from capturing.exact_json import Number
from capturing.model import CURL, Call, Recording, ask, assistant, said, user

_MODEL = "us.anthropic.claude-sonnet-4-6"

# As a client may spell them; Python would spell most of them another way.
_SPELT = (
    "0 -0 -0.0 1.0 1.50 0.1 1e-05 1E5 1e+2 6.02214076e23 5e-324 1.7976931348623157e308 0.30000000000000004 "
    "9007199254740993 9223372036854775807 -9223372036854775808 18446744073709551615 "
    "123456789012345678901234567890 3.14159265358979323846264338327950288 1e400"
).split()

_TEXTS = [
    "Grüße aus Łódź, 東京, Ελλάδα, עברית, العربية",
    "👩🏽‍🚀 in 🚀, flag 🇩🇪, keycap 7️⃣, beyond the basic plane: 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    'quotes " and \' and backslashes \\ \\" \\n \\u0041 and slashes / </script>',
    "lines:\nfeed\rreturn\r\nboth\ttab\bbell\x07\x0cform",
    "separators \u2028 and \u2029, no-break \u00a0, zero width \u200b\u200d, byte order mark \ufeff, delete \x7f",
    "controls \x00\x01\x1b[31m\x1f",
    "composed é and decomposed e\u0301, ligature ﬁ, Å and \u212b",
    "the last ones: \uffff \U0010ffff \ue000",
    "  spaces at both ends  ",
    '%3A %2F + & = ? # <tag> {"json": [1, 2]}',
]


def recordings() -> list[Recording]:
    return [
        Recording(
            "exact-numbers",
            "numbers in tool inputs, results and free fields: 64 bits, beyond, 1e-05, 0.1, 1.50",
            _numbers(),
        ),
        Recording(
            "text-beyond-ascii",
            "scripts, emoji, escapes, control characters, normal forms, as text and as names",
            _texts(),
        ),
        Recording(
            "unknown-members",
            "members, blocks and values that the API does not have yet, in answer and request",
            _unknown(),
        ),
    ]


def _numbers() -> list[Call]:
    numbers = [Number(literal) for literal in _SPELT]
    use = {
        "toolUse": {
            "toolUseId": "tooluse_exact",
            "name": "add",
            "input": {"numbers": numbers, "scale": Number("1e-05")},
        }
    }
    schema = {"type": "object", "properties": {"scale": {"type": "number", "multipleOf": 1e-05, "maximum": 2**63}}}
    tools = {"toolConfig": {"tools": [{"toolSpec": {"name": "add", "inputSchema": {"json": schema}}}]}}
    given = [
        0,
        -1,
        2**31,
        2**53 + 1,
        2**63 - 1,
        -(2**63),
        2**64 - 1,
        10**30,
        0.1,
        1e-05,
        1e16,
        1.0,
        -0.0,
        5e-324,
        0.1 + 0.2,
    ]
    sent = {"toolUse": {"toolUseId": "tooluse_sent", "name": "add", "input": {"numbers": given}}}
    result = {
        "toolResult": {"toolUseId": "tooluse_sent", "content": [{"json": {"sum": 10**30 + 2**64, "mean": 1e-07}}]}
    }
    spelt = ",".join(_SPELT)
    return [
        Call(_MODEL, [said(use, stop="tool_use", tokens=(700, 120))], {**ask("Add them up."), **tools}),
        Call(
            _MODEL,
            [
                said(
                    "Done.", tokens=(900, 3), additionalModelResponseFields={"scores": [Number("0.10"), Number("1E-7")]}
                )
            ],
            {
                "messages": [user("Add these."), assistant(sent), user(result)],
                **tools,
                "inferenceConfig": {"maxTokens": 4096, "temperature": 0.1, "topP": 0.999},
                "additionalModelRequestFields": {"seed": 2**63 - 1, "penalty": -1e-05},
            },
        ),
        Call(
            _MODEL,
            [said("Understood.", tokens=(44, 3))],
            client=CURL,
            target="/model/us.anthropic.claude-sonnet-4-6/converse",
            text='{"messages": [{"role": "user", "content": [{"text": "Keep the digits."}]}],'
            f' "additionalModelRequestFields": {{"numbers": [{spelt}]}}}}',
        ),
    ]


def _texts() -> list[Call]:
    names = {"größe": 1, "日本": 2, "🔑": 3, 'a "b"\\c/d': 4, "": 5, " ": 6, "line\nfeed": 7}
    # Two names: they look alike, and Unicode calls them equivalent, but JSON compares code points.
    names |= {"\u00e9": 8, "e\u0301": 9}
    tool = {"toolSpec": {"name": "keep", "description": _TEXTS[0], "inputSchema": {"json": {"type": "object"}}}}
    return [
        Call(_MODEL, [said(*reversed(_TEXTS), tokens=(350, 350))], {"system": [{"text": _TEXTS[1]}], **ask(*_TEXTS)}),
        Call(
            _MODEL,
            [
                said(
                    {"toolUse": {"toolUseId": "tooluse_names", "name": "keep", "input": {**names, "all": _TEXTS}}},
                    stop="tool_use",
                    tokens=(90, 400),
                )
            ],
            {
                **ask("Keep these names."),
                "toolConfig": {"tools": [tool]},
                "additionalModelRequestFields": {"names": names},
            },
        ),
        # The same text as escapes: what is sent differs in bytes, not in meaning.
        Call(
            _MODEL,
            [said("\u20ac\U0001f600", tokens=(12, 4))],
            client=CURL,
            target="/model/us.anthropic.claude-sonnet-4-6/converse",
            text=r'{"messages":[{"role":"user","content":[{"text":"\u20AC \uD83D\ude00 \/ \u0041\u0000\u007f"}]}]}',
        ),
    ]


def _unknown() -> list[Call]:
    answer = said(
        "Known.",
        {"hologram": {"format": "holo", "source": {"bytes": "AAECAw=="}, "depth": Number("1.50")}},
        tokens=(8, 8),
    )
    body = answer.body
    body["output"]["message"]["mood"] = {"word": "fine", "score": Number("0.90")}
    body["output"]["message"]["content"].append(
        {
            "toolUse": {
                "toolUseId": "tooluse_new",
                "name": "new",
                "input": {},
                "priority": 3,
                "labels": ["a", None, False],
            }
        }
    )
    body["output"]["message"]["content"].append(
        {
            "citationsContent": {
                "content": [{"speech": "…"}],
                "citations": [{"location": {"shelf": {"row": 4}}, "weight": 0.5}],
            }
        }
    )
    body["usage"] |= {"thoughtTokens": 17, "cacheDetails": [{"ttl": "24h", "inputTokens": 0, "shared": True}]}
    body["metrics"]["queueMs"] = Number("0.000")
    body |= {
        "serviceTier": {"type": "overnight", "startsAt": "2026-11-21T00:00:00Z"},
        "trace": {
            "guardrail": {"inputAssessment": {"gr4example1": {"tastePolicy": {"tastes": []}}}},
            "route": ["a", "b"],
        },
        "carbon": {"grams": Number("1e-05"), "offset": None},
    }
    request = (
        '{"messages":[{"role":"user","content":[{"text":"Something new"},'
        '{"hologram":{"depth":1.50,"layers":[]}}],"mood":null},'
        '{"role":"narrator","content":[{"image":{"format":"avif","source":{"url":"https://example.com/a.avif"},"alt":"a"}}]},'
        '{"role":"user","content":[{"toolResult":{"toolUseId":"t1","content":[{"sound":{"hz":440}}],"status":"partial"}}]}],'
        '"system":[{"persona":{"name":"Ada"}}],"inferenceConfig":{"maxTokens":8,"minTokens":2},'
        '"toolConfig":{"tools":[{"remoteTool":{"url":"https://example.com"}}],"toolChoice":{"none":{}}},'
        '"serviceTier":{"type":"overnight"},"deadline":{"seconds":30}}'
    )
    return [
        Call(_MODEL, [answer], ask("Answer as next year's service would.")),
        Call(
            _MODEL,
            [said("Fine.", tokens=(40, 2))],
            client=CURL,
            target="/model/us.anthropic.claude-sonnet-4-6/converse",
            text=request,
        ),
    ]
