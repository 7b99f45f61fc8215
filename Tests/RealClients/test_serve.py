"""`doctor serve` as a program: its options, files, signals and exit statuses, and the command after `--`."""

import json
import os
import pty
import re
import signal
import socket
import subprocess
import sys
import time
import unittest

from clients import MODEL, Refusal, bedrock, converse, refusal
from mock import ACCESS_KEY, DOCTOR, SECRET_KEY, TEMPORARY, TOKEN, FolderTest, Mock, serve, surroundings
from wire import BODY, PATH, presigned_target, send, send_signed, signed_headers

DEMONSTRATION = ("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")


class Credentials(unittest.TestCase):
    def test_of_the_environment(self):
        environment = {"AWS_ACCESS_KEY_ID": TEMPORARY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "AWS_SESSION_TOKEN": TOKEN}
        with Mock(access_key=None, environment=environment) as mock:
            converse(bedrock(mock, TEMPORARY, token=TOKEN))
            self.assertEqual(refusal(bedrock(mock, TEMPORARY)).code, "UnrecognizedClientException")

    def test_given_ones_come_before_the_environments(self):
        environment = {"AWS_ACCESS_KEY_ID": TEMPORARY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "AWS_SESSION_TOKEN": TOKEN}
        with Mock(environment=environment) as mock:
            converse(bedrock(mock))

    def test_demonstration_pair_without_any(self):
        with Mock(access_key=None) as mock:
            converse(bedrock(mock, *DEMONSTRATION))

    def test_demonstration_pair_is_printed_with_the_lines_that_bring_a_client_here(self):
        with Mock(access_key=None) as mock:
            _, out, log = mock.stop()
        self.assertIn(" / ".join(DEMONSTRATION), log)
        show = f"{out}\n{sys.executable} -c 'import os, json; print(json.dumps(dict(os.environ)))'"
        rivals = {"AWS_SESSION_TOKEN": "x", "AWS_PROFILE": "nobody", "AWS_BEARER_TOKEN_BEDROCK": "ABSKx"}
        run = subprocess.run(["sh", "-c", show], capture_output=True, text=True, env=surroundings(**rivals), timeout=30)
        seen = json.loads(run.stdout)
        names = ["AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "AWS_ENDPOINT_URL_BEDROCK", "AWS_REGION", "AWS_ACCESS_KEY_ID"]
        self.assertEqual([seen[name] for name in names], [mock.url, mock.url, "us-east-1", DEMONSTRATION[0]])
        self.assertEqual(seen["AWS_SECRET_ACCESS_KEY"], DEMONSTRATION[1])
        self.assertFalse(set(rivals) & set(seen) or "AWS_ENDPOINT_URL" in seen)

    def test_another_pair_is_named_and_never_printed(self):
        environment = {"AWS_ACCESS_KEY_ID": TEMPORARY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "AWS_SESSION_TOKEN": TOKEN}
        for case in ({"access_key": None, "environment": environment}, {}):
            with self.subTest(case), Mock(**case) as mock:
                _, out, log = mock.stop()
                self.assertIn(f"export AWS_ENDPOINT_URL_BEDROCK_RUNTIME={mock.url}\n", out)
                self.assertNotIn("AWS_SECRET_ACCESS_KEY", out)
                self.assertNotIn("unset AWS_SESSION_TOKEN" if case else "AWS_ACCESS_KEY_ID", out)
                self.assertFalse(any(secret in out + log for secret in (SECRET_KEY, TOKEN, TEMPORARY, ACCESS_KEY)))

    def test_halves_are_wrong_usage(self):
        for arguments in (
            ["--access-key-id", ACCESS_KEY],
            ["--secret-access-key", SECRET_KEY],
            ["--session-token", TOKEN],
            ["--access-key-id", "", "--secret-access-key", ""],
        ):
            with self.subTest(arguments[0]):
                self.assertEqual(serve(*arguments).returncode, 64)


class Secrets(unittest.TestCase):
    def test_are_in_no_output_at_any_verbosity(self):
        for verbosity in ((), ("-v",), ("-v", "-v")):
            with self.subTest(verbosity), Mock(*verbosity, access_key=TEMPORARY, token=TOKEN) as mock:
                converse(bedrock(mock, TEMPORARY, token=TOKEN))
                mismatch = refusal(bedrock(mock, TEMPORARY, SECRET_KEY[::-1], TOKEN))
                stranger = refusal(bedrock(mock, TEMPORARY, token=TOKEN[::-1]))
                target = presigned_target(mock, access_key=TEMPORARY, token=TOKEN) + "0"
                presigned = send(mock, target, None, "GET")
                _, out, log = mock.stop()
                self.assertEqual(mismatch.code, "InvalidSignatureException")
                self.assertEqual(presigned.error, "InvalidSignatureException")
                self.assertIn("x-amz-security-token:", mismatch.message)
                said = mismatch.message + stranger.message + presigned.body.decode() + out + log
                for secret in (SECRET_KEY, SECRET_KEY[::-1], TOKEN, TOKEN[::-1], TOKEN[:40], quoted(TOKEN)[:40]):
                    self.assertNotIn(secret, said)

    def test_are_not_in_the_message_of_a_wrong_command_line(self):
        run = serve("--access-key-id", ACCESS_KEY, "--secret-access-key", SECRET_KEY, "--port", "99999")
        self.assertEqual(run.returncode, 64)
        self.assertNotIn(SECRET_KEY, run.stdout + run.stderr)


def quoted(text):
    return "".join(c if c.isalnum() else f"%{ord(c):02X}" for c in text)


class Options(unittest.TestCase):
    def test_regions_may_stand_with_spaces(self):
        with Mock("--region", "us-east-1, eu-west-1") as mock:
            for region in ("us-east-1", "eu-west-1"):
                converse(bedrock(mock, region=region))

    def test_latency_holds_an_answer_back(self):
        with Mock("--latency", "300") as mock:
            began = time.monotonic()
            send_signed(mock)
            self.assertGreaterEqual(time.monotonic() - began, 0.3)

    def test_port_that_is_taken(self):
        with Mock() as mock:
            run = serve("--port", str(mock.port))
        self.assertEqual((run.returncode, run.stdout), (1, ""))
        self.assertIn(f"port {mock.port}: another program listens there", run.stderr)

    def test_address_of_another_machine(self):
        run = serve("--host", "192.0.2.1")
        self.assertEqual((run.returncode, run.stdout), (1, ""))
        self.assertIn("this machine has no such address", run.stderr)

    def test_ipv6_loopback(self):
        try:
            socket.create_server(("::1", 0), family=socket.AF_INET6).close()
        except OSError:
            self.skipTest("this machine has no IPv6 loopback")
        run = serve("--host", "::1", command=[sys.executable, "-c", CALL])
        self.assertEqual((run.returncode, run.stdout.splitlines()[1:]), (0, ["max_tokens"]), run.stderr)

    def test_values_that_no_option_takes(self):
        for arguments in (
            ["--port", "65536"], ["--port", "-1"], ["--latency", "-1"], ["--clock-offset", "1.5"], ["--region", " ,"],
            ["--clock-offset", "99999999999"], ["--no-such-option"],
        ):  # fmt: skip
            with self.subTest(arguments):
                run = serve(*arguments)
                self.assertEqual((run.returncode, run.stdout), (64, ""))


def recording(*exchanges):
    return {
        "schema": "converse-recording/1",
        "name": "test",
        "source": {"kind": "authored", "tool": "test", "version": "1", "date": "2026-11-22"},
        "notes": [],
        "exchanges": [
            {
                "request": {
                    "method": "POST", "target": PATH, "headers": [],
                    "body": {"json": {"messages": [{"role": "user", "content": [{"text": asked}]}]}},
                },
                "response": {
                    "status": 200, "headers": [{"name": "Content-Type", "value": "application/json"}],
                    "body": {"json": {
                        "output": {"message": {"role": "assistant", "content": [{"text": answered}]}},
                        "stopReason": "end_turn", "metrics": {"latencyMs": 1},
                        "usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2},
                    }},
                },
            }
            for asked, answered in exchanges
        ],
    }  # fmt: skip


class Recordings(FolderTest):
    def ask(self, mock, text, **client):
        answer = bedrock(mock, **client).converse(
            modelId=MODEL, messages=[{"role": "user", "content": [{"text": text}]}])
        return answer["output"]["message"]["content"][0]["text"]

    def test_of_a_directory_are_answered(self):
        self.write("a.json", recording(("one", "first")))
        self.write("b.json", recording(("two", "second")))
        with Mock("--recordings", self.folder, "--strict") as mock:
            self.assertEqual([self.ask(mock, "two"), self.ask(mock, "one")], ["second", "first"])
            self.assertEqual(mock.stop()[0], 0)

    def test_identical_requests_in_recorded_order(self):
        file = self.write("a.json", recording(("again", "first"), ("again", "second")))
        with Mock("--recordings", file) as mock:
            self.assertEqual([self.ask(mock, "again"), self.ask(mock, "again")], ["first", "second"])

    def test_answer_both_wire_forms_of_the_model_id(self):
        file = self.write("a.json", recording(("one", "first"), ("one", "second")))
        body = json.dumps({"messages": [{"content": [{"text": "one"}], "role": "user"}]})
        with Mock("--recordings", file) as mock:
            for path in (PATH, PATH.replace("%3A", ":")):
                answer = send_signed(mock, path, body)
                self.assertEqual((answer.status, answer.json["stopReason"]), (200, "end_turn"))

    def test_are_given_to_nobody_with_a_wrong_secret(self):
        file = self.write("a.json", recording(("one", "first")))
        with Mock("--recordings", file) as mock:
            refused = Refusal(lambda: self.ask(mock, "one", secret=SECRET_KEY[::-1]))
            self.assertEqual(refused.code, "InvalidSignatureException")
            self.assertEqual(self.ask(mock, "one"), "first")

    def test_strict_fails_a_request_that_matches_none_and_says_how_it_differs(self):
        file = self.write("a.json", recording(("one", "first")))
        with Mock("--recordings", file, "--strict") as mock:
            self.ask(mock, "one")
            refused = Refusal(lambda: self.ask(mock, "other"))
            status, _, log = mock.stop()
        self.assertEqual((refused.status, status), (404, 1))
        self.assertIn("1 unmatched", log)

    def test_strict_fails_a_recording_never_asked_for(self):
        file = self.write("a.json", recording(("one", "first"), ("two", "second")))
        with Mock("--recordings", file, "--strict") as mock:
            self.ask(mock, "one")
            status, _, log = mock.stop()
        self.assertEqual(status, 1)
        self.assertIn("recordings never asked for: test#1", log)


def account(**changes):
    return {
        "schema": "bedrock-account/1", "account": "210987654321", "regions": ["eu-west-1"],
        "models": [{
            "id": MODEL, "name": "Nova Micro", "provider": "Amazon", "contextTokens": 1000, "maxOutputTokens": 100,
            "regions": {"eu-west-1": {}},
        }],
        "profiles": [{
            "id": "abcdefghij12", "type": "APPLICATION", "model": MODEL, "sources": ["eu-west-1"],
            "destinations": ["eu-west-1"],
        }],
    } | changes  # fmt: skip


class Account(FolderTest):
    def test_of_a_file_is_played(self):
        with Mock("--account", self.write("a.json", account()), "--region", "eu-west-1") as mock:
            client = bedrock(mock, region="eu-west-1")
            converse(client)
            self.assertEqual(refusal(client, model="us.anthropic.claude-sonnet-4-6").code, "ValidationException")

    def test_application_inference_profile_by_its_arn(self):
        arn = "arn:aws:bedrock:eu-west-1:210987654321:application-inference-profile/abcdefghij12"
        with Mock("--account", self.write("a.json", account()), "--region", "eu-west-1") as mock:
            converse(bedrock(mock, region="eu-west-1"), model=arn)

    def test_quota_of_requests_throttles(self):
        file = self.write("a.json", account(quotas={"requestsPerMinute": 1}))
        with Mock("--account", file, "--region", "eu-west-1") as mock:
            client = bedrock(mock, region="eu-west-1")
            converse(client)
            refused = refusal(client)
        self.assertEqual((refused.code, refused.kind, refused.status), ("ThrottlingException",) * 2 + (429,))


class BrokenFiles(FolderTest):
    def assertUnreadable(self, place, *arguments):
        run = serve(*arguments)
        self.assertEqual((run.returncode, run.stdout), (65, ""), run.stderr)
        self.assertRegex(run.stderr, place)

    def test_account_with_a_syntax_error(self):
        file = self.write("a.json", '{\n  "schema": "bedrock-account/1",\n  "regions": [,]\n}')
        self.assertUnreadable(re.escape(file) + ":3:15: ", "--account", file)

    def test_account_with_an_unknown_member(self):
        file = self.write("a.json", json.dumps(account(region=["x"]), indent=1))
        self.assertUnreadable(re.escape(file) + r":\d+:\d+: .*region", "--account", file)

    def test_account_with_a_model_in_a_region_it_does_not_have(self):
        file = self.write("a.json", json.dumps(account(regions=["eu-west-2"]), indent=1))
        self.assertUnreadable(re.escape(file) + r":\d+:\d+: .*eu-west-1", "--account", file)

    def test_recording_with_a_wrong_type(self):
        broken = recording(("one", "first"))
        broken["exchanges"][0]["response"]["status"] = "200"
        file = self.write("a.json", json.dumps(broken, indent=1))
        line = next(n for n, text in enumerate(json.dumps(broken, indent=1).splitlines(), 1) if '"status"' in text)
        self.assertUnreadable(re.escape(file) + rf":{line}:\d+: .*exchanges\[0\].response.status", "--recordings", file)

    def test_recording_cut_short(self):
        file = self.write("a.json", json.dumps(recording(("one", "first")))[:200])
        self.assertUnreadable(re.escape(file) + r":1:\d+: ", "--recordings", file)

    def test_recording_with_a_member_given_twice(self):
        file = self.write("a.json", '{"schema": "converse-recording/1", "schema": "converse-recording/1"}')
        self.assertUnreadable(re.escape(file) + r":1:36: ", "--recordings", file)

    def test_files_that_are_not_there(self):
        for option in ("--account", "--recordings"):
            with self.subTest(option):
                self.assertUnreadable(r"nowhere\.json: there is no such file", option, "nowhere.json")

    def test_directory_without_recordings(self):
        self.assertUnreadable(re.escape(self.folder), "--recordings", self.folder)

    def test_directory_in_place_of_an_account(self):
        self.assertUnreadable(re.escape(self.folder) + ": is a directory", "--account", self.folder)


CALL = """
import boto3, json
client = boto3.client("bedrock-runtime")
answer = client.converse(modelId="amazon.nova-micro-v1:0", messages=[{"role": "user", "content": [{"text": "ping"}]}],
                         inferenceConfig={"maxTokens": 1})
print(answer["stopReason"])
"""


class Command(unittest.TestCase):
    def test_boto3_needs_nothing_but_its_environment(self):
        run = serve("--region", "eu-west-1,us-east-1", command=[sys.executable, "-c", CALL])
        self.assertEqual((run.returncode, run.stdout.splitlines()[1:]), (0, ["max_tokens"]), run.stderr)

    def test_variables_that_would_win_are_taken_away(self):
        hostile = {
            "AWS_PROFILE": "nobody", "AWS_BEARER_TOKEN_BEDROCK": "ABSKx", "AWS_SECURITY_TOKEN": "x",
            "AWS_SESSION_TOKEN": "x", "AWS_CREDENTIAL_EXPIRATION": "2020-01-01T00:00:00Z", "AWS_REGION": "eu-west-3",
            "AWS_DEFAULT_REGION": "eu-west-3", "AWS_ENDPOINT_URL_BEDROCK": "http://127.0.0.1:9",
            "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": "http://127.0.0.1:9", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true",
            "HTTP_PROXY": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9", "NO_PROXY": "example.com",
            "no_proxy": "example.com",
        }  # fmt: skip
        run = serve(command=[sys.executable, "-c", CALL], **hostile)
        self.assertEqual((run.returncode, run.stdout.splitlines()[1:]), (0, ["max_tokens"]), run.stderr)

    def test_environment(self):
        names = [
            "AWS_ENDPOINT_URL_BEDROCK", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "AWS_REGION", "AWS_DEFAULT_REGION",
            "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
        ]  # fmt: skip
        show = f"import os; print(*(os.environ.get(name, '-') for name in {names}), sep='\\n')"
        run = serve(
            "--access-key-id", TEMPORARY, "--secret-access-key", SECRET_KEY, "--session-token", TOKEN,
            "--region", "eu-west-1,us-east-1", command=[sys.executable, "-c", show])  # fmt: skip
        first, *values = run.stdout.splitlines()
        url = first.removeprefix("listening on ")
        self.assertEqual(values, [url, url, "eu-west-1", "eu-west-1", TEMPORARY, SECRET_KEY, TOKEN])

    def test_endpoint_of_other_services_stays_as_it_is(self):
        for other in ("", "http://127.0.0.1:4566"):
            run = serve(
                command=["sh", "-c", "echo [$AWS_ENDPOINT_URL]"], **({"AWS_ENDPOINT_URL": other} if other else {}))
            self.assertEqual(run.stdout.splitlines()[1:], [f"[{other}]"])

    def test_exit_status_is_the_commands(self):
        for script, status, words in (
            ("exit 7", 7, "ended with exit status 7"),
            ("kill -TERM $$", 143, "ended by signal SIGTERM (exit status 143)"),
            ("kill -KILL $$", 137, "ended by signal SIGKILL (exit status 137)"),
        ):
            for strict in ((), ("--strict",)):
                with self.subTest(script, strict=strict):
                    run = serve(*strict, command=["sh", "-c", script])
                    self.assertEqual(run.returncode, status)
                    self.assertIn(words, run.stderr)

    def test_command_that_calls_nobody_proves_nothing(self):
        for options, status in (((), 2), (("--strict",), 1), (("--explain",), 2), (("--explain", "--strict"), 1)):
            with self.subTest(options):
                run = serve(*options, command=["true"])
                self.assertEqual(run.returncode, status, run.stderr)
                self.assertIn("no call reached the server", run.stderr)

    def test_report_has_the_status_that_the_command_ends_with(self):
        for script in ("exit 0", "exit 3", f"{sys.executable} -c '{CALL}'"):
            with self.subTest(script):
                run = serve("--explain", "--format", "json", command=["sh", "-c", script])
                self.assertEqual(json.loads(run.stdout)["exitCode"], run.returncode)

    def test_refused_request_of_a_command_that_succeeds_is_1(self):
        script = "curl -s -o /dev/null $AWS_ENDPOINT_URL_BEDROCK/foundation-models; exit 0"
        run = serve(command=["sh", "-c", script])
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("missing-auth-token", run.stderr)
        self.assertIn("1 refused", run.stderr)

    def test_standard_input_is_the_commands(self):
        run = serve(command=["cat"], stdin="first line\nsecond line\n")
        self.assertEqual(run.stdout.splitlines()[1:], ["first line", "second line"])

    def test_arguments_after_the_separator_are_the_commands(self):
        run = serve(command=["printf", "%s\n", "--port", "-v", "--", "*"])
        self.assertEqual(run.stdout.splitlines()[1:], ["--port", "-v", "--", "*"])

    def test_command_that_does_not_exist(self):
        for name in ("no-such-command", "./no/such/command"):
            run = serve(command=[name])
            self.assertEqual(run.returncode, 127)
            self.assertIn(f"cannot run {name}: there is no such program", run.stderr)

    def test_command_that_cannot_be_run(self):
        for name, why in (("/etc/passwd", "not executable"), ("/etc", "is a directory")):
            run = serve(command=[name])
            self.assertEqual(run.returncode, 126)
            self.assertIn(why, run.stderr)

    def test_other_services_are_told_what_the_mock_is(self):
        call = (
            "import boto3, os\nfrom botocore.exceptions import ClientError\n"
            "for name, call in (('s3', 'list_buckets'), ('sts', 'get_session_token'), ('dynamodb', 'list_tables')):\n"
            "    client = boto3.client(name, endpoint_url=os.environ['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'])\n"
            "    try:\n        getattr(client, call)()\n"
            "    except ClientError as error:\n        print(error)\n")
        for options, status in (((), 0), (("--strict",), 1)):
            run = serve(*options, command=[sys.executable, "-c", call])
            self.assertEqual(run.returncode, status, run.stderr)
            self.assertEqual(run.stdout.count("mock of Amazon Bedrock"), 3, run.stdout)

    def test_strict_passes_a_right_client_of_the_bundled_account(self):
        run = serve("--strict", command=[sys.executable, "-c", CALL])
        self.assertEqual((run.returncode, run.stdout.splitlines()[1:]), (0, ["max_tokens"]), run.stderr)

    def test_strict_fails_an_operation_that_nothing_plays(self):
        call = (
            "import boto3\ntry:\n    boto3.client('bedrock-runtime').invoke_model(\n"
            "        modelId='amazon.nova-micro-v1:0', body='{}')\nexcept Exception as error:\n    print(error)\n")
        for options, status in (((), 0), (("--strict",), 1)):
            run = serve(*options, command=[sys.executable, "-c", call])
            self.assertEqual(run.returncode, status, run.stderr)
            self.assertIn("InvokeModel is not played", run.stdout)

    def test_model_that_the_account_lacks_is_logged_with_those_it_has(self):
        run = serve("--strict", command=[sys.executable, "-c", CALL.replace("nova-micro", "nova-minor")])
        self.assertEqual(run.returncode, 1)
        self.assertIn("the account has amazon.nova-micro-v1:0", run.stderr)

    def test_standard_output_that_is_closed_or_full(self):
        for where in (">&-", ">/dev/full"):
            for command in ("", " -- true"):
                with self.subTest(where + command):
                    run = subprocess.run(
                        ["sh", "-c", f"{DOCTOR} serve{command} {where}"], capture_output=True, text=True,
                        env=surroundings(), timeout=30)  # fmt: skip
                    self.assertEqual(run.returncode, 65, run.stderr)
                    self.assertIn("standard output", run.stderr)

    def test_signals_are_passed_on_and_the_summary_is_written(self):
        script = "trap 'echo ending; exit 3' TERM INT; echo ready; while :; do sleep 0.05; done"
        for how in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(how), Mock(command=["sh", "-c", script]) as mock:
                self.assertEqual(mock.process.stdout.readline(), "ready\n")
                status, out, log = mock.stop(how)
                self.assertEqual((status, out), (3, "ending\n"))
                self.assertIn("0 requests", log)

    def test_command_ended_by_a_signal_passed_on(self):
        with Mock(command=["sh", "-c", "echo ready; exec sleep 60"]) as mock:
            self.assertEqual(mock.process.stdout.readline(), "ready\n")
            self.assertEqual(mock.stop(signal.SIGTERM)[0], 143)


    def test_interrupt_of_a_terminal_reaches_the_command_once(self):
        client = "import signal, time; signal.signal(signal.SIGINT, lambda *_: print('interrupted', flush=True)); "
        client += "print('ready', flush=True); time.sleep(0.5)"
        process, terminal = pty.fork()
        if process == 0:
            # The log elsewhere, as with 2>file.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            os.execve(DOCTOR, [DOCTOR, "serve", "--", sys.executable, "-c", client], surroundings())
        with os.fdopen(terminal, "r+b", buffering=0) as screen:
            shown = b""
            try:
                while b"ready" not in shown:
                    shown += screen.read(1000)
                screen.write(b"\x03")
                while more := screen.read(1000):
                    shown += more
            except OSError:
                pass  # A terminal whose last program has ended cannot be read.
        _, status = os.waitpid(process, 0)
        self.assertEqual((os.waitstatus_to_exitcode(status), shown.count(b"interrupted")), (2, 1), shown)


class Signals(unittest.TestCase):
    def test_sigterm_ends_with_a_summary(self):
        with Mock() as mock:
            converse(bedrock(mock))
            refusal(bedrock(mock, secret=SECRET_KEY[::-1]))
            status, _, log = mock.stop(signal.SIGTERM)
        self.assertEqual(status, 0)
        self.assertIn("2 requests on 2 connections: 0 replayed, 1 simulated, 1 refused", log)

    def test_sigint_ends_with_a_summary_and_130(self):
        with Mock() as mock:
            converse(bedrock(mock))
            status, _, log = mock.stop(signal.SIGINT)
        self.assertEqual(status, 130)
        self.assertIn("1 request on 1 connection", log)

    def test_answer_under_way_is_still_sent(self):
        with Mock() as mock:
            fields = signed_headers(mock) | {"Content-Length": str(len(BODY)), "Expect": "100-continue"}
            head = f"POST {PATH} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items())
            with socket.create_connection(("127.0.0.1", mock.port), timeout=20) as link:
                link.sendall(head.encode() + b"\r\n")
                # Now the server is known to have the request in hand.
                self.assertEqual(link.recv(1000), b"HTTP/1.1 100 Continue\r\n\r\n")
                mock.process.send_signal(signal.SIGTERM)
                # And now that it has the signal: it takes no further connection.
                while True:
                    try:
                        socket.create_connection(("127.0.0.1", mock.port), timeout=20).close()
                    except OSError:
                        break
                link.sendall(BODY.encode())
                answer = link.makefile("rb").read().decode()
            # A second signal would end it at once.
            mock.process.wait(timeout=20)
            status, _, log = mock.stop()
        self.assertTrue(answer.startswith("HTTP/1.1 200 OK\r\n"), answer)
        self.assertIn("\r\nConnection: close\r\n", answer)
        self.assertEqual(status, 0)
        self.assertIn("1 simulated", log)

    def test_port_can_be_taken_again_at_once(self):
        with Mock() as mock:
            converse(bedrock(mock))
        run = serve("--port", str(mock.port), command=["true"])
        self.assertEqual(run.returncode, 2, run.stderr)


class Pipes(FolderTest):
    def test_a_file_of_credentials_may_be_a_pipe(self):
        text = f"AWS_ACCESS_KEY_ID={ACCESS_KEY}\nAWS_SECRET_ACCESS_KEY={SECRET_KEY}\n"
        for name in ("-", "/dev/stdin"):
            with self.subTest(name):
                run = subprocess.run(
                    [DOCTOR, "serve", "--credentials-file", name, "--", "sh", "-c", "echo $AWS_ACCESS_KEY_ID"], input=text,
                    capture_output=True, text=True, timeout=60, env=surroundings())
                self.assertEqual(run.stdout.splitlines()[-1], ACCESS_KEY, run.stderr)
