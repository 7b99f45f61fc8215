"""`doctor record`: captures of real clients' calls, imports, and the check for drift."""

import base64
import glob
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import unittest

import botocore.eventstream

import wire
from clients import MODEL, PING, bedrock, converse, refusal
from eventstream import TOOL_EVENTS, recording
from mock import ACCESS_KEY, DOCTOR, SECRET_KEY, TEMPORARY, TOKEN, FolderTest, Mock, surroundings

TOOLS = {"tools": [{"toolSpec": {"name": "weather", "inputSchema": {"json": {"type": "object"}}}}]}
TEMPORARY_PAIR = {
    "AWS_ACCESS_KEY_ID": TEMPORARY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "AWS_SESSION_TOKEN": TOKEN,
}  # fmt: skip
RECORDINGS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "recordings")


def doctor(*arguments, **variables):
    return subprocess.run(
        [DOCTOR, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
        env=surroundings(**variables))  # fmt: skip


class Capture(Mock):
    """`doctor record` between a client and an upstream; it has the environment's credentials."""

    def __init__(self, upstream, into, *arguments, environment=TEMPORARY_PAIR):
        self.command = [DOCTOR, "record", "--upstream", upstream, "--listen", "0", "--into", into, *arguments]
        self.environment = surroundings(**environment)


class RecordTest(FolderTest):
    def read(self, path):
        with open(path) as file:
            return json.load(file)

    def only(self, pattern):
        found = glob.glob(self.path(pattern))
        self.assertEqual(len(found), 1, found)
        return found[0]

    def assertNoSecret(self, path):
        with open(path, "rb") as file:
            text = file.read()
        decoded = b"".join(base64.b64decode(part) for part in re.findall(rb'"base64": ?"([^"]*)"', text))
        for haystack in [text, decoded]:
            for secret in [SECRET_KEY, TOKEN, TEMPORARY, ACCESS_KEY, "AWS4-HMAC-SHA256", "Signature="]:
                self.assertNotIn(secret.encode(), haystack)
            self.assertNotIn(b"authorization", haystack.lower())
            self.assertNotIn(b"security-token", haystack.lower())

    def assertReplays(self, path, cases):
        run = doctor("replay", path, "--format", "json")
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        report = json.loads(run.stdout)
        self.assertEqual([case["status"] for case in report["cases"]], ["pass"] * cases)


class Captures(RecordTest):
    def upstream(self, *arguments):
        return Mock(*arguments, access_key=None, environment=TEMPORARY_PAIR)

    def client(self, mock, **more):
        return bedrock(mock, TEMPORARY, token=TOKEN, **more)

    def test_a_conversation_with_both_forms_of_the_id_tools_and_streams(self):
        request = {"messages": PING, "toolConfig": TOOLS}
        stream = self.write("upstream.json", recording(f"/model/{MODEL}/converse-stream", request, TOOL_EVENTS))
        trip = os.path.join(RECORDINGS, "tool-use-round-trip.json")
        arns = os.path.join(RECORDINGS, "model-arns.json")
        sources = ["--recordings", stream, "--recordings", trip, "--recordings", arns]
        with self.upstream(*sources) as upstream, Capture(upstream.url, self.folder) as capture:
            client = self.client(capture)
            plain = converse(client)
            # The other form of the id: a raw colon, as PRX and others send it.
            raw = wire.send_signed(
                capture, f"/model/{MODEL}/converse", access_key=TEMPORARY, token=TOKEN)  # fmt: skip
            events = [event for event in client.converse_stream(modelId=MODEL, **request)["stream"]]
            text = [event for event in client.converse_stream(modelId=MODEL, messages=PING)["stream"]]
            recorded = [self.read(trip)["exchanges"][0], self.read(trip)["exchanges"][1], self.read(arns)["exchanges"][0]]
            for exchange in recorded:
                model = exchange["request"]["target"].split("/")[2].replace("%3A", ":").replace("%2F", "/")
                client.converse(modelId=model, **exchange["request"]["body"]["json"])
            refused = refusal(client, model="us.anthropic.claude-opus-4-6-v1")
            tokens = client.count_tokens(
                modelId="anthropic.claude-sonnet-4-6", input={"converse": {"messages": PING}})["inputTokens"]
            status, rest, log = capture.stop()
        self.assertEqual((status, rest), (0, ""), log)
        self.assertEqual(raw.status, 200)
        self.assertEqual([next(iter(event)) for event in events], [name for name, _ in TOOL_EVENTS])
        self.assertEqual(events[5]["contentBlockDelta"]["delta"]["toolUse"]["input"], 'dź"}')
        self.assertEqual(refused.code, "AccessDeniedException")
        self.assertEqual(log.count("the client's signature is right"), 9, log)
        self.assertIn("9 requests, 9 exchanges recorded", log)

        path = self.only("capture-*.json")
        captured = self.read(path)
        self.assertEqual(captured["source"]["kind"], "captured")
        exchanges = captured["exchanges"]
        self.assertEqual(exchanges[0]["request"]["target"], "/model/amazon.nova-micro-v1%3A0/converse")
        self.assertEqual(exchanges[1]["request"]["target"], f"/model/{MODEL}/converse")
        self.assertEqual(exchanges[0]["response"]["body"]["json"]["usage"], plain["usage"])
        self.assertEqual(exchanges[2]["request"]["body"]["json"], request)
        self.assertEqual(exchanges[8]["response"]["body"]["json"], {"inputTokens": tokens})
        self.assertStreams(exchanges[2], [name for name, _ in TOOL_EVENTS])
        self.assertStreams(exchanges[3], [next(iter(event)) for event in text])
        self.assertNoSecret(path)
        self.assertReplays(path, 8)

    def assertStreams(self, exchange, events):
        chunks = exchange["response"]["body"]["stream"]
        times = [chunk["atMs"] for chunk in chunks]
        self.assertEqual(times, sorted(times))
        buffer = botocore.eventstream.EventStreamBuffer()
        buffer.add_data(b"".join(base64.b64decode(chunk["base64"]) for chunk in chunks))
        self.assertEqual([message.headers[":event-type"] for message in buffer], events)

    def test_a_stream_is_passed_on_as_it_comes(self):
        # The upstream falls silent behind two events: they must have reached the client all the same.
        with self.upstream("--fault", "silence:after=2") as upstream, Capture(upstream.url, self.folder) as capture:
            client = self.client(capture, read_timeout=3)
            answer = client.converse_stream(modelId=MODEL, messages=PING)
            stream = iter(answer["stream"])
            events = [next(iter(next(stream))), next(iter(next(stream)))]
            self.assertEqual(events, ["messageStart", "contentBlockDelta"])
            answer["stream"].close()
            upstream.stop()
            converse_status, _, log = capture.stop()
        self.assertEqual(converse_status, 0, log)

    def test_the_client_may_have_credentials_of_its_own(self):
        own = ["--access-key-id", ACCESS_KEY, "--secret-access-key", SECRET_KEY[::-1]]
        with self.upstream() as upstream, Capture(upstream.url, self.path("one.json"), *own) as capture:
            converse(bedrock(capture, secret=SECRET_KEY[::-1]))
            wrong = refusal(bedrock(capture, secret=SECRET_KEY))
            unknown = refusal(bedrock(capture, "AKIDNOBODY0000000001"))
            converse(self.client(capture))  # the upstream's own pair
            upstream.stop()
            status, _, log = capture.stop()
        self.assertEqual(status, 0, log)
        self.assertEqual((wrong.code, unknown.code), ("InvalidSignatureException", "UnrecognizedClientException"))
        self.assertEqual(log.count("the client's signature is right"), 2, log)
        self.assertIn("finding signature-mismatch", log)
        self.assertIn("2 requests refused:", log)
        self.assertEqual(len(self.read(self.path("one.json"))["exchanges"]), 2)
        self.assertNoSecret(self.path("one.json"))

    def test_a_client_uses_the_pair_that_the_capture_shows(self):
        with self.upstream() as upstream, Capture(upstream.url, self.path("one.json")) as capture:
            deadline = time.monotonic() + 20
            while not (shown := re.search(r"AWS_ACCESS_KEY_ID=(\S+) AWS_SECRET_ACCESS_KEY=(\S+)", "".join(capture._log))):
                self.assertLess(time.monotonic(), deadline, "".join(capture._log))
                time.sleep(0.05)
            converse(bedrock(capture, shown.group(1), secret=shown.group(2)))
            status, _, log = capture.stop()
        self.assertEqual(status, 0, log)
        self.assertEqual(len(self.read(self.path("one.json"))["exchanges"]), 1)
        with open(self.path("one.json")) as file:
            self.assertNotIn(shown.group(2), file.read())

    def test_nobody_else_is_sent_on(self):
        with self.upstream() as upstream, Capture(upstream.url, self.path("one.json")) as capture:
            curl = ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}"]
            for arguments in [
                ["-X", "DELETE", "-H", "Host: evil.example", "-H", "Origin: https://evil.example", "/guardrails/prod"],
                ["-d", "{}", f"/model/{MODEL}/converse"],
                ["-d", "{}", "-H", "Origin: null", f"/model/{MODEL}/converse"],
                ["-d", "{}", "-H", "Authorization: Bearer ABSKnotasecret", f"/model/{MODEL}/converse"],
            ]:  # fmt: skip
                arguments[-1] = capture.url + arguments[-1]
                self.assertEqual(subprocess.check_output([*curl, *arguments], text=True), "403", arguments)
            _, _, log = capture.stop()
            _, _, seen = upstream.stop()
        self.assertIn("4 requests refused:", log)
        self.assertIn("0 requests on", seen)
        self.assertEqual(glob.glob(self.path("*")), [])

    def test_strict_fails_the_run_for_what_was_refused(self):
        with self.upstream() as upstream, Capture(upstream.url, self.folder, "--strict") as capture:
            refused = refusal(bedrock(capture, TEMPORARY, secret=SECRET_KEY[::-1], token=TOKEN))
            status, _, log = capture.stop()
        self.assertEqual((refused.code, status), ("InvalidSignatureException", 1), log)
        self.assertEqual(glob.glob(self.path("*")), [])

    def test_the_upstream_signs_for_its_own_host_and_a_presigned_request_loses_its_query(self):
        with self.upstream() as upstream, Capture(upstream.url, self.path("one.json")) as capture:
            target = wire.presigned_target(capture, access_key=TEMPORARY, token=TOKEN)
            answer = wire.send(capture, target, None, "GET")
            capture.stop()
        self.assertEqual(answer.status, 200)
        self.assertEqual(self.read(self.path("one.json"))["exchanges"][0]["request"]["target"], "/foundation-models")
        self.assertNoSecret(self.path("one.json"))

    def test_an_upstream_that_is_not_there(self):
        with Capture("http://127.0.0.1:9", self.folder) as capture:
            refused = refusal(self.client(capture))
            status, _, log = capture.stop()
        self.assertEqual((refused.status, refused.code, status), (502, "DoctorUpstreamException", 2), log)
        self.assertIn("request 1 left out: ", log)
        self.assertEqual(glob.glob(self.path("*")), [])

    def test_an_answer_that_breaks_off_breaks_off_for_the_client_too(self):
        for fault, kind in [("reset-after-headers:after=2", "ProtocolError"), ("truncated-body", "ProtocolError")]:
            path = self.path(fault[:5] + ".json")
            with self.subTest(fault), self.upstream("--fault", fault) as upstream, Capture(upstream.url, path) as capture:
                with self.assertRaises(Exception) as raised:
                    list(self.client(capture).converse_stream(modelId=MODEL, messages=PING)["stream"])
                capture.stop()
                self.assertEqual(type(raised.exception).__name__, kind)
                captured = self.read(path)
                self.assertEqual(len(captured["exchanges"]), 1)
                self.assertRegex(captured["notes"][0], "exchange 0: the upstream's answer broke off")

    def test_what_was_captured_is_kept_on_a_signal(self):
        for how, expected in [(signal.SIGTERM, 0), (signal.SIGINT, 130)]:
            path = self.path(f"{how.name}.json")
            with self.subTest(how), self.upstream() as upstream, Capture(upstream.url, path) as capture:
                converse(self.client(capture))
                status, _, log = capture.stop(how)
                self.assertEqual(status, expected, log)
                self.assertReplays(path, 1)

    def test_the_file_is_there_and_whole_while_the_run_goes_on(self):
        path = self.path("one.json")
        with self.upstream() as upstream, Capture(upstream.url, path) as capture:
            self.assertEqual(self.read(path)["exchanges"], [])
            client = self.client(capture)
            for _ in range(20):
                converse(client)
                self.read(path)
            deadline = threading.Event()
            while len(self.read(path)["exchanges"]) < 20:
                self.assertFalse(deadline.wait(0.05))

    def test_many_clients_at_once(self):
        path = self.path("one.json")
        with self.upstream() as upstream, Capture(upstream.url, path) as capture:
            def talk():
                client = self.client(capture)
                for _ in range(5):
                    converse(client)
                    list(client.converse_stream(modelId=MODEL, messages=PING)["stream"])

            threads = [threading.Thread(target=talk) for _ in range(8)]
            [thread.start() for thread in threads]
            [thread.join() for thread in threads]
            _, _, log = capture.stop()
        self.assertIn("80 requests, 80 exchanges recorded", log)
        self.assertReplays(path, 80)

    def test_a_command_behind_two_dashes(self):
        program = (
            "import boto3; boto3.client('bedrock-runtime').converse(modelId='" + MODEL + "', messages=[{'role': 'user',"
            " 'content': [{'text': 'ping'}]}]); raise SystemExit(7)")
        path = self.path("one.json")
        run = doctor("record", "--mock", "--into", path, "--", sys.executable, "-c", program)
        self.assertEqual(run.returncode, 7, run.stderr)
        self.assertRegex(run.stdout, r"\Alistening on http://127\.0\.0\.1:\d+\n\Z")
        self.assertReplays(path, 1)

    def test_wrong_usage(self):
        there = self.write("there.json", "{}")
        for arguments, status, text in [
            (["--listen", "0", "x.yaml"], 64, "A capture takes no files, found x.yaml"),
            (["--listen", "70000"], 64, "--listen takes 0 to 65535"),
            ([], 64, "Name files to import, or --upstream or --listen to capture"),
            (["--upstream", "http://127.0.0.1:9", "--mock"], 64, "exclude each other"),
            (["--mock", "--listen", "0", "--into", there], 65, "is there already"),
            (["--upstream", "http://127.0.0.1:9", "--into", self.path("x.json")], 65, "no usable credentials"),
            (["--upstream", "http://gateway.example", "--auth", "bearer", "--into", self.path("x.json")], 65,
             "an API key is sent over https only"),
            (["--check"], 64, "--check takes files or directories"),
        ]:  # fmt: skip
            with self.subTest(arguments):
                key = {"AWS_BEARER_TOKEN_BEDROCK": "ABSKYm9iOnRlc3Q="} if "bearer" in arguments else {}
                run = doctor("record", *arguments, **key)
                self.assertEqual(run.returncode, status, run.stderr)
                self.assertIn(text, run.stderr)


