"""Tools: offered, chosen, called, answered."""

from capturing.model import AWS_CLI, Call, Recording, ask, assistant, said, user

_SONNET = "us.anthropic.claude-sonnet-4-6"
_NOVA_PRO = "amazon.nova-pro-v1:0"

_WEATHER = {
    "toolSpec": {
        "name": "get_weather",
        "description": "The weather at a place, now.",
        "inputSchema": {
            "json": {
                "type": "object",
                "properties": {
                    "city": {"type": "string", "description": "Name of the place"},
                    "unit": {"type": "string", "enum": ["celsius", "fahrenheit"], "default": "celsius"},
                },
                "required": ["city"],
            }
        },
    }
}
_NOTHING = {"toolSpec": {"name": "list_files", "inputSchema": {"json": {"type": "object", "properties": {}}}}}
_PNG_STORED = {"format": "png", "source": {"s3Location": {"uri": "s3://example-media/radar.png"}}}


def _use(number: int, name: str, given: dict, **more) -> dict:
    return {"toolUse": {"toolUseId": _id(number), "name": name, "input": given, **more}}


def _result(number: int, *content: dict, **more) -> dict:
    return {"toolResult": {"toolUseId": _id(number), "content": list(content), **more}}


def _id(number: int) -> str:
    return f"tooluse_kZJMlvQmRJ6eAyJE5GI{number:04}"


def recordings() -> list[Recording]:
    return [
        Recording(
            "tool-use-round-trip", "toolSpec, toolUse, two calls at once, toolResult as json and text", _round_trip()
        ),
        Recording(
            "tool-results", "results as text, json, image, document, video, search result; success, error", _results()
        ),
        Recording("tool-choice", "tool choice auto, any and one tool; strict; a tool without parameters", _choice()),
        Recording(
            "system-tools", "tools that the service runs: systemTool, server_tool_use, results in the answer", _system()
        ),
    ]


def _round_trip() -> list[Call]:
    tools = {"toolConfig": {"tools": [_WEATHER, _NOTHING]}}
    asked = user("Is it warmer in Lima or in Łódź?")
    used = [
        {"text": "I will look up both."},
        _use(1, "get_weather", {"city": "Lima"}),
        _use(2, "get_weather", {"city": "Łódź", "unit": "celsius"}),
    ]
    results = [
        _result(
            1, {"json": {"temperature": 19.5, "sky": "overcast", "wind": {"kmh": 12, "from": "S"}}}, status="success"
        ),
        _result(2, {"text": "-3.25 °C, snow"}),
    ]
    return [
        Call(_SONNET, [said(*used, stop="tool_use", tokens=(512, 103))], {"messages": [asked], **tools}),
        Call(
            _SONNET,
            [said("It is warmer in Lima: 19.5 °C against -3.25 °C in Łódź.", tokens=(671, 27))],
            {"messages": [asked, assistant(*used), user(*results)], **tools},
        ),
        Call(
            _NOVA_PRO,
            [said(_use(3, "list_files", {}), stop="tool_use", tokens=(401, 22))],
            {**ask("Which files are there?"), **tools},
            client=AWS_CLI,
        ),
    ]


def _results() -> list[Call]:
    tools = {"toolConfig": {"tools": [_WEATHER, _NOTHING]}}
    uses = [_use(number, "list_files", {"depth": number}) for number in range(1, 8)]
    results = [
        _result(1, {"text": "a.txt"}, {"text": "b.txt"}, status="success"),
        _result(2, {"json": {"files": ["a.txt"], "more": None, "complete": False, "nested": [[], {}]}}),
        _result(3, {"image": _PNG_STORED}),
        _result(4, {"document": {"format": "txt", "name": "a", "source": {"text": "contents"}}}),
        _result(5, {"video": {"format": "mp4", "source": {"s3Location": {"uri": "s3://example-media/a.mp4"}}}}),
        _result(6, {"searchResult": {"source": "file:///a.txt", "title": "a", "content": [{"text": "contents"}]}}),
        _result(7, {"text": "Permission denied"}, status="error"),
    ]
    return [
        Call(
            _SONNET,
            [said("Six of seven worked; the last was denied.", tokens=(1904, 14))],
            {"messages": [user("Try everything."), assistant(*uses), user(*results)], **tools},
        )
    ]


def _choice() -> list[Call]:
    strict = {"toolSpec": {**_WEATHER["toolSpec"], "name": "strict_weather", "strict": True}}
    loose = {"toolSpec": {**_NOTHING["toolSpec"], "name": "loose_list", "strict": False}}

    def call(question: str, choice: dict, *content) -> Call:
        stop = "tool_use" if any("toolUse" in part for part in content if isinstance(part, dict)) else "end_turn"
        members = {"toolConfig": {"tools": [strict, loose], "toolChoice": choice}}
        return Call(_SONNET, [said(*content, stop=stop, tokens=(455, 40))], {**ask(question), **members})

    return [
        call("Hello there", {"auto": {}}, "Hello! What can I do?"),
        call("Do something", {"any": {}}, _use(21, "loose_list", {})),
        call("Weather in Oslo", {"tool": {"name": "strict_weather"}}, _use(22, "strict_weather", {"city": "Oslo"})),
    ]


def _system() -> list[Call]:
    served = [
        {"text": "Let me compute that."},
        _use(31, "nova_code_interpreter", {"snippet": "print(2**64)\n"}, type="server_tool_use"),
        _result(
            31,
            {"json": {"stdOut": "18446744073709551616\n", "stdErr": "", "exitCode": 0}},
            type="nova_code_interpreter_result",
        ),
        {"text": "It is 18446744073709551616."},
    ]
    tools = {"toolConfig": {"tools": [{"systemTool": {"name": "nova_code_interpreter"}}, _NOTHING]}}
    asked = user("What is two to the sixty-fourth?")
    model = "us.amazon.nova-2-lite-v1:0"
    return [
        Call(model, [said(*served, tokens=(733, 88))], {"messages": [asked], **tools}, region="us-west-2"),
        Call(
            model,
            [said("One less is 18446744073709551615.", tokens=(845, 20))],
            {"messages": [asked, assistant(*served), user("And one less?")], **tools},
            region="us-west-2",
        ),
    ]
