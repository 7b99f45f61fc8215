"""The AWS CLI against `doctor serve`."""

import json
import unittest

from clients import MODEL, PING, aws_cli, aws_converse, have_aws
from mock import ACCESS_KEY, SECRET_KEY, TEMPORARY, TOKEN, Mock


@unittest.skipUnless(have_aws, "the AWS CLI is not installed")
class AWSCommandLine(unittest.TestCase):
    def answer(self, mock, *arguments):
        run = aws_cli(mock, ACCESS_KEY, SECRET_KEY, *arguments)
        self.assertEqual(run.returncode, 0, run.stderr)
        return json.loads(run.stdout)

    def assertRefused(self, run, text):
        self.assertIn(run.returncode, (254, 255), run.stderr)  # of the CLI, version 2 and 1
        self.assertIn(text, run.stderr)

    def test_converse(self):
        with Mock() as mock:
            run = aws_converse(mock, ACCESS_KEY, SECRET_KEY)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(json.loads(run.stdout)["stopReason"], "max_tokens")

    def test_converse_with_a_session_token(self):
        with Mock(access_key=TEMPORARY, token=TOKEN) as mock:
            run = aws_converse(mock, TEMPORARY, SECRET_KEY, token=TOKEN)
        self.assertEqual(run.returncode, 0, run.stderr)

    def test_count_tokens(self):
        with Mock() as mock:
            answer = self.answer(
                mock, "bedrock-runtime", "count-tokens", "--model-id", "anthropic.claude-sonnet-4-6",
                "--input", json.dumps({"converse": {"messages": PING}}))  # fmt: skip
        self.assertGreater(answer["inputTokens"], 0)

    def test_list_foundation_models(self):
        with Mock() as mock:
            answer = self.answer(mock, "bedrock", "list-foundation-models")
        self.assertIn(MODEL, [model["modelId"] for model in answer["modelSummaries"]])

    def test_get_foundation_model(self):
        with Mock() as mock:
            answer = self.answer(mock, "bedrock", "get-foundation-model", "--model-identifier", MODEL)
        self.assertEqual(answer["modelDetails"]["modelId"], MODEL)

    def test_get_foundation_model_availability(self):
        with Mock() as mock:
            answer = self.answer(mock, "bedrock", "get-foundation-model-availability", "--model-id", MODEL)
        self.assertEqual(answer["authorizationStatus"], "AUTHORIZED")

    def test_list_inference_profiles(self):
        with Mock() as mock:
            answer = self.answer(mock, "bedrock", "list-inference-profiles", "--page-size", "3")
        self.assertIn(f"us.{MODEL}", [each["inferenceProfileId"] for each in answer["inferenceProfileSummaries"]])

    def test_get_inference_profile(self):
        with Mock() as mock:
            answer = self.answer(
                mock, "bedrock", "get-inference-profile", "--inference-profile-identifier", f"us.{MODEL}")
        self.assertEqual(answer["status"], "ACTIVE")

    def test_wrong_secret(self):
        with Mock() as mock:
            run = aws_converse(mock, ACCESS_KEY, SECRET_KEY[::-1])
        self.assertRefused(run, "An error occurred (InvalidSignatureException) when calling the Converse operation")

    def test_unknown_key(self):
        with Mock() as mock:
            run = aws_converse(mock, "AKIDNOBODY0000000001", SECRET_KEY)
        self.assertRefused(run, "An error occurred (UnrecognizedClientException) when calling the Converse operation")

    def test_wrong_region(self):
        with Mock() as mock:
            run = aws_converse(mock, ACCESS_KEY, SECRET_KEY, region="eu-west-1")
        self.assertRefused(run, "Credential should be scoped to a valid region")

    def test_clock_an_hour_behind(self):
        with Mock("--clock-offset", "3600") as mock:
            run = aws_converse(mock, ACCESS_KEY, SECRET_KEY)
        self.assertRefused(run, "Signature expired: ")

    def test_model_without_access(self):
        with Mock() as mock:
            run = aws_converse(mock, ACCESS_KEY, SECRET_KEY, model="us.anthropic.claude-opus-4-6-v1")
        self.assertRefused(run, "An error occurred (AccessDeniedException) when calling the Converse operation")
