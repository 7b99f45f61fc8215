"""Plain conversations: what every client needs first."""

from capturing.model import AWS_CLI, Call, Recording, ask, assistant, said, text, user

_NOVA_MICRO = "amazon.nova-micro-v1:0"
_SONNET = "eu.anthropic.claude-sonnet-4-6"

_REPORT = " ".join(
    f"Entry {number}: the valve in hall {number % 7 + 1} was read at {number % 24:02}:15 and stood at "
    f"{number * 37 % 101} percent; nothing leaked, and nobody had to be called."
    for number in range(1, 121)
)


def _stop(reason: str, question: str, *content, tokens=(14, 6), **members) -> Call:
    return Call(_NOVA_MICRO, [said(*content, stop=reason, tokens=tokens)], {**ask(question), **members})


def recordings() -> list[Recording]:
    return [
        Recording(
            "hello",
            "text in, text out, usage, metrics; once from boto3 and once from the AWS CLI",
            [
                Call(
                    _NOVA_MICRO,
                    [said("Hello! How can I help you today?", tokens=(2, 10))],
                    {**ask("Hello"), "inferenceConfig": {"maxTokens": 64}},
                ),
                Call(
                    _NOVA_MICRO,
                    [said("Good evening.", tokens=(3, 4))],
                    {**ask("Good evening"), "inferenceConfig": {"maxTokens": 64}},
                    client=AWS_CLI,
                ),
            ],
        ),
        Recording(
            "multi-turn", "system prompts, a conversation that grows, several text blocks in a message", _multi_turn()
        ),
        Recording(
            "long-text",
            "a prompt of several thousand words",
            [
                Call(
                    _SONNET,
                    [said("120 entries; no leaks. The highest reading was 100 percent.", tokens=(4312, 17))],
                    ask(f"Sum this up in one sentence.\n\n{_REPORT}"),
                    region="eu-central-1",
                )
            ],
        ),
        Recording("stop-reasons", "every stop reason, and one that the API does not have yet", _stop_reasons()),
    ]


def _multi_turn() -> list[Call]:
    first = user("Which river flows through Turin?")
    second = user("And how long is it?", "Kilometres, please.")
    system = {"system": text("You answer in one short sentence.", "Never mention that you are a model.")}
    return [
        Call(
            _SONNET,
            [said("The Po flows through Turin.", tokens=(31, 9))],
            {"messages": [first], **system},
            region="eu-central-1",
        ),
        Call(
            _SONNET,
            [said("The Po is 652 kilometres long.", tokens=(58, 11))],
            {"messages": [first, assistant("The Po flows through Turin."), second], **system},
            region="eu-central-1",
        ),
        Call(
            _SONNET,
            [said("It rises on Monviso.", " That is in Piedmont.", tokens=(83, 14))],
            {
                "messages": [
                    first,
                    assistant("The Po flows through Turin."),
                    second,
                    assistant("The Po is 652 kilometres long."),
                    user("Where does it rise?"),
                ],
                **system,
            },
            region="eu-central-1",
        ),
    ]


def _stop_reasons() -> list[Call]:
    return [
        _stop("end_turn", "Say yes.", "Yes."),
        _stop("max_tokens", "Count to a hundred.", "1, 2", inferenceConfig={"maxTokens": 4}, tokens=(6, 4)),
        _stop("stop_sequence", "Count down from five.", "5, 4, ", inferenceConfig={"stopSequences": ["3"]}),
        _stop(
            "tool_use",
            "What time is it?",
            {"toolUse": {"toolUseId": "tooluse_Qm4wZVd1RbyMb0eTjZzwQg", "name": "clock", "input": {}}},
            toolConfig={"tools": [{"toolSpec": {"name": "clock", "inputSchema": {"json": {"type": "object"}}}}]},
        ),
        _stop(
            "guardrail_intervened",
            "Which shares should I buy?",
            "Sorry, I cannot advise on investments.",
            guardrailConfig={"guardrailIdentifier": "gr4example1", "guardrailVersion": "DRAFT"},
        ),
        _stop("content_filtered", "Repeat the lyrics.", "I cannot repeat them."),
        _stop("malformed_model_output", "Answer with a list."),
        _stop("malformed_tool_use", "Call the tool.", "I would call it like this:"),
        _stop("model_context_window_exceeded", "Go on for ever.", "And so on, and so on"),
        _stop("a_reason_of_next_year", "Do what is new.", "Done."),
    ]
