"""Real clients against `doctor serve`: the oracle of the mock is the software that people really use.

Run with `Tests/RealClients/run`, which installs the clients and builds the server.
"""

import datetime
import json
import signal
import subprocess
import unittest
from unittest import mock as patching

import botocore.auth
import botocore.compat
import botocore.exceptions

from clients import MODEL, PING, aws_converse, bedrock, converse, curl, have_aws, have_curl
from mock import ACCESS_KEY, SECRET_KEY, Mock

TOKEN = "FwoGZXIvYXdzEXAMPLE" + "x" * 200
TEMPORARY = "ASIAREALCLIENTS00002"


def refusal(client, **more):
    """The error code, HTTP status and message of a call that must be refused."""
    try:
        converse(client, **more)
    except botocore.exceptions.ClientError as error:
        return (
            error.response["Error"]["Code"],
            error.response["ResponseMetadata"]["HTTPStatusCode"],
            error.response["Error"]["Message"],
            type(error).__name__,
        )
    raise AssertionError("the call was accepted")


class Botocore(unittest.TestCase):
    def test_right_secret_is_answered(self):
        with Mock() as mock:
            answer = converse(bedrock(mock, ACCESS_KEY, SECRET_KEY))
        self.assertEqual(answer["stopReason"], "max_tokens")
        self.assertEqual(answer["output"]["message"]["role"], "assistant")
        self.assertGreater(answer["usage"]["inputTokens"], 0)
        self.assertTrue(answer["ResponseMetadata"]["RequestId"])

    def test_profile_id_is_answered(self):
        with Mock() as mock:
            answer = converse(bedrock(mock, ACCESS_KEY, SECRET_KEY), model="us.amazon.nova-micro-v1:0")
        self.assertEqual(answer["ResponseMetadata"]["HTTPStatusCode"], 200)

    def test_model_arn_is_one_path_segment(self):
        arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0"
        with Mock() as mock:
            answer = converse(bedrock(mock, ACCESS_KEY, SECRET_KEY), model=arn)
        self.assertEqual(answer["ResponseMetadata"]["HTTPStatusCode"], 200)

    def test_token_of_temporary_credentials(self):
        with Mock(access_key=TEMPORARY, token=TOKEN) as mock:
            self.assertEqual(
                converse(bedrock(mock, TEMPORARY, SECRET_KEY, TOKEN))["ResponseMetadata"]["HTTPStatusCode"], 200)
            for wrong in (None, TOKEN + "y"):
                code, status, message, kind = refusal(bedrock(mock, TEMPORARY, SECRET_KEY, wrong))
                self.assertEqual((code, status), ("UnrecognizedClientException", 403))
                self.assertEqual(message, "The security token included in the request is invalid.")

    def test_token_with_a_long_lived_key(self):
        with Mock() as mock:
            code, status, message, _ = refusal(bedrock(mock, ACCESS_KEY, SECRET_KEY, TOKEN))
        self.assertEqual((code, status), ("UnrecognizedClientException", 403))

    def test_unknown_key(self):
        with Mock() as mock:
            code, status, message, _ = refusal(bedrock(mock, "AKIDSOMEBODYELSE0001", SECRET_KEY))
        self.assertEqual((code, status), ("UnrecognizedClientException", 403))
        self.assertEqual(message, "The security token included in the request is invalid.")

    def test_wrong_secret(self):
        with Mock() as mock:
            code, status, message, _ = refusal(bedrock(mock, ACCESS_KEY, SECRET_KEY[::-1]))
        self.assertEqual((code, status), ("InvalidSignatureException", 403))
        self.assertIn("The request signature we calculated does not match the signature you provided.", message)
        self.assertIn("The Canonical String for this request should have been", message)
        self.assertIn("/model/amazon.nova-micro-v1%253A0/converse", message)

    def test_wrong_region(self):
        with Mock("--region", "eu-central-1") as mock:
            code, status, message, _ = refusal(bedrock(mock, ACCESS_KEY, SECRET_KEY, region="us-east-1"))
            self.assertEqual((code, status), ("InvalidSignatureException", 403))
            self.assertIn("Credential should be scoped to a valid region", message)
            converse(bedrock(mock, ACCESS_KEY, SECRET_KEY, region="eu-central-1"))

    def test_wrong_service(self):
        with Mock() as mock:
            client = bedrock(mock, ACCESS_KEY, SECRET_KEY)
            client.meta.events.register("choose-signer", lambda **_: None)
            client._request_signer._signing_name = "bedrock-runtime"
            code, status, message, _ = refusal(client)
        self.assertEqual((code, status), ("InvalidSignatureException", 403))
        self.assertIn("Credential should be scoped to correct service: 'bedrock'", message)

    def signed_with_clock(self, mock, seconds):
        """A refusal of a request that botocore signed with its clock off by the given seconds."""
        now = botocore.compat.get_current_datetime()
        wrong = now + datetime.timedelta(seconds=seconds)
        with patching.patch.object(botocore.auth, "get_current_datetime", lambda: wrong):
            return refusal(bedrock(mock, ACCESS_KEY, SECRET_KEY))

    def test_clock_behind(self):
        with Mock() as mock:
            code, status, message, _ = self.signed_with_clock(mock, -400)
        self.assertEqual((code, status), ("InvalidSignatureException", 403))
        self.assertRegex(message, r"^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z \(\d{8}T\d{6}Z - 5 min\.\)")

    def test_clock_ahead(self):
        with Mock() as mock:
            code, status, message, _ = self.signed_with_clock(mock, 400)
        self.assertEqual((code, status), ("InvalidSignatureException", 403))
        self.assertRegex(message, r"^Signature not yet current: \d{8}T\d{6}Z is still later than \d{8}T\d{6}Z \(\d{8}T\d{6}Z \+ 5 min\.\)")

    def test_server_clock_offset_is_in_date(self):
        with Mock("--clock-offset", "3600") as mock:
            with self.assertRaises(botocore.exceptions.ClientError) as caught:
                converse(bedrock(mock, ACCESS_KEY, SECRET_KEY))
        date = caught.exception.response["ResponseMetadata"]["HTTPHeaders"]["date"]
        stamped = datetime.datetime.strptime(date, "%a, %d %b %Y %H:%M:%S GMT")
        offset = (stamped - datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None)).total_seconds()
        self.assertAlmostEqual(offset, 3600, delta=60)

    def test_tampered_body(self):
        def tamper(request, **_):
            request.body = request.body.replace(b"ping", b"pong")

        with Mock() as mock:
            client = bedrock(mock, ACCESS_KEY, SECRET_KEY)
            client.meta.events.register("before-send.bedrock-runtime.Converse", tamper)
            code, status, _, _ = refusal(client)
        self.assertEqual((code, status), ("InvalidSignatureException", 403))

    def test_no_credentials_sent(self):
        with Mock() as mock:
            client = bedrock(mock, ACCESS_KEY, SECRET_KEY)
            client.meta.events.register(
                "before-send.bedrock-runtime.Converse",
                lambda request, **_: request.headers.__delitem__("Authorization"))
            code, status, message, _ = refusal(client)
        self.assertEqual((code, status), ("MissingAuthenticationTokenException", 403))
        self.assertEqual(message, "Missing Authentication Token")

    def test_unknown_model_and_other_states_have_the_class_botocore_declares(self):
        with Mock() as mock:
            client = bedrock(mock, ACCESS_KEY, SECRET_KEY)
            code, status, _, kind = refusal(client, model="amazon.no-such-model-v9:0")
            self.assertEqual((code, status, kind), ("ValidationException", 400, "ValidationException"))

    def test_control_plane_reads_parse(self):
        with Mock() as mock:
            client = bedrock(mock, ACCESS_KEY, SECRET_KEY, service="bedrock")
            ids = [model["modelId"] for model in client.list_foundation_models()["modelSummaries"]]
            self.assertIn(MODEL, ids)
            profiles = client.list_inference_profiles()["inferenceProfileSummaries"]
            self.assertTrue(all(profile["models"] for profile in profiles))

    def test_presigned_request(self):
        from botocore.auth import SigV4QueryAuth
        from botocore.awsrequest import AWSRequest
        from botocore.credentials import Credentials
        import urllib.request

        with Mock() as mock:
            request = AWSRequest("GET", mock.url + "/foundation-models")
            SigV4QueryAuth(Credentials(ACCESS_KEY, SECRET_KEY), "bedrock", "us-east-1", expires=60).add_auth(request)
            with urllib.request.urlopen(request.url, timeout=20) as answer:
                self.assertEqual(answer.status, 200)


