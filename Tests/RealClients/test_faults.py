"""What botocore and the AWS CLI make of each fault of `doctor serve --fault`.

The expectations are those of the pinned clients: where a client takes a broken answer for a good one, that is what
stands here.
"""

import json
import os
import tempfile
import unittest

import botocore.eventstream
import botocore.exceptions
import urllib3.exceptions

from clients import MODEL, PING, aws_cli, bedrock, have_aws
from mock import ACCESS_KEY, SECRET_KEY, Mock, serve

WHOLE = ["messageStart", "contentBlockDelta", "contentBlockStop", "messageStop", "metadata"]


def converse(mock, attempts=2, **more):
    client = bedrock(mock, retries={"total_max_attempts": attempts}, read_timeout=2)
    return client.converse(modelId=MODEL, messages=PING, inferenceConfig={"maxTokens": 1}, **more)


class Stream:
    """A stream read to its end: the names of its events, and the exception that ended it."""

    def __init__(self, mock, attempts=2):
        client = bedrock(mock, retries={"total_max_attempts": attempts}, read_timeout=2)
        self.events, self.error, self.retries = [], None, None
        try:
            answer = client.converse_stream(modelId=MODEL, messages=PING, inferenceConfig={"maxTokens": 1})
            self.retries = answer["ResponseMetadata"]["RetryAttempts"]
            for event in answer["stream"]:
                self.events += event
        except Exception as error:  # noqa: BLE001 which one it is, is the question
            self.error = error


class Retried(unittest.TestCase):
    """Faults that botocore overcomes with a second attempt."""

    BEFORE_THE_BODY = [
        "throttle", "throttle:retry-after=none", "internal-error", "unavailable", "model-not-ready", "gateway-error",
        "gateway-error:status=504", "reset", "empty-reply", "silence",
    ]  # fmt: skip

    def test_converse(self):
        in_the_body = [
            "reset-after-headers", "silence:after=0", "silence:after=1", "truncated-body", "truncated-body:bytes=0",
            "wrong-content-length", "malformed-chunk",
        ]  # fmt: skip
        for fault in self.BEFORE_THE_BODY + in_the_body:
            with self.subTest(fault), Mock("--fault", fault + (",times=1" if ":" in fault else ":times=1")) as mock:
                answer = converse(mock)
                self.assertEqual(answer["ResponseMetadata"]["RetryAttempts"], 1)
                self.assertEqual(answer["stopReason"], "max_tokens")
                _, _, log = mock.stop()
                self.assertIn("1 answer with a fault", log)
                self.assertIn(" fault " + fault.split(":")[0], log)

    def test_converse_stream(self):
        for fault in self.BEFORE_THE_BODY:
            with self.subTest(fault), Mock("--fault", fault + (",times=1" if ":" in fault else ":times=1")) as mock:
                stream = Stream(mock)
                self.assertIsNone(stream.error)
                self.assertEqual((stream.retries, stream.events), (1, WHOLE))

    def test_throttled_twice_then_answered(self):
        with Mock("--fault", "throttle:times=2,retry-after=0") as mock:
            self.assertEqual(converse(mock, attempts=3)["ResponseMetadata"]["RetryAttempts"], 2)

    def test_attempts_run_out(self):
        with Mock("--fault", "unavailable") as mock:
            with self.assertRaises(botocore.exceptions.ClientError) as raised:
                converse(mock)
        self.assertEqual(raised.exception.response["Error"]["Code"], "ServiceUnavailableException")
        self.assertEqual(raised.exception.response["ResponseMetadata"]["RetryAttempts"], 1)


class Refused(unittest.TestCase):
    """Errors of the model, which botocore does not retry."""

    def test_each_is_an_exception_of_its_own(self):
        for fault, name, status in [
            ("model-error", "ModelErrorException", 424), ("model-timeout", "ModelTimeoutException", 408),
        ]:  # fmt: skip
            with self.subTest(fault), Mock("--fault", fault) as mock:
                for error in [self.raised(lambda: converse(mock)), Stream(mock).error]:
                    self.assertEqual(type(error).__name__, name)
                    self.assertEqual(error.response["ResponseMetadata"]["HTTPStatusCode"], status)
                    self.assertEqual(error.response["ResponseMetadata"]["RetryAttempts"], 0)

    def test_members_of_a_model_error(self):
        with Mock("--fault", "model-error") as mock:
            error = self.raised(lambda: converse(mock))
        self.assertEqual((error.response["originalStatusCode"], error.response["resourceName"]), (500, "model"))

    def raised(self, call):
        try:
            call()
        except botocore.exceptions.ClientError as error:
            return error
        raise AssertionError("the call was answered")