class Imports(RecordTest):
    CASSETTE = """
interactions:
- request:
    method: POST
    uri: https://bedrock-runtime.us-east-1.amazonaws.com/model/m%3A0/converse
    body: '{"messages": []}'
    headers: {authorization: [Bearer ABSKnotasecret0000000000000000000000000000]}
  response:
    status: {code: 200, message: OK}
    body: {string: '{"output": {}}'}
- request: {method: GET, uri: 'https://example.com/'}
  response: {status: {code: 200}}
version: 1
"""
    HAR = {"log": {"creator": {"name": "Firefox", "version": "1"}, "entries": [{
        "request": {"method": "POST", "url": "https://bedrock-runtime.us-east-1.amazonaws.com/model/m%3A0/converse",
                    "postData": {"text": "{}"}},
        "response": {"status": 200, "content": {"text": "e30=", "encoding": "base64"}}}]}}  # fmt: skip

    def test_one_file_goes_to_standard_output(self):
        run = doctor("record", self.write("talk.yaml", self.CASSETTE))
        self.assertEqual(run.returncode, 0, run.stderr)
        imported = json.loads(run.stdout)
        self.assertEqual(imported["source"]["kind"], "imported")
        self.assertEqual(len(imported["exchanges"]), 1)
        self.assertIn("1 exchange with other hosts ignored: example.com", run.stderr)
        self.assertNotIn("ABSK", run.stdout)

    def test_several_files_go_to_a_directory(self):
        os.mkdir(self.path("a"))
        files = [
            self.write("talk.yaml", self.CASSETTE), self.write("a/talk.har", self.HAR),
            self.write("a/json.json", self.HAR),
        ]  # fmt: skip
        run = doctor("record", *files, "--output-dir", self.path("out"))
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(sorted(os.listdir(self.path("out"))), ["json.json", "talk-2.json", "talk.json"])
        for name in os.listdir(self.path("out")):
            self.assertEqual(len(self.read(self.path("out", name))["exchanges"]), 1)

    def test_what_cannot_be_read_does_not_keep_the_rest(self):
        files = [self.write("talk.yaml", self.CASSETTE), self.write("b.har", '{"log": {"entries": [{}]}}')]
        run = doctor("record", *files, "--into", self.path("out"))
        self.assertEqual(run.returncode, 65)
        self.assertRegex(run.stderr, r'b\.har:1:\d+: \$\.log\.entries\[0\]: expected a member "request"')
        self.assertEqual(os.listdir(self.path("out")), ["talk.json"])

    def test_wrong_usage(self):
        cassette = self.write("talk.yaml", self.CASSETTE)
        self.assertEqual(doctor("record", cassette, cassette).returncode, 64)
        self.assertEqual(doctor("record", cassette, "--format", "json").returncode, 64)
        self.assertEqual(doctor("record", cassette, "--into", "x", "--output", "y").returncode, 64)
        run = doctor("record", self.write("x.json", self.HAR), "--into", self.path("x.json"))
        self.assertEqual(run.returncode, 65)
        self.assertIn("is the file that is imported", run.stderr)


