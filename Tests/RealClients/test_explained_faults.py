"""What `doctor explain` finds in the words of boto3 when a streamed answer goes wrong: one cause each."""

import json
import subprocess
import unittest

from clients import MODEL, PING, bedrock
from mock import DOCTOR, Mock

FAULTS = {
    "throttle": "throttled",
    "unavailable": "service-unavailable",
    "gateway-error": "answer-not-from-service",
    "empty-reply": "network-connection-closed",
    "exception": "model-error",
    "exception:type=throttlingException": "throttled",
    "error-frame": "internal",
    "bad-prelude-crc": "stream-damaged",
    "bad-message-crc": "stream-damaged",
    "oversize-length": "stream-damaged",
    "garbage": "stream-damaged",
    "reset-after-headers:after=2": "network-connection-closed",
    "malformed-chunk": "stream-ended-early",
    "truncated-body": "stream-ended-early",
    "silence:after=2": "stream-silent",
    "invalid-utf8": "answer-unreadable",
}


def failure(mock):
    """The error that ends a stream."""
    try:
        client = bedrock(mock, read_timeout=2)
        for _ in client.converse_stream(modelId=MODEL, messages=PING, inferenceConfig={"maxTokens": 5})["stream"]:
            pass
    except Exception as error:  # noqa: BLE001: botocore lets those of urllib3 and Python through
        return f"{type(error).__name__}: {error}"
    raise AssertionError("the stream ended well")


class ExplainedFaults(unittest.TestCase):
    def test_each_has_one_finding(self):
        for fault, code in FAULTS.items():
            with self.subTest(fault), Mock("--fault", fault) as mock:
                words = failure(mock)
                run = subprocess.run(
                    [DOCTOR, "explain", "-", "--format", "json"], input=words, capture_output=True, text=True,
                    timeout=30)  # fmt: skip
                found = [finding["code"] for finding in json.loads(run.stdout)["findings"]]
                self.assertEqual(found, [code], words)


if __name__ == "__main__":
    unittest.main()