class InsideAStream(unittest.TestCase):
    def assertEnds(self, fault, events, kind, text=""):
        with self.subTest(fault), Mock("--fault", fault) as mock:
            stream = Stream(mock)
            self.assertEqual(stream.events, events)
            self.assertIsInstance(stream.error, kind)
            self.assertIn(text, str(stream.error))

    def test_broken_transfers(self):
        start = WHOLE[:1]
        broken = urllib3.exceptions.ProtocolError
        self.assertEnds("reset-after-headers", [], broken, "Connection reset by peer")
        self.assertEnds("truncated-body:bytes=200", start, broken)
        self.assertEnds("wrong-content-length", WHOLE, broken, "10 more expected")
        self.assertEnds("malformed-chunk", start, broken, "InvalidChunkLength")
        self.assertEnds("silence:after=1", start, urllib3.exceptions.ReadTimeoutError, "Read timed out")

    def test_broken_frames(self):
        for fault in ["bad-prelude-crc", "bad-message-crc", "garbage"]:
            self.assertEnds(fault + ":after=2", WHOLE[:2], botocore.eventstream.ChecksumMismatch)
        self.assertEnds("oversize-length", WHOLE[:1], botocore.eventstream.InvalidPayloadLength, "33554")
        self.assertEnds("invalid-utf8", WHOLE[:1], UnicodeDecodeError)

    def test_exceptions(self):
        for name in [
            "internalServerException", "modelStreamErrorException", "serviceUnavailableException",
            "throttlingException", "validationException",
        ]:  # fmt: skip
            self.assertEnds(
                f"exception:type={name},after=3", WHOLE[:3], botocore.exceptions.EventStreamError,
                f"An error occurred ({name}) when calling the ConverseStream operation: ")  # fmt: skip
        self.assertEnds(
            "error-frame:code=InternalFailure,event=messageStop", WHOLE[:3], botocore.exceptions.EventStreamError,
            "An error occurred (InternalFailure)")  # fmt: skip

    def test_what_botocore_does_not_notice(self):
        for fault, events in [
            ("cut-frame", WHOLE[:1]), ("cut-frame:event=metadata", WHOLE[:4]),
            ("wrong-content-length:by=-9", WHOLE[:4]), ("invalid-json", WHOLE),
            ("duplicate-event", WHOLE[:2] + WHOLE[1:]), ("missing-event:event=messageStop", WHOLE[:3] + WHOLE[4:]),
            ("slow-body:ms=1", WHOLE), ("delay:ms=5", WHOLE),
        ]:  # fmt: skip
            with self.subTest(fault), Mock("--fault", fault) as mock:
                stream = Stream(mock)
                self.assertIsNone(stream.error)
                self.assertEqual((stream.events, stream.retries), (events, 0))

    def test_faults_of_streams_leave_converse_alone(self):
        with Mock("--fault", "bad-message-crc") as mock:
            self.assertEqual(converse(mock)["ResponseMetadata"]["RetryAttempts"], 0)


class Rules(unittest.TestCase):
    def test_each_model_has_its_faults(self):
        with Mock("--fault", "model-error:model=us.*", "--fault", "throttle:nth=2") as mock:
            client = bedrock(mock)
            codes = []
            for model in [MODEL, "us." + MODEL, MODEL]:
                try:
                    client.converse(modelId=model, messages=PING)
                    codes.append(None)
                except botocore.exceptions.ClientError as error:
                    codes.append(error.response["Error"]["Code"])
        # The second call is also the second that the second rule counts, but the first rule strikes it.
        self.assertEqual(codes, [None, "ModelErrorException", "ThrottlingException"])

    def test_of_an_account_file(self):
        account = {
            "schema": "bedrock-account/1", "regions": ["us-east-1"], "faults": ["unavailable:times=1"],
            "models": [{"id": MODEL, "name": "M", "provider": "P", "contextTokens": 100, "maxOutputTokens": 10,
                        "regions": {"us-east-1": {}}}],
        }  # fmt: skip
        with tempfile.TemporaryDirectory() as directory:
            path = os.path.join(directory, "account.json")
            with open(path, "w") as file:
                json.dump(account, file)
            with Mock("--account", path) as mock:
                self.assertEqual(converse(mock)["ResponseMetadata"]["RetryAttempts"], 1)

    def test_a_wrong_one_is_wrong_usage(self):
        run = serve("--fault", "throtle")
        self.assertEqual(run.returncode, 64)
        self.assertIn('there is no fault of the kind "throtle"; did you mean throttle?', run.stderr)

    def test_help_lists_them(self):
        help_text = serve("--help").stdout
        for kind in ["throttle", "reset-after-headers", "bad-prelude-crc", "missing-event"]:
            self.assertIn(f"  {kind}: ", help_text)


@unittest.skipUnless(have_aws, "the AWS CLI is not installed")
class CommandLine(unittest.TestCase):
    """The AWS CLI has no command for ConverseStream: its streams are botocore's."""

    def run_converse(self, mock):
        return aws_cli(
            mock, ACCESS_KEY, SECRET_KEY, "bedrock-runtime", "converse", "--model-id", MODEL,
            "--messages", json.dumps(PING), "--inference-config", '{"maxTokens":1}')  # fmt: skip

    def test_errors_have_their_name(self):
        for fault, text in [
            ("throttle", "(ThrottlingException)"), ("internal-error", "(InternalServerException)"),
            ("unavailable", "(ServiceUnavailableException)"), ("model-error", "(ModelErrorException)"),
            ("model-timeout", "(ModelTimeoutException)"), ("gateway-error", "(502)"),
            ("reset", "Connection was closed"), ("empty-reply", "Connection was closed"),
            ("truncated-body", "Connection was closed"), ("malformed-chunk", "Connection was closed"),
        ]:  # fmt: skip
            with self.subTest(fault), Mock("--fault", fault) as mock:
                run = self.run_converse(mock)
                self.assertNotEqual(run.returncode, 0)
                self.assertIn(text, run.stderr)

    def test_a_slow_answer_is_an_answer(self):
        with Mock("--fault", "slow-body:ms=1", "--fault", "delay:ms=50") as mock:
            run = self.run_converse(mock)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(json.loads(run.stdout)["stopReason"], "max_tokens")
