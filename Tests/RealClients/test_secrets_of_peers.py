"""No output shows a secret that a peer said: an endpoint, a client of the mock or of a capture, an adapter."""

import contextlib
import glob
import http.server
import json
import os
import socket
import subprocess
import sys
import threading
import unittest

from clients import MODEL
from mock import DOCTOR, Mock, surroundings
from secret_case import PAIR, SecretCase
from test_record import Capture


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


class SecretsOfPeers(SecretCase):
    def test_answers_of_an_endpoint(self):
        def check(text):
            with echo(text) as url:
                self.reports("check", "--endpoint-url", url, "--timeout", "5")
                self.reports("models", "--models", MODEL, "--regions", "us-east-1", "--endpoint-url", url, "--timeout", "5")

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