class Drift(RecordTest):
    def capture(self):
        path = self.path("one.json")
        with Mock(access_key=None, environment=TEMPORARY_PAIR) as upstream, Capture(upstream.url, path) as capture:
            client = bedrock(capture, TEMPORARY, token=TOKEN)
            converse(client)
            list(client.converse_stream(modelId=MODEL, messages=PING)["stream"])
            refusal(client, model="us.anthropic.claude-opus-4-6-v1")
            capture.stop()
        return path

    def check(self, path, *arguments, **variables):
        run = doctor("record", "--check", path, "--format", "json", *arguments, **variables)
        return run, json.loads(run.stdout)["cases"] if run.stdout else []

    def test_nothing_has_changed(self):
        run, cases = self.check(self.capture(), "--mock")
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertEqual([case["status"] for case in cases], ["pass"] * 3)
        self.assertRegex(run.stderr, r"\Asending 3 requests to http://.*: at most 514 tokens in answers, \d+ bytes")

    def test_members_types_headers_and_events_that_have_changed(self):
        path = self.capture()
        content = self.read(path)
        answer = content["exchanges"][0]["response"]
        answer["body"]["json"]["usage"]["inputTokens"] = "5"
        answer["body"]["json"]["trace"] = {}
        answer["headers"].append({"name": "x-amzn-bedrock-gone", "value": "1"})
        del answer["body"]["json"]["metrics"]
        chunks = content["exchanges"][1]["response"]["body"]["stream"]
        stream = b"".join(base64.b64decode(chunk["base64"]) for chunk in chunks)
        buffer = botocore.eventstream.EventStreamBuffer()
        buffer.add_data(stream)
        first = next(iter(buffer))
        content["exchanges"][1]["response"]["body"]["stream"] = [
            {"atMs": 0, "base64": base64.b64encode(stream[first.prelude.total_length :]).decode()}]  # fmt: skip
        content["exchanges"][2]["response"]["status"] = 404
        run, cases = self.check(self.write("two.json", content), "--mock")
        self.assertEqual(run.returncode, 1)
        self.assertEqual([case["status"] for case in cases], ["fail"] * 3)
        for text in [
            "$.usage.inputTokens was a string, is now a number", "$.trace is gone", "$.metrics is new",
            "header x-amzn-bedrock-gone is gone",
        ]:  # fmt: skip
            self.assertIn(text, cases[0]["message"])
        self.assertIn("events came as content, messageStop, metadata, come now as messageStart,", cases[1]["message"])
        self.assertIn("status was 404, is now 403", cases[2]["message"])

    def test_ceilings(self):
        path = self.capture()
        run, cases = self.check(path, "--mock", "--max-requests", "2", "--answer-tokens", "7")
        self.assertIn("sending 2 requests", run.stderr)
        self.assertIn("at most 8 tokens", run.stderr)
        self.assertEqual([case["status"] for case in cases], ["pass", "pass", "skip"])

    def test_an_upstream_that_is_busy_or_not_there_is_no_drift(self):
        path = self.capture()
        with Mock("--fault", "throttle", access_key=None, environment=TEMPORARY_PAIR) as mock:
            run, cases = self.check(path, "--upstream", mock.url, **TEMPORARY_PAIR)
            self.assertEqual([case["status"] for case in cases], ["unknown"] * 3)
            _, _, log = mock.stop()
        # Sent once each: what was announced is what was asked.
        self.assertIn("3 requests on", log)
        run, cases = self.check(path, "--upstream", "http://127.0.0.1:9", **TEMPORARY_PAIR)
        self.assertEqual([case["status"] for case in cases], ["unknown"] * 3)
        self.assertNotIn(SECRET_KEY, run.stdout + run.stderr)


