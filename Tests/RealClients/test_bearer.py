"""API keys in place of signatures: botocore, the AWS CLI and curl bring them, and AWS's form of a short-term key is verified."""

import base64
import datetime
import subprocess
import sys
import unittest
from unittest import mock as patching

from botocore.auth import SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from clients import MODEL, bedrock, refusal
from mock import ACCESS_KEY, DOCTOR, SECRET_KEY, TEMPORARY, TOKEN, FolderTest, Mock, serve, surroundings
from wire import BODY, PATH

VARIABLE = "AWS_BEARER_TOKEN_BEDROCK"
LONG_TERM = "ABSK" + base64.b64encode(b"BedrockAPIKey-1-at-123456789012:c2VjcmV0LXNlY3JldA==").decode()
CALL = f"""
import boto3
answer = boto3.client("bedrock-runtime").converse(
    modelId="{MODEL}", messages=[{{"role": "user", "content": [{{"text": "ping"}}]}}])
print(answer["stopReason"])
"""


def short_term(access_key=ACCESS_KEY, secret=SECRET_KEY, region="us-east-1", token=None, age=0, expires=43200):
    """A key as aws-bedrock-token-generator makes it: a presigned request to bedrock.amazonaws.com in base64."""
    moment = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=age)
    request = AWSRequest("POST", "https://bedrock.amazonaws.com/", headers={"host": "bedrock.amazonaws.com"},
                         params={"Action": "CallWithBearerToken"})
    with patching.patch("botocore.auth.get_current_datetime", lambda *_: moment):
        SigV4QueryAuth(Credentials(access_key, secret, token), "bedrock", region, expires=expires).add_auth(request)
    url = request.url.removeprefix("https://") + "&Version=1"
    return "bedrock-api-key-" + base64.b64encode(url.encode()).decode()


def status(mock, token):
    """What curl gets with a token: the status, and the message of a refusal."""
    answer = subprocess.run(
        ["curl", "-s", "-w", "\n%{http_code}", "-H", f"Authorization: Bearer {token}", "-H",
         "Content-Type: application/json", "-d", BODY, mock.url + PATH], capture_output=True, text=True, timeout=30)
    body, _, code = answer.stdout.rpartition("\n")
    return int(code), "" if code == "200" else body


class Keys(FolderTest):
    def test_a_short_term_key_is_verified_against_the_key_pair(self):
        with Mock("-v") as mock:
            self.assertEqual(status(mock, short_term())[0], 200)
            for token, text in (
                (short_term(secret="x" * 40), "Please make sure your API Key is valid."),
                (short_term(access_key="AKIAUNKNOWN000000000"), "Please make sure your API Key is valid."),
                (short_term(region="eu-west-1"), "Please make sure your API Key is valid."),
                (short_term(age=50_000), "Bearer Token has expired"),
                (short_term()[:-40], "Please make sure your API Key is valid."),
                (short_term(expires=86400), "Please make sure your API Key is valid."),
            ):
                code, body = status(mock, token)
                self.assertEqual(code, 403)
                self.assertIn(text, body)
            _, _, log = mock.stop()
        self.assertIn("the API key is for eu-west-1, this endpoint is in us-east-1", log)

    def test_a_temporary_pair_signs_one_with_its_token(self):
        with Mock(access_key=TEMPORARY, token=TOKEN) as mock:
            self.assertEqual(status(mock, short_term(TEMPORARY, token=TOKEN))[0], 200)
            self.assertEqual(status(mock, short_term(TEMPORARY))[0], 403)

    def test_a_key_of_the_options_a_file_and_the_environment(self):
        for text in (LONG_TERM + "\n", f"export {VARIABLE}='{LONG_TERM}'\n"):
            with self.subTest(text), Mock("-v", "--bearer-token-file", self.write("key", text)) as mock:
                self.assertEqual(status(mock, LONG_TERM)[0], 200)
                self.assertEqual(status(mock, LONG_TERM[:-4])[0], 403)
                _, out, log = mock.stop()
                self.assertNotIn(LONG_TERM, out + log)
        with Mock("--bearer-token", LONG_TERM) as mock:
            self.assertEqual(status(mock, LONG_TERM)[0], 200)
        with Mock(environment={VARIABLE: LONG_TERM}) as mock:
            self.assertEqual(status(mock, LONG_TERM)[0], 200)

    def test_what_is_no_key_is_refused_and_not_shown(self):
        for token in ("sk-ant-api03-abcdefghijk", "ABSK with blank"):
            run = serve("--bearer-token", token, command=["true"])
            self.assertEqual(run.returncode, 65, run.stderr)
            self.assertNotIn(token, run.stdout + run.stderr)


