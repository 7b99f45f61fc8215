"""botocore reading streams from `doctor serve`: text, tools, reasoning, exceptions, whatever the cuts."""

import base64
import json
import unittest

import botocore.exceptions

import shapes
from clients import MODEL, PING, bedrock
from eventstream import TOOL_EVENTS, frame, recording
from mock import FolderTest, Mock

REASONING = [
    ("messageStart", {"role": "assistant"}),
    ("contentBlockDelta", {"contentBlockIndex": 0, "delta": {"reasoningContent": {"text": "Let me think."}}}),
    ("contentBlockDelta", {"contentBlockIndex": 0, "delta": {"reasoningContent": {"signature": "c2ln"}}}),
    ("contentBlockStop", {"contentBlockIndex": 0}),
    ("contentBlockDelta", {"contentBlockIndex": 1, "delta": {"text": "42"}}),
    ("contentBlockStop", {"contentBlockIndex": 1}),
    ("messageStop", {"stopReason": "end_turn"}),
    ("metadata", {"usage": {"inputTokens": 1, "outputTokens": 2, "totalTokens": 3}, "metrics": {"latencyMs": 5}}),
]


class Streams(FolderTest):
    def read(self, content):
        """The events of a recorded stream as botocore gives them, and what ended them."""
        events, error = [], None
        with Mock("--recordings", self.write("stream.json", content)) as mock:
            try:
                for event in bedrock(mock).converse_stream(modelId=MODEL, messages=PING)["stream"]:
                    events += event.items()
            except botocore.exceptions.EventStreamError as raised:
                error = raised
        return events, error

    def of(self, events):
        return recording(f"/model/{MODEL}/converse-stream", {"messages": PING}, events)

    def test_tools(self):
        events, error = self.read(self.of(TOOL_EVENTS))
        self.assertIsNone(error)
        self.assertEqual(events, TOOL_EVENTS)
        parts = [event["delta"]["toolUse"]["input"] for name, event in events if "toolUse" in event.get("delta", {})]
        self.assertEqual(json.loads("".join(parts)), {"city": "Łódź"})

    def test_reasoning(self):
        events, error = self.read(self.of(REASONING))
        self.assertIsNone(error)
        self.assertEqual(events, REASONING)

    def test_any_cut(self):
        whole = b"".join(frame(*event) for event in TOOL_EVENTS)
        for size in [1, 7, 64, len(whole)]:
            content = self.of([])
            content["exchanges"][0]["response"]["body"]["stream"] = [
                {"atMs": 0, "base64": base64.b64encode(whole[start : start + size]).decode()}
                for start in range(0, len(whole), size)
            ]
            with self.subTest(size):
                events, error = self.read(content)
                self.assertIsNone(error)
                self.assertEqual(events, TOOL_EVENTS)

    def test_an_exception_behind_events(self):
        content = self.of(TOOL_EVENTS[:2])
        broken = frame("throttlingException", {"message": "Too many tokens."}, "exception")
        content["exchanges"][0]["response"]["body"]["stream"].append(
            {"atMs": 20, "base64": base64.b64encode(broken).decode()})  # fmt: skip
        events, error = self.read(content)
        self.assertEqual(events, TOOL_EVENTS[:2])
        self.assertEqual(error.response["Error"], {"Code": "throttlingException", "Message": "Too many tokens."})

    def test_of_the_simulated_account_in_the_shape_of_the_model(self):
        union = shapes.output("bedrock-runtime", "ConverseStream").members["stream"]
        with Mock() as mock:
            stream = bedrock(mock).converse_stream(modelId=MODEL, messages=PING)["stream"]
            events = [item for event in stream for item in event.items()]
        for name, event in events:
            self.assertEqual(shapes.faults(event, union.members[name]), [], name)
        text = "".join(event["delta"]["text"] for name, event in events if name == "contentBlockDelta")
        self.assertTrue(text.startswith("This answer was written in advance"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
