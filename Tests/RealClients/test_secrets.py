"""No output shows a secret of the run, in whatever form it came in: reports, logs, dumps, captures, answers."""

import contextlib
import glob
import http.server
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import unittest

import leaks
from clients import MODEL
from mock import DOCTOR, Mock, surroundings
from test_record import Capture

SECRET = "q8Zt/Never+Shown/By9Any0Output1Of2This3Ru"
TOKEN = "IQoJb3JpZ2luX2Vj" + "Tn0/Rk+s" * 9 + "Zw=="
PAIR = {"AWS_ACCESS_KEY_ID": "ASIASECRETFORMS00001", "AWS_SECRET_ACCESS_KEY": SECRET, "AWS_SESSION_TOKEN": TOKEN}
FORMATS = ["text", "json", "junit", "github", "html"]
# Of the token, which is masked as the key is, those forms that are peculiar to a long value.
FORMS = {f"{name} of the key": text for name, text in leaks.forms(SECRET).items()} | {
    f"{name} of the token": text for name, text in leaks.forms(TOKEN).items()
    if name in ("plain", "percent", "percent, all", "hex", "base64 behind 1", "plain, lines")}  # fmt: skip


class Echo(http.server.BaseHTTPRequestHandler):
    """An upstream that answers every request with a text, in its body and, where it can stand there, in a header."""

    text = ""
    status = 403
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = json.dumps({"message": f"denied to {self.text} by the gateway"}).encode()
        if self.status == 200:
            body = json.dumps({
                "output": {"message": {"role": "assistant", "content": [{"text": self.text}]}}, "stopReason": "end_turn",
                "usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2}, "metrics": {"latencyMs": 1}}).encode()
        self.send_response(self.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("x-amzn-ErrorType", "AccessDeniedException")
        self.send_header("x-amzn-RequestId", self.text.replace("\r", "").replace("\n", " ")[:200])
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def echo(text, status=403):
    handler = type("Echo", (Echo,), {"text": text, "status": status})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class Secrets(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name, content=None):
        path = os.path.join(self.folder, name)
        if content is not None:
            with open(path, "w", newline="") as file:
                file.write(content)
        return path

    def run_doctor(self, *arguments, **variables):
        return subprocess.run(
            [DOCTOR, *arguments], stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
            env=surroundings(**PAIR, **variables))  # fmt: skip

    def assertHidden(self, *outputs):
        for output in outputs:
            for secret in (SECRET, TOKEN):
                self.assertEqual(leaks.found(secret, output), [], output)

    def for_each_form(self, check):
        for name, text in FORMS.items():
            with self.subTest(name):
                check(text)

    def reports(self, *arguments, said=""):
        """Runs a command once, with its report in every form."""
        files = [self.path(f"report.{form}") for form in FORMATS]
        options = [part for form, file in zip(FORMATS, files) for part in ("--format", form, "--output", f"{form}={file}")]
        place = arguments.index("--") if "--" in arguments else len(arguments)
        run = self.run_doctor(*arguments[:place], "-v", *options, *arguments[place:])
        self.assertNotIn(run.returncode, (64, 70), run.stderr)
        # What a program that is run says itself passes through.
        self.assertHidden(run.stdout, run.stderr.replace(said.encode(), b""))
        for file in files:
            with open(file, "rb") as report:
                self.assertHidden(report.read())

    def test_the_forms_are_found_where_they_are_shown(self):
        for name, text in FORMS.items():
            secret = SECRET if "key" in name else TOKEN
            self.assertTrue(leaks.found(secret, f"before {text} after"), name)

    def test_explanations(self):
        def check(text):
            message = f"botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the Converse " \
                f"operation: User {text} is not authorized to perform: bedrock:InvokeModel\n"
            self.reports("explain", self.path("log.txt", message))
            answer = json.dumps({"message": f"The value {text} is not valid", "__type": "ValidationException"})
            self.reports("explain", self.path("answer.json", answer))
            dump = f"> POST /model/{MODEL}/converse?x={''.join(text.split())} HTTP/1.1\n> Host: h\n> X-Note: {text}\n>\n" \
                f"< HTTP/1.1 403 Forbidden\n< x-amzn-ErrorType: AccessDeniedException\n<\n{answer}\n"
            self.reports("explain", self.path("curl.txt", dump))

        self.for_each_form(check)

    def test_a_program_that_is_explained(self):
        def check(text):
            script = f"import sys; sys.stderr.write({('AccessDeniedException: ' + text)!r}); sys.exit(1)"
            self.reports("explain", "--", sys.executable, "-c", script, said=text)

        self.for_each_form(check)

    def test_answers_of_an_endpoint(self):
        def check(text):
            with echo(text) as url:
                self.reports("check", "--endpoint-url", url, "--timeout", "5")
                self.reports("models", "--models", MODEL, "--regions", "us-east-1", "--endpoint-url", url, "--timeout", "5")

        self.for_each_form(check)

    def test_lint(self):
        def check(text):
            request = {"messages": [{"role": text, "content": [{"text": text}]}], text: 1, "inferenceConfig": {"maxTokens": text}}
            self.reports("lint", "--model", MODEL, self.path("request.json", json.dumps(request)))

        self.for_each_form(check)

    def test_captures(self):
        def check(text):
            with echo(text, 200) as url, Capture(url, self.folder, "-v", environment=PAIR) as capture:
                subprocess.run(
                    [DOCTOR, "check", "--endpoint-url", capture.url], env=surroundings(**PAIR), capture_output=True)
                status, rest, log = capture.stop()
            self.assertHidden(rest, log)
            for file in glob.glob(self.path("capture-*.json")):
                self.assertEqual(os.stat(file).st_mode & 0o777, 0o600)
                with open(file, "rb") as recording:
                    self.assertHidden(recording.read())
                os.remove(file)

        self.for_each_form(check)

    def test_imports(self):
        def check(text):
            cassette = json.dumps({"version": 1, "interactions": [{
                "request": {"method": "POST", "uri": f"https://bedrock-runtime.us-east-1.amazonaws.com/model/{MODEL}/converse",
                            "headers": {"Content-Type": ["application/json"]},
                            "body": {"string": json.dumps({"messages": [{"role": "user", "content": [{"text": text}]}]})}},
                "response": {"status": {"code": 200, "message": "OK"}, "headers": {"Content-Type": ["application/json"]},
                             "body": {"string": json.dumps({"output": text})}}}]})
            run = self.run_doctor("record", self.path("tape.json", cassette))
            self.assertHidden(run.stdout, run.stderr)

        self.for_each_form(check)

    def test_the_mock(self):
        """Its log, its explanations, its dump and its answers, for a client that sends the secret where it may."""
        def check(text):
            line = text.replace("\r", "").replace("\n", " ")
            dump = self.path("served.http")
            arguments = ["-v", "--explain", "--dump", dump, "--search-budget", "100"]
            with Mock(*arguments, access_key=None, environment=PAIR) as mock:
                answers = self.sent(mock.port, line, text)
                status, rest, log = mock.stop()
            self.assertEqual(os.stat(dump).st_mode & 0o777, 0o600)
            with open(dump, "rb") as file:
                self.assertHidden(log, file.read())
            # What stands in the answers' heads goes into the logs of clients and proxies.
            self.assertHidden(*[answer.partition(b"\r\n\r\n")[0] for answer in answers])
            os.remove(dump)

        self.for_each_form(check)

    @staticmethod
    def sent(port, line, text):
        path = line.replace(" ", "")
        body = json.dumps({"messages": [{"role": "user", "content": [{"text": text}]}]})
        scope = f"{PAIR['AWS_ACCESS_KEY_ID']}/20260102/us-east-1/bedrock/aws4_request"
        signed = f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host;x-note, Signature={'0' * 64}"
        heads = [
            f"GET /{path}?x={path} HTTP/1.1\r\n",
            f"POST /model/{path}/converse HTTP/1.1\r\nAuthorization: {line}\r\n",
            f"POST /model/{MODEL}/converse HTTP/1.1\r\nAuthorization: {signed}\r\nX-Note: {line}\r\n"
            "X-Amz-Date: 20260102T030405Z\r\n",
            f"POST /model/{MODEL}/converse HTTP/1.1\r\nAuthorization: AWS4-HMAC-SHA256 Credential={path}/x/y/z/w, "
            f"SignedHeaders=host, Signature={path}\r\nX-Amz-Date: {line}\r\n",
            f"POST /model/{MODEL}/converse HTTP/1.1\r\nAuthorization: Bearer {line}\r\nCookie: a={line}\r\n",
        ]
        answers = []
        for head in heads:
            with socket.create_connection(("127.0.0.1", port), timeout=20) as link:
                link.sendall(
                    f"{head}Host: 127.0.0.1:{port}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}".encode())
                answer = b""
                with contextlib.suppress(ConnectionError):
                    while piece := link.recv(65536):
                        answer += piece
            answers.append(answer)
        return answers

    def test_reports_of_an_adapter(self):
        """What an adapter says in answers and on standard error."""
        def check(text):
            script = (
                "import json, sys\n"
                f"text = {text!r}\n"
                "sys.stderr.write('trouble with ' + text + '\\n')\n"
                "for line in sys.stdin:\n"
                "    case = json.loads(line)\n"
                "    if 'protocol' in case: print(json.dumps({'name': text, 'version': text, 'language': 'x', 'features': []}))\n"
                "    elif case.get('end'): break\n"
                "    else: print(json.dumps({'id': case['id'], 'error': 'broke at ' + text}))\n"
                "    sys.stdout.flush()\n")
            self.reports("conformance", "verifier", "--run", "accepted-*", "--", sys.executable, self.path("adapter.py", script))
            self.reports(
                "conformance", "verifier", "--run", "accepted-*", "--", sys.executable, "-c", f"import sys; sys.exit({text!r})")

        self.for_each_form(check)


if __name__ == "__main__":
    unittest.main()