class Clients(unittest.TestCase):
    def test_the_command_gets_the_key_when_it_is_asked_for(self):
        show = [sys.executable, "-c", f"import os; print(os.environ.get('{VARIABLE}'))"]
        self.assertEqual(serve(command=show, **{VARIABLE: LONG_TERM}).stdout.splitlines()[1], "None")
        run = serve("--bearer", command=show, **{VARIABLE: LONG_TERM})
        # Standard output of the command is its own.
        self.assertEqual(run.stdout.splitlines()[1:], [LONG_TERM])
        self.assertNotIn(LONG_TERM, run.stderr)
        made = [serve("--bearer", command=show).stdout.splitlines()[1] for _ in range(2)]
        self.assertTrue(all(key.startswith("ABSK") for key in made) and made[0] != made[1])

    def test_botocore_prefers_the_key(self):
        run = serve("--bearer", "-v", command=[sys.executable, "-c", CALL])
        self.assertEqual((run.returncode, run.stdout.splitlines()[1:]), (0, ["end_turn"]), run.stderr)
        self.assertIn("-> 200 simulated bearer", run.stderr)

    def test_botocore_sends_the_key_over_tls(self):
        for options in (["--tls"], ["--proxy"]):
            with self.subTest(options):
                run = serve(*options, "--bearer", "-v", command=[sys.executable, "-c", CALL])
                self.assertEqual((run.returncode, run.stdout.splitlines()[1:]), (0, ["end_turn"]), run.stderr)
                self.assertIn("-> 200 simulated bearer", run.stderr)

    def test_the_aws_cli_prefers_the_key(self):
        run = serve(
            "--bearer", "-v", command=[
                "aws", "bedrock-runtime", "converse", "--model-id", MODEL, "--messages",
                '[{"role": "user", "content": [{"text": "ping"}]}]', "--query", "stopReason"])
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("-> 200 simulated bearer", run.stderr)

    def test_a_blank_variable_is_sent_as_an_empty_token(self):
        with Mock() as mock, patching.patch.dict("os.environ", {VARIABLE: ""}):
            self.assertEqual(refusal(bedrock(mock)).code, "AccessDeniedException")


class OwnClient(FolderTest):
    def run_doctor(self, *arguments, **variables):
        return subprocess.run(
            [DOCTOR, *arguments], capture_output=True, text=True, env=surroundings(**variables), timeout=60)

    def test_check_and_models_send_the_key(self):
        with Mock("-v") as mock:
            for command in (["check"], ["models", "--models", MODEL]):
                run = self.run_doctor(
                    *command, "--endpoint-url", mock.url, **{VARIABLE: short_term(), "AWS_REGION": "us-east-1"})
                self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
            _, _, log = mock.stop()
        self.assertEqual(log.count("-> 200 simulated bearer key"), 2)

    def test_a_pair_signs_unless_the_key_is_asked_for(self):
        pair = {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, VARIABLE: short_term(),
                "AWS_REGION": "us-east-1"}
        with Mock("-v") as mock:
            for auth, scheme in (("auto", "200 simulated key"), ("sigv4", "200 simulated key"),
                                 ("bearer", "200 simulated bearer key")):
                run = self.run_doctor("check", "--auth", auth, "--endpoint-url", mock.url, **pair)
                self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
            _, _, log = mock.stop()
        self.assertEqual(log.count("-> 200 simulated key"), 2)
        self.assertEqual(log.count("-> 200 simulated bearer key"), 1)

    def test_nothing_is_called_with_another_identity_than_was_asked_for(self):
        pair = {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY}
        with Mock("-v") as mock:
            for auth, variables, lacking in (("bearer", pair, VARIABLE), ("bearer", {**pair, VARIABLE: " "}, VARIABLE),
                                             ("sigv4", {VARIABLE: short_term()}, "AWS credentials")):
                for command in (["check", "--endpoint-url", mock.url],
                                ["models", "--models", MODEL, "--endpoint-url", mock.url],
                                ["record", "--upstream", mock.url, "--into", self.path("x.json"), "--", "true"]):
                    with self.subTest(auth=auth, command=command[0]):
                        run = self.run_doctor(command[0], "--auth", auth, *command[1:], AWS_REGION="us-east-1", **variables)
                        self.assertNotEqual(run.returncode, 0)
                        self.assertIn(lacking, run.stdout + run.stderr)
            _, _, log = mock.stop()
        self.assertIn(" 0 simulated, 0 refused", log)

    def test_a_capture_takes_a_client_with_a_key_and_sends_its_own_on(self):
        with Mock("-v") as upstream:
            call = ["sh", "-c", 'curl -s -o /dev/null -w "%{http_code}" -H "Content-Type: application/json" '
                    f"-H \"Authorization: Bearer ${VARIABLE}\" -d '{BODY}' "
                    f'"$AWS_ENDPOINT_URL_BEDROCK_RUNTIME{PATH}"']
            into = self.path("capture.json")
            key = short_term()
            run = subprocess.run(
                [DOCTOR, "record", "--upstream", upstream.url, "--bearer", "--into", into, "--", *call],
                capture_output=True, text=True, timeout=60, env=surroundings(**{VARIABLE: key, "AWS_REGION": "us-east-1"}))
            self.assertEqual((run.returncode, run.stdout.splitlines()[1:]), (0, ["200"]), run.stderr)
            _, _, log = upstream.stop()
        self.assertIn("-> 200 simulated bearer key", log)
        with open(into) as file:
            written = file.read()
        self.assertNotIn("Bearer", written)
        self.assertNotIn(key, written + run.stdout + run.stderr)


if __name__ == "__main__":
    unittest.main()