@unittest.skipUnless(have_aws, "the AWS CLI is not installed")
class AWSCommandLine(unittest.TestCase):
    def test_right_secret(self):
        with Mock() as mock:
            run = aws_converse(mock, ACCESS_KEY, SECRET_KEY)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(json.loads(run.stdout)["stopReason"], "max_tokens")

    def test_refusals_are_named_as_against_the_service(self):
        with Mock() as mock:
            wrong = aws_converse(mock, ACCESS_KEY, SECRET_KEY[::-1])
            self.assertNotEqual(wrong.returncode, 0)
            self.assertIn("An error occurred (InvalidSignatureException) when calling the Converse operation", wrong.stderr)
            unknown = aws_converse(mock, "AKIDNOBODY0000000001", SECRET_KEY)
            self.assertIn("An error occurred (UnrecognizedClientException) when calling the Converse operation", unknown.stderr)
            region = aws_converse(mock, ACCESS_KEY, SECRET_KEY, region="eu-west-1")
            self.assertIn("Credential should be scoped to a valid region", region.stderr)


@unittest.skipUnless(have_curl, "curl is not installed")
class Curl(unittest.TestCase):
    body = ("-H", "Content-Type: application/json", "--data-binary",
            json.dumps({"messages": PING, "inferenceConfig": {"maxTokens": 1}}))  # fmt: skip

    def test_get_with_a_query(self):
        with Mock() as mock:
            run = curl(mock, "/foundation-models?byProvider=amazon", ACCESS_KEY, SECRET_KEY)
        self.assertTrue(run.stdout.startswith("HTTP/1.1 200"), run.stdout)

    def test_post_of_an_id_without_a_colon(self):
        with Mock() as mock:
            run = curl(mock, "/model/anthropic.claude-sonnet-4-6/converse", ACCESS_KEY, SECRET_KEY, *self.body)
        # The bare id needs a profile: the service's own 400, and so the signature was accepted.
        self.assertIn("HTTP/1.1 400", run.stdout)
        self.assertIn("on-demand throughput", run.stdout)

    def test_wrong_secret(self):
        with Mock() as mock:
            run = curl(mock, "/foundation-models", ACCESS_KEY, SECRET_KEY[::-1])
        self.assertTrue(run.stdout.startswith("HTTP/1.1 403"), run.stdout)
        self.assertIn("InvalidSignatureException", run.stdout)

    def test_unsigned(self):
        with Mock() as mock:
            run = subprocess.run(["curl", "-sS", "-i", "--max-time", "20", mock.url + "/foundation-models"],
                                 capture_output=True, text=True)  # fmt: skip
        self.assertIn("HTTP/1.1 403", run.stdout)
        self.assertIn("MissingAuthenticationTokenException", run.stdout)


class Process(unittest.TestCase):
    def test_sigterm_ends_with_a_summary(self):
        with Mock() as mock:
            converse(bedrock(mock, ACCESS_KEY, SECRET_KEY))
            status, _, log = mock.stop(signal.SIGTERM)
        self.assertEqual(status, 0)
        self.assertIn("1 request", log)

    def test_no_secret_in_any_output(self):
        with Mock("-v", access_key=TEMPORARY, token=TOKEN) as mock:
            converse(bedrock(mock, TEMPORARY, SECRET_KEY, TOKEN))
            code, _, message, _ = refusal(bedrock(mock, TEMPORARY, SECRET_KEY[::-1], TOKEN))
            status, out, log = mock.stop()
        self.assertEqual(code, "InvalidSignatureException")
        for secret in (SECRET_KEY, TOKEN):
            self.assertNotIn(secret, message + out + log)


if __name__ == "__main__":
    unittest.main(verbosity=2)
