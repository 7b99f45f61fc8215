"""The admin endpoint of `doctor serve`: clients kept apart, faults and verdicts at run time, journal, and who may ask."""

import contextlib
import json
import os
import pathlib
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import types
import unittest
import urllib.error
import urllib.request

import report_schema
from clients import MODEL, Refusal, bedrock, converse, refusal
from mock import ACCESS_KEY, SECRET_KEY, TEMPORARY, TOKEN, Mock, serve
from test_serve import recording
from wire import PATH, send, send_signed

OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Admin:
    """The endpoint of a mock that was started with a ready file."""

    def __init__(self, ready):
        self.url = ready["admin"]

    def ask(self, path="", method="GET", body=None, **headers):
        """Status and JSON of an answer; a body is sent as JSON."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json"} | headers)
        request.method = method
        try:
            with OPENER.open(request, timeout=40) as answer:
                status, text = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            status, text = error.code, error.read()
        return types.SimpleNamespace(status=status, json=json.loads(text) if text else None)

    def get(self, path):
        answer = self.ask(path)
        assert answer.status == 200, (path, answer)
        report_schema.check_admin(path, answer.json)
        return answer.json

    def entries(self, query=""):
        return self.get("journal?" + query)["entries"]


@contextlib.contextmanager
def watched(*options, **mock):
    """A mock with an admin endpoint."""
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "ready.json")
        with Mock("--admin", "--ready-file", path, *options, **mock) as running:
            until = time.monotonic() + 20
            while not os.path.exists(path) and time.monotonic() < until:
                time.sleep(0.01)
            running.ready_path = path
            with open(path) as file:
                running.ready = json.load(file)
            yield running, Admin(running.ready)


def client(mock, name, **settings):
    """A boto3 client whose endpoint has its name."""
    return bedrock(types.SimpleNamespace(url=f"{mock.url}/client/{name}", port=mock.port), **settings)


class Clients(unittest.TestCase):
    def test_two_are_kept_apart(self):
        with watched("--fault", "throttle:times=1") as (mock, admin):
            a, b = client(mock, "a"), client(mock, "b")
            for one in (a, b):
                self.assertEqual(refusal(one).code, "ThrottlingException")
                converse(one)
            self.assertEqual(refusal(client(mock, "b", secret=SECRET_KEY[::-1])).code, "InvalidSignatureException")
            self.assertEqual(admin.get("status")["clients"], ["", "a", "b"])
            verdicts = {name: admin.get(f"verdict?client={name}") for name in ("a", "b", "")}
            counts = {name: (v["accepted"], v["refused"], v["faulted"]) for name, v in verdicts.items()}
            self.assertEqual(counts, {"a": (1, 0, 1), "b": (1, 1, 1), "": (0, 0, 0)})
            self.assertEqual([r["status"] for r in verdicts["b"]["refusals"]], [403])
            self.assertEqual([e["client"] for e in admin.entries("client=b")], ["b"] * 3)

    def test_stream_and_header(self):
        with watched() as (mock, admin):
            stream = client(mock, "s").converse_stream(
                modelId="amazon.nova-micro-v1:0", messages=[{"role": "user", "content": [{"text": "ping"}]}])
            self.assertIn("messageStop", [name for event in stream["stream"] for name in event])
            named = bedrock(mock)

            def name(request, **_):
                request.headers["X-Doctor-Client"] = "h"

            named.meta.events.register("before-send", name)
            converse(named)
            self.assertEqual([(e["client"], e["operation"]) for e in admin.entries()],
                             [("s", "ConverseStream"), ("h", "Converse")])  # fmt: skip

    def test_over_tls_and_http2(self):
        with tempfile.TemporaryDirectory() as directory:
            authority = os.path.join(directory, "authority.pem")
            path = os.path.join(directory, "ready.json")
            command = [
                "curl", "-sS", "--max-time", "20", "--cacert", authority, "-o", os.devnull, "-w", "%{http_code} %{http_version}",
                "--aws-sigv4", "aws:amz:us-east-1:bedrock", "--user", f"{ACCESS_KEY}:{SECRET_KEY}",
                "-H", "Content-Type: application/json", "-d", '{"messages":[{"role":"user","content":[{"text":"hi"}]}]}',
            ]  # fmt: skip
            with Mock("--admin", "--ready-file", path, "--tls", "--tls-ca", authority) as mock:
                url = f"{mock.url}/client/t/model/amazon.nova-micro-v1%3A0/converse"
                run = subprocess.run([*command, url], capture_output=True, text=True, timeout=60)
                while not os.path.exists(path):
                    time.sleep(0.01)
                with open(path) as file:
                    ready = json.load(file)
                self.assertTrue(ready["admin"].startswith("http://127.0.0.1:"))
                entry = Admin(ready).entries()[0]
        self.assertEqual(run.stderr, "")
        self.assertEqual((entry["client"], entry["version"]), ("t", "HTTP/" + run.stdout.split()[1]))

    def test_a_forgotten_one_begins_anew(self):
        with watched("--fault", "throttle:times=1") as (mock, admin):
            for _ in range(2):
                self.assertEqual(refusal(client(mock, "a")).code, "ThrottlingException")
                self.assertEqual(admin.ask("clients/a", "DELETE").status, 204)
            self.assertEqual(admin.ask("clients/a", "DELETE").status, 404)


class Faults(unittest.TestCase):
    def test_at_run_time(self):
        with watched() as (mock, admin):
            a, b = client(mock, "a"), client(mock, "b")
            made = admin.ask("faults", "POST", {"rule": "internal-error:times=2", "client": "a"})
            self.assertEqual(made.status, 201)
            self.assertEqual(refusal(a).code, "InternalServerException")
            converse(b)
            [fault] = admin.get("status")["faults"]
            self.assertEqual((fault["id"], fault["client"], fault["remaining"]), (made.json["id"], "a", 1))
            self.assertEqual(admin.ask(f"faults/{fault['id']}", "DELETE").status, 204)
            converse(a)
            admin.ask("faults", "POST", {"rule": "throttle"})
            for one in (a, b, bedrock(mock)):
                self.assertEqual(refusal(one).code, "ThrottlingException")
            self.assertEqual(admin.ask("faults", "DELETE").status, 204)
            converse(a)

    def test_each_kind_has_an_example_that_is_taken(self):
        with watched() as (_, admin):
            for kind in admin.get("status")["kinds"]:
                made = admin.ask("faults", "POST", {"rule": kind["example"], "client": None})
                self.assertEqual(made.status, 201, (kind, made))

    def test_what_is_no_rule_is_told(self):
        with watched() as (_, admin):
            for body in ({"rule": "throtle"}, {"rule": "throttle:times=x"}, {}, [], {"rule": 1},
                         {"rule": "throttle", "client": "a b"}, {"rule": "throttle", "client": 1}):  # fmt: skip
                with self.subTest(body):
                    answer = admin.ask("faults", "POST", body)
                    self.assertEqual(answer.status, 400)
            self.assertIn("did you mean throttle", admin.ask("faults", "POST", {"rule": "throtle"}).json["error"])
            self.assertEqual(admin.ask("faults/9", "DELETE").status, 404)


class Journal(unittest.TestCase):
    def test_shows_what_was_signed_and_what_should_have_been(self):
        with watched() as (mock, admin):
            # Signed as some signers do it: the path is not encoded once more.
            answer = send_signed_once(mock)
            self.assertEqual((answer.status, answer.error), (403, "InvalidSignatureException"))
            [entry] = admin.entries()
            self.assertEqual((entry["verdict"], entry["certainty"]), ("refused", "proven"))
            detail = admin.get(f"journal/{entry['sequence']}")
            request = detail["signature"]["canonicalRequest"]
            paths = {side: request[side].split("\n")[1] for side in ("client", "service")}
            self.assertEqual(paths, {"client": PATH, "service": PATH.replace("%", "%25")})
            texts = detail["signature"]["stringToSign"]
            self.assertTrue(texts["client"].startswith("AWS4-HMAC-SHA256\n"))
            self.assertNotEqual(texts["client"].split("\n")[3], texts["service"].split("\n")[3])
            self.assertEqual(detail["finding"], detail["findings"][0])
            self.assertEqual(detail["finding"]["code"], entry["code"])
            self.assertTrue(detail["finding"]["remedies"])

    def test_has_no_secret(self):
        with tempfile.TemporaryDirectory() as directory:
            path = os.path.join(directory, "journal.jsonl")
            with watched("--journal", path, access_key=TEMPORARY, token=TOKEN) as (mock, admin):
                converse(bedrock(mock, TEMPORARY, token=TOKEN))
                refusal(bedrock(mock, TEMPORARY, SECRET_KEY[::-1], TOKEN))
                refusal(bedrock(mock, TEMPORARY, token=TOKEN[::-1]))
                send(mock, PATH, "{}", headers={"Authorization": "Bearer ABSKQmVkcm9ja0FQSUtleS1zZWNyZXQ="})
                said = "".join(json.dumps(admin.get(f"journal/{n}")) for n in range(1, 5))
                with open(path) as file:
                    lines = file.read()
                for secret in (SECRET_KEY, SECRET_KEY[::-1], TOKEN[:60], TOKEN[::-1][-60:], "ABSKQmVk"):
                    self.assertNotIn(secret, said + lines)
                self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
                self.assertEqual([json.loads(line)["sequence"] for line in lines.splitlines()], [1, 2, 3, 4])

    def test_is_waited_for(self):
        with watched() as (mock, admin):
            self.assertEqual(admin.get("journal?wait=1")["entries"], [])
            found = []
            waiting = threading.Thread(target=lambda: found.extend(admin.entries("client=a&wait=20")))
            waiting.start()
            converse(client(mock, "b"))
            converse(client(mock, "a"))
            waiting.join(timeout=30)
            self.assertEqual([entry["client"] for entry in found], ["a"])

    def test_in_parts_and_cleared(self):
        with watched() as (mock, admin):
            for name in "aab":
                converse(client(mock, name))
            part = admin.get("journal?limit=2")
            self.assertEqual(([e["sequence"] for e in part["entries"]], part["next"]), ([1, 2], 2))
            self.assertEqual([e["sequence"] for e in admin.entries("after=2")], [3])
            self.assertEqual(admin.ask("journal?client=a", "DELETE").status, 204)
            self.assertEqual([e["client"] for e in admin.entries()], ["b"])
            self.assertEqual(admin.ask("journal", "DELETE").status, 204)
            self.assertEqual(admin.get("status")["requests"], 0)

    def test_of_operations_that_are_not_played(self):
        with watched() as (mock, admin):
            refused = Refusal(lambda: bedrock(mock).apply_guardrail(
                guardrailIdentifier="g", guardrailVersion="1", source="INPUT", content=[{"text": {"text": "x"}}]))  # fmt: skip
            self.assertIn("ApplyGuardrail is not played", refused.message)
            [entry] = admin.entries()
            self.assertEqual((entry["verdict"], entry["operation"]), ("unplayed", "ApplyGuardrail"))
            self.assertEqual(entry["outcome"], "unplayed")

    def test_tells_a_refusal_of_the_server_from_what_nothing_recorded_fits(self):
        with tempfile.TemporaryDirectory() as directory:
            path = pathlib.Path(directory, "a.json")
            path.write_text(json.dumps(recording(("one", "first"))))
            with watched("--recordings", str(path), "--strict") as (mock, admin):
                ask = lambda text, **settings: bedrock(mock, **settings).converse(
                    modelId=MODEL, messages=[{"role": "user", "content": [{"text": text}]}])
                ask("one")
                Refusal(lambda: ask("other"))
                Refusal(lambda: ask("one", secret=SECRET_KEY[::-1]))
                Refusal(lambda: bedrock(mock).apply_guardrail(
                    guardrailIdentifier="g", guardrailVersion="1", source="INPUT", content=[{"text": {"text": "x"}}]))
                told = [(entry["verdict"], entry["outcome"]) for entry in admin.entries()]
                self.assertEqual(told, [("accepted", "replayed"), ("refused", "unmatched"), ("refused", "refused"),
                                        ("unplayed", "unplayed")])
                verdict = admin.get("verdict")
                self.assertEqual(verdict["outcomes"], {"refused": 1, "replayed": 1, "unmatched": 1, "unplayed": 1})
                # As the server's summary counts them.
                self.assertEqual((verdict["accepted"], verdict["refused"], verdict["unplayed"]), (1, 2, 1))
                self.assertEqual(len(verdict["refusals"]), 3)
                self.assertEqual(
                    [admin.get(place)["known"] for place in ("verdict", "verdict?client=", "verdict?client=nobody")],
                    [True, True, False])

    def test_file_without_an_endpoint_and_on_a_full_disk(self):
        for option in ("--journal", "--dump"):
            with self.subTest(option):
                with Mock(option, "/dev/full") as mock:
                    for _ in range(2):
                        converse(bedrock(mock))
                    status, _, log = mock.stop()
                self.assertEqual(status, 0)
                self.assertEqual(log.count("serving goes on without it"), 1, log)
                self.assertIn("2 requests could not be written to /dev/full", log)


class Explain(unittest.TestCase):
    def test_of_a_pasted_text(self):
        with watched() as (_, admin):
            text = (
                "botocore.exceptions.ClientError: An error occurred (ThrottlingException) when calling the Converse operation: "
                "Too many requests, please wait before trying again.")
            answer = admin.ask("explain", "POST", {"text": text})
            self.assertEqual(answer.status, 200)
            report_schema.check_report(json.dumps(answer.json))
            self.assertEqual(answer.json["findings"][0]["code"], "throttled")
            for body in ({}, {"text": ""}, {"text": 1}, []):
                self.assertEqual(admin.ask("explain", "POST", body).status, 400)
            self.assertEqual(admin.ask("explain", "POST", {"text": "x" * (1 << 20)}).status, 413)


class Security(unittest.TestCase):
    """What curl can send in place of a page in a browser."""

    def status(self, url, *options):
        run = subprocess.run(
            ["curl", "-sS", "--max-time", "20", "-o", os.devnull, "-w", "%{http_code}", *options, url],
            capture_output=True, text=True, timeout=60)  # fmt: skip
        return int(run.stdout or 0)

    def test_who_may_ask(self):
        with watched() as (_, admin):
            base, secret, _ = admin.url.rsplit("/", 2)
            port = base.rsplit(":", 1)[1]
            wrong = ("0" if secret[0] != "0" else "1") + secret[1:]
            json_type = ("-H", "Content-Type: application/json")
            rule = ("-d", '{"rule":"throttle"}')
            for expected, url, options in (
                (200, admin.url, ()),
                (200, f"http://localhost:{port}/{secret}/status", ()),
                (404, f"{base}/", ()),
                (404, f"{base}/{wrong}/status", ()),
                (404, f"{base}/{secret}", ()),
                (404, f"{base}/status", ()),
                (404, admin.url + "nothing", ()),
                (403, admin.url, ("-H", "Host: evil.example")),
                (403, admin.url, ("-H", f"Host: evil.example:{port}")),
                (403, admin.url, ("-H", "Host:")),
                (403, admin.url, ("-H", "Origin: https://evil.example")),
                (403, admin.url, ("-H", "Origin: null")),
                (200, admin.url, ("-H", f"Origin: {base}")),
                (403, admin.url, ("-H", "Sec-Fetch-Site: cross-site")),
                (403, admin.url, ("-H", "Sec-Fetch-Site: same-site")),
                (200, admin.url, ("-H", "Sec-Fetch-Site: none")),
                (403, admin.url + "faults", rule),
                (403, admin.url + "faults", (*rule, "-H", "Content-Type: text/plain")),
                (403, admin.url + "faults", (*rule, *json_type, "-H", "Origin: https://evil.example")),
                (403, admin.url + "faults", ("-X", "OPTIONS", "-H", "Origin: https://evil.example")),
                (201, admin.url + "faults", (*rule, *json_type)),
                (405, admin.url + "status", ("-X", "DELETE")),
                (400, admin.url + "journal?after=x", ()),
                (400, admin.url + "journal?wait=21", ()),
                (404, admin.url + "journal/0", ()),
            ):
                with self.subTest(url.replace(secret, "SECRET"), options=options):
                    self.assertEqual(self.status(url, *options), expected)

    def test_the_mock_itself_knows_no_admin(self):
        with watched() as (mock, admin):
            answer = send(mock, "/" + admin.url.split("/", 3)[3] + "status", None, "GET")
            self.assertEqual(answer.status, 403)


class Process(unittest.TestCase):
    def test_ready_file(self):
        with watched() as (mock, admin):
            self.assertEqual(mock.ready["endpoint"], mock.url)
            self.assertEqual(mock.ready["processIdentifier"], mock.process.pid)
            self.assertIsNone(mock.ready["page"])
            self.assertEqual(stat.S_IMODE(os.stat(mock.ready_path).st_mode), 0o600)
            mock.stop()
            self.assertFalse(os.path.exists(mock.ready_path))

    def test_ends_while_somebody_waits(self):
        with watched() as (mock, admin):
            ends = []

            def wait():
                try:
                    ends.append(admin.ask("journal?wait=20"))
                except OSError as error:
                    ends.append(error)

            waiting = [threading.Thread(target=wait) for _ in range(5)]
            for thread in waiting:
                thread.start()
            admin.get("status")
            mock.process.send_signal(signal.SIGTERM)
            # The promise is two seconds; a machine that is busy gets some more.
            self.assertEqual(mock.process.wait(timeout=10), 0)
            for thread in waiting:
                thread.join(timeout=10)
            self.assertEqual(len(ends), 5)

    def test_a_command_has_the_address(self):
        program = (
            "import json, os, urllib.request\n"
            "print(json.load(urllib.request.urlopen(os.environ['DOCTOR_ADMIN'] + 'status'))['endpoint']"
            " == os.environ['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'])\n")
        run = serve("--admin", command=[sys.executable, "-c", program])
        self.assertIn("True", run.stdout, run.stderr)

    def test_port_that_is_taken(self):
        with watched() as (mock, admin):
            port = admin.url.split(":")[2].split("/")[0]
            run = serve("--admin-port", port)
        self.assertEqual((run.returncode, run.stdout), (1, ""))
        self.assertIn("another program listens there", run.stderr)


def send_signed_once(mock):
    """A call whose canonical path is the path as sent."""
    from botocore.auth import S3SigV4Auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials

    from wire import BODY

    host = f"127.0.0.1:{mock.port}"
    request = AWSRequest("POST", f"http://{host}{PATH}", data=BODY, headers={"Content-Type": "application/json"})
    S3SigV4Auth(Credentials(ACCESS_KEY, SECRET_KEY), "bedrock", "us-east-1").add_auth(request)
    return send(mock, PATH, BODY, headers={"Host": host} | dict(request.headers.items()))


if __name__ == "__main__":
    unittest.main()
