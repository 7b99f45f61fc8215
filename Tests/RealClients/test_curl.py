"""curl against `doctor serve`: with its own signer, and with signatures made elsewhere."""

import json
import subprocess
import tempfile
import unittest

from clients import PING, curl, have_curl
from mock import ACCESS_KEY, DOCTOR, SECRET_KEY, TEMPORARY, TOKEN, Mock, surroundings
from wire import BODY, presigned_target, signed_headers

JSON = ("-H", "Content-Type: application/json")
WITHOUT_COLON = "/model/anthropic.claude-sonnet-4-6/converse"
# The bare id needs a profile: the service's own 400, and so the signature was accepted.
ACCEPTED = "on-demand throughput"


def plain_curl(*arguments, stdin=None):
    return subprocess.run(
        ["curl", "-sS", "-i", "--max-time", "20", *arguments], capture_output=True, text=True, input=stdin, timeout=30)


@unittest.skipUnless(have_curl, "curl is not installed")
class CurlTest(unittest.TestCase):
    def assertStatus(self, run, status, text=""):
        heads = [line for line in run.stdout.splitlines() if line.startswith("HTTP/")]
        self.assertTrue(heads and heads[-1].startswith(f"HTTP/1.1 {status} "), run.stdout + run.stderr)
        self.assertIn(text, run.stdout)


class OwnSigner(CurlTest):
    def test_get_with_a_query(self):
        with Mock() as mock:
            self.assertStatus(curl(mock, "/foundation-models?byProvider=amazon", ACCESS_KEY, SECRET_KEY), 200)

    def test_post_of_an_id_without_a_colon(self):
        with Mock() as mock:
            self.assertStatus(
                curl(mock, WITHOUT_COLON, ACCESS_KEY, SECRET_KEY, *JSON, "--data-binary", BODY), 400, ACCEPTED)

    def test_session_token(self):
        with Mock(access_key=TEMPORARY, token=TOKEN) as mock:
            run = curl(mock, "/foundation-models", TEMPORARY, SECRET_KEY, "-H", f"X-Amz-Security-Token: {TOKEN}")
        self.assertStatus(run, 200)

    def test_http_1_0(self):
        with Mock() as mock:
            run = curl(mock, "/foundation-models", ACCESS_KEY, SECRET_KEY, "--http1.0")
        self.assertStatus(run, 200, "Connection: close")

    def test_offer_of_http_2_is_passed_over(self):
        with Mock() as mock:
            self.assertStatus(curl(mock, "/foundation-models", ACCESS_KEY, SECRET_KEY, "--http2"), 200)

    def test_dot_segments_are_normalised_as_the_service_does(self):
        with Mock() as mock:
            run = plain_curl(
                "--path-as-is", f"{mock.url}/x/./..//foundation-models",
                *headers(signed_headers(mock, "/x/./..//foundation-models", None, "GET")))  # fmt: skip
        self.assertStatus(run, 200, "modelSummaries")

    def test_wrong_secret(self):
        with Mock() as mock:
            run = curl(mock, "/foundation-models", ACCESS_KEY, SECRET_KEY[::-1])
        self.assertStatus(run, 403, "x-amzn-ErrorType: InvalidSignatureException:")

    def test_wrong_service(self):
        with Mock() as mock:
            run = curl(mock, "/foundation-models", ACCESS_KEY, SECRET_KEY, service="bedrock-runtime")
        self.assertStatus(run, 403, "Credential should be scoped to correct service: 'bedrock'")

    def test_unsigned(self):
        with Mock() as mock:
            run = plain_curl(mock.url + "/foundation-models")
        self.assertStatus(run, 403, "x-amzn-ErrorType: MissingAuthenticationTokenException:")


def headers(fields):
    return [argument for name, value in fields.items() for argument in ("-H", f"{name}: {value}")]


