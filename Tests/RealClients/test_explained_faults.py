"""What `doctor explain` finds in the words of boto3 when a streamed answer goes wrong: one cause each."""

import io
import json
import logging
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


# What the debug log of a whole call shows, for Converse and for ConverseStream; None where the fault cannot be seen there.
LOGS = {
    "throttle": ("throttled", "throttled"),
    "unavailable": ("service-unavailable", "service-unavailable"),
    "gateway-error": ("answer-not-from-service", "answer-not-from-service"),
    "reset": ("network-connection-closed", "network-connection-closed"),
    "reset-after-headers": ("network-connection-closed", "network-connection-closed"),
    "empty-reply": ("network-connection-closed", "network-connection-closed"),
    "silence": ("network-answer-timeout", "network-answer-timeout"),
    "truncated-body": ("stream-ended-early", "stream-ended-early"),
    "wrong-content-length": ("stream-ended-early", "stream-ended-early"),
    "malformed-chunk": ("stream-ended-early", "stream-ended-early"),
    "invalid-utf8": ("answer-unreadable", "answer-unreadable"),
    "invalid-json": ("answer-unreadable", "answer-unreadable"),
    "exception": (None, "model-error"),
    "error-frame": (None, "internal"),
    "bad-prelude-crc": (None, "stream-damaged"),
    "bad-message-crc": (None, "stream-damaged"),
    "oversize-length": (None, "stream-damaged"),
    "cut-frame": (None, "stream-ended-early"),
    "garbage": (None, "stream-damaged"),
    "missing-event:event=messageStop": (None, "stream-ended-early"),
    "duplicate-event:event=messageStart": (None, "stream-out-of-order"),
}


def debug_log(call):
    """What botocore and urllib3 log of a call at level DEBUG, with the traceback of its failure."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s [%(levelname)s] %(message)s"))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        call()
    except Exception:  # noqa: BLE001: whatever it is, it is to be read in the log
        root.exception("the call failed")
    finally:
        root.setLevel(level)
        root.removeHandler(handler)
    return stream.getvalue()


class ExplainedLogs(unittest.TestCase):
    def test_each_log_has_one_finding(self):
        for fault, (whole, streamed) in LOGS.items():
            for is_stream, code in ((False, whole), (True, streamed)):
                with self.subTest(fault, stream=is_stream), Mock("--fault", fault) as mock:
                    client = bedrock(mock, read_timeout=2)

                    def call():
                        asked = {"modelId": MODEL, "messages": PING, "inferenceConfig": {"maxTokens": 5}}
                        if is_stream:
                            list(client.converse_stream(**asked)["stream"])
                        else:
                            client.converse(**asked)

                    log = debug_log(call)
                    run = subprocess.run(
                        [DOCTOR, "explain", "-", "--format", "json"], input=log, capture_output=True, text=True,
                        timeout=60)  # fmt: skip
                    found = [finding["code"] for finding in json.loads(run.stdout)["findings"]]
                    self.assertEqual(found, [code or "nothing-failed"], log)


if __name__ == "__main__":
    unittest.main()
