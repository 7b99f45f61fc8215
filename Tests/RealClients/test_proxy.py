"""`doctor serve --proxy`: clients whose endpoint stays Amazon Bedrock's own, and which take a proxy."""

import subprocess
import sys
import unittest

import boto3
from botocore.config import Config

from clients import MODEL, have_aws, have_curl
from mock import ACCESS_KEY, SECRET_KEY, FolderTest, Mock, serve, surroundings

CALL = (
    "import boto3\nprint(boto3.client('bedrock-runtime').converse(modelId='amazon.nova-micro-v1:0', "
    "messages=[{'role': 'user', 'content': [{'text': 'ping'}]}])['stopReason'])\n")
RUNTIME = "https://bedrock-runtime.us-east-1.amazonaws.com"


class Proxied(FolderTest):
    def setUp(self):
        super().setUp()
        self.authority = self.path("authority.pem")

    def mock(self, *arguments, **more):
        return Mock("--proxy", "--tls-ca", self.authority, *arguments, **more)

    def client(self, mock, service="bedrock-runtime", region="us-east-1"):
        return boto3.client(
            service, region_name=region, aws_access_key_id=ACCESS_KEY, aws_secret_access_key=SECRET_KEY,
            verify=self.authority,
            config=Config(proxies={"https": mock.url}, retries={"total_max_attempts": 1}))  # fmt: skip

    def curl(self, mock, *arguments):
        # The hosts of the tests are reached through the proxy, whatever the environment says.
        environment = surroundings(NO_PROXY="", no_proxy="")
        return subprocess.run(
            ["curl", "-sS", "-i", "--max-time", "20", "-x", mock.url, "--cacert", self.authority, *arguments],
            capture_output=True, text=True, timeout=30, env=environment)  # fmt: skip

    def test_boto3_calls_its_own_hosts(self):
        with self.mock() as mock:
            self.assertTrue(mock.url.startswith("http://"))
            messages = [{"role": "user", "content": [{"text": "ping"}]}]
            runtime = self.client(mock)
            self.assertEqual(runtime.converse(modelId=MODEL, messages=messages)["stopReason"], "end_turn")
            stream = runtime.converse_stream(modelId=MODEL, messages=messages)["stream"]
            self.assertIn("messageStop", [name for event in stream for name in event])
            self.assertTrue(self.client(mock, "bedrock").list_foundation_models()["modelSummaries"])
            self.assertIn("Arn", self.client(mock, "sts").get_caller_identity())
            log = mock.stop()[2]
        self.assertIn("4 requests", log)
        self.assertIn("4 simulated", log)

    def test_wrong_signature_is_refused_as_ever(self):
        with self.mock() as mock:
            client = boto3.client(
                "bedrock-runtime", region_name="us-east-1", aws_access_key_id=ACCESS_KEY,
                aws_secret_access_key=SECRET_KEY[::-1], verify=self.authority,
                config=Config(proxies={"https": mock.url}, retries={"total_max_attempts": 1}))  # fmt: skip
            with self.assertRaisesRegex(Exception, "signature we calculated"):
                client.converse(modelId=MODEL, messages=[{"role": "user", "content": [{"text": "ping"}]}])

    def test_other_hosts_and_regions_are_refused(self):
        with self.mock() as mock:
            for client, call in (
                (self.client(mock, "s3"), "list_buckets"), (self.client(mock, region="eu-west-1", service="bedrock"),
                 "list_foundation_models"),
            ):  # fmt: skip
                with self.assertRaisesRegex(Exception, "Failed to connect to proxy"):
                    getattr(client, call)()
            status, _, log = mock.stop()
        self.assertIn("forwards nothing", log)
        self.assertIn("--region eu-west-1", log)
        self.assertIn("2 requests for hosts that are not played here", log)

    @unittest.skipUnless(have_curl, "curl is not installed")
    def test_curl(self):
        signer = ["--aws-sigv4", "aws:amz:us-east-1:bedrock", "--user", f"{ACCESS_KEY}:{SECRET_KEY}"]
        control = "https://bedrock.us-east-1.amazonaws.com/foundation-models"
        with self.mock() as mock:
            for option, version in (("--http1.1", "HTTP/1.1 200 OK"), ("--http2", "HTTP/2 200")):
                run = self.curl(mock, option, *signer, control)
                self.assertIn(f"\n{version}", "\n" + run.stdout.replace("HTTP/1.1 200 Connection established", ""), run.stderr)
            run = self.curl(mock, "https://example.com/")
            self.assertEqual(run.returncode, 56, run.stdout + run.stderr)
            # And in plain, by a whole URL.
            run = self.curl(mock, *signer, control.replace("https", "http"))
            self.assertTrue(run.stdout.startswith("HTTP/1.1 200 OK"), run.stdout + run.stderr)
            run = self.curl(mock, "http://example.com/")
            self.assertIn("403 Forbidden", run.stdout)
            self.assertIn("forwards nothing", run.stdout)

    @unittest.skipUnless(have_curl, "curl is not installed")
    def test_proxy_that_is_called_over_tls_itself(self):
        with Mock("--tls", "--proxy", "--tls-ca", self.authority) as mock:
            self.assertTrue(mock.url.startswith("https://"))
            run = self.curl(mock, "--proxy-cacert", self.authority, RUNTIME + "/")
            self.assertIn("MissingAuthenticationTokenException", run.stdout, run.stderr)

    def test_command_is_given_the_proxy_and_no_endpoint(self):
        hostile = {
            "AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": "http://127.0.0.1:9",
            "NO_PROXY": "amazonaws.com", "no_proxy": "amazonaws.com", "HTTPS_PROXY": "http://127.0.0.1:9",
        }  # fmt: skip
        run = serve("--proxy", "--strict", command=[sys.executable, "-c", CALL], **hostile)
        self.assertEqual((run.returncode, run.stdout.splitlines()[1:]), (0, ["end_turn"]), run.stderr)

    @unittest.skipUnless(have_aws, "the AWS CLI is not installed")
    def test_aws_cli(self):
        run = serve("--proxy", command=["aws", "sts", "get-caller-identity", "--query", "Arn", "--output", "text"])
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("arn:aws:", run.stdout)

    def test_command_that_reached_nothing_to_judge_has_no_verdict(self):
        other = "import urllib.request\nurllib.request.urlopen('https://example.com/')"
        for strict, status in (([], 2), (["--strict"], 1)):
            command = [sys.executable, "-c", f"try:\n    exec({other!r})\nexcept OSError: pass"]
            run = serve("--proxy", *strict, command=command)
            self.assertEqual(run.returncode, status, run.stderr)
            self.assertIn("only hosts that are not played here were called", run.stderr)

    def test_export_lines(self):
        with self.mock() as mock:
            _, out, _ = mock.stop()
        self.assertIn(f"export HTTPS_PROXY={mock.url}\nexport https_proxy={mock.url}\n", out)
        self.assertNotIn("export AWS_ENDPOINT_URL", out)
        self.assertRegex(out, "unset .*AWS_ENDPOINT_URL_BEDROCK_RUNTIME .*NO_PROXY")


if __name__ == "__main__":
    unittest.main()