class SignedElsewhere(CurlTest):
    def test_colon_of_a_model_id_raw_and_encoded(self):
        for path in ("/model/amazon.nova-micro-v1:0/converse", "/model/amazon.nova-micro-v1%3A0/converse"):
            with self.subTest(path), Mock() as mock:
                run = plain_curl(*headers(signed_headers(mock, path)), "--data-binary", BODY, mock.url + path)
                self.assertStatus(run, 200, '"stopReason":"max_tokens"')

    def test_signature_of_one_wire_form_is_none_of_the_other(self):
        raw, encoded = "/model/amazon.nova-micro-v1:0/converse", "/model/amazon.nova-micro-v1%3A0/converse"
        for signed, sent in ((raw, encoded), (encoded, raw)):
            with self.subTest(sent), Mock() as mock:
                run = plain_curl(*headers(signed_headers(mock, signed)), "--data-binary", BODY, mock.url + sent)
                self.assertStatus(run, 403, "InvalidSignatureException")

    def test_presigned_url(self):
        with Mock() as mock:
            self.assertStatus(plain_curl(mock.url + presigned_target(mock)), 200, "modelSummaries")

    def test_host_of_the_service_sent_to_the_mock(self):
        host = "bedrock-runtime.us-east-1.amazonaws.com"
        with Mock() as mock:
            path = "/model/amazon.nova-micro-v1%3A0/converse"
            fields = signed_headers(mock, path, host=host)
            run = plain_curl(*headers(fields), "--data-binary", BODY, mock.url + path)
        self.assertStatus(run, 200)

    def test_connect_to_the_mock_in_place_of_the_service(self):
        host = "bedrock-runtime.us-east-1.amazonaws.com"
        path = "/model/amazon.nova-micro-v1%3A0/converse"
        with Mock() as mock:
            fields = signed_headers(mock, path, host=host)
            del fields["Host"]
            run = plain_curl(
                "--connect-to", f"{host}:80:127.0.0.1:{mock.port}", "--noproxy", "*", *headers(fields),
                "--data-binary", BODY, f"http://{host}{path}")  # fmt: skip
        self.assertStatus(run, 200)

    def test_upload_from_a_pipe_is_chunked(self):
        with Mock() as mock:
            path = "/model/amazon.nova-micro-v1%3A0/converse"
            run = plain_curl(
                *headers(signed_headers(mock, path)), "-X", "POST", "-T", "-", mock.url + path, stdin=BODY)  # fmt: skip
        self.assertStatus(run, 200)

    def test_expect_100_continue(self):
        body = json.dumps({"messages": PING, "padding": "x" * 2_000_000})
        path = "/model/amazon.nova-micro-v1%3A0/converse"
        with Mock() as mock, tempfile.NamedTemporaryFile("w") as file:
            file.write(body)
            file.flush()
            run = plain_curl(
                *headers(signed_headers(mock, path, body)), "-H", "Expect: 100-continue",
                "--expect100-timeout", "10", "--data-binary", f"@{file.name}", mock.url + path)  # fmt: skip
        self.assertTrue(run.stdout.startswith("HTTP/1.1 100 Continue\r\n".replace("\r", "")), run.stdout[:200])
        self.assertStatus(run, 200)


class CommandOfDoctorSign(CurlTest):
    """`doctor sign` ends with its request as a curl command; a shell runs it as it stands."""

    def assertAnswered(self, *arguments, credentials=(ACCESS_KEY, SECRET_KEY, None), status=200):
        access_key, secret, token = credentials
        with Mock(access_key=access_key, secret=secret, token=token) as mock:
            environment = surroundings(
                AWS_ACCESS_KEY_ID=access_key, AWS_SECRET_ACCESS_KEY=secret, AWS_SESSION_TOKEN=token or "")  # fmt: skip
            sign = subprocess.run(
                [DOCTOR, "sign", "--endpoint-url", mock.url, *arguments], capture_output=True, text=True,
                env=environment, timeout=30)  # fmt: skip
            self.assertEqual(sign.returncode, 0, sign.stderr)
            for secret in filter(None, (secret, token)):
                self.assertNotIn(secret, sign.stdout + sign.stderr)
            command = sign.stdout[sign.stdout.rindex("  curl ") :].rstrip() + " -sS -i --max-time 20"
            run = subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=environment, timeout=30)
        self.assertStatus(run, status)

    def test_colon_raw_and_encoded(self):
        for colon in ("raw", "encoded"):
            with self.subTest(colon):
                self.assertAnswered("--colon", colon)

    def test_arn(self):
        self.assertAnswered(
            "--model", "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-micro-v1:0")

    def test_session_token(self):
        self.assertAnswered(credentials=(TEMPORARY, SECRET_KEY, TOKEN))

    def test_get_with_a_query(self):
        self.assertAnswered("--method", "GET", "--target", "/foundation-models?byProvider=amazon")

    def test_presigned(self):
        self.assertAnswered("--expires", "60")


class Misuse(CurlTest):
    def test_https_is_told_at_once_that_it_is_http(self):
        with Mock() as mock:
            run = plain_curl("-k", mock.url.replace("http:", "https:") + "/foundation-models")
            _, _, log = mock.stop()
        self.assertEqual(run.returncode, 35, run.stderr)
        self.assertIn("use http://, not https://", log)

    def test_method_that_no_operation_has(self):
        with Mock() as mock:
            self.assertStatus(plain_curl("-X", "TRACE", mock.url + "/foundation-models"), 405)

    def test_head_of_100_kilobytes(self):
        with Mock() as mock, tempfile.NamedTemporaryFile("w") as file:
            file.write("X-Long: " + "x" * 100_000)
            file.flush()
            self.assertStatus(plain_curl("-H", f"@{file.name}", mock.url + "/foundation-models"), 431)
