"""What `check`, `clock` and `models` say of an endpoint that answers and is not Bedrock."""

import http.server
import json
import re
import subprocess
import threading
import unittest

from mock import ACCESS_KEY, DOCTOR, SECRET_KEY, Mock, surroundings

CODE = "answer-not-from-service"


class Other:
    """An HTTP server that gives one answer, or passes POST on to Bedrock's mock as a gateway does."""

    def __init__(self, status=404, body=b"", headers=(), behind=None):
        answer = (status, body, headers)

        class Handler(http.server.BaseHTTPRequestHandler):
            server_version, sys_version, protocol_version = "elsewhere/1.0", "", "HTTP/1.1"

            def reply(self, status, body, headers):
                self.send_response(status)
                for name, value in headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):
                self.reply(*answer)

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.reply(*(behind(self.path, body) if behind else answer))

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def doctor(command, url, *options):
    run = subprocess.run(
        [DOCTOR, command, "--endpoint-url", url, "--region", "us-east-1", "--format", "json", *options],
        capture_output=True, text=True, timeout=60,
        env=surroundings(AWS_ACCESS_KEY_ID=ACCESS_KEY, AWS_SECRET_ACCESS_KEY=SECRET_KEY))  # fmt: skip
    return run, json.loads(run.stdout)


PAGE = b"<!DOCTYPE html><html><head><title>Blocked by policy</title></head><body>No.</body></html>"
HTML = [("Content-Type", "text/html")]


class NotBedrock(unittest.TestCase):
    def test_each_command_fails_and_says_who_answered(self):
        answers = {
            "a bare 404": (404, b"", []),
            "a block page": (403, PAGE, HTML),
            "a login page": (200, PAGE, HTML),
            "a redirect": (302, b"", [("Location", "http://portal.example/login")]),
            "another API": (404, b'{"detail":"Not Found"}', [("Content-Type", "application/json")]),
            "text": (404, b"404 page not found\n", [("Content-Type", "text/plain")]),
        }
        for name, answer in answers.items():
            with Other(*answer) as other:
                for command in ("check", "clock", "models"):
                    with self.subTest(name, command=command):
                        run, report = doctor(command, other.url)
                        self.assertEqual((run.returncode, report["exitCode"]), (1, 1), run.stdout)
                        found = [finding for finding in report["findings"] if finding["code"] == CODE]
                        self.assertEqual([finding["status"] for finding in found], ["fail"], run.stdout)
                        self.assertIn("This is not Bedrock: elsewhere/1.0", found[0]["title"])
                        self.assertEqual(found[0]["evidence"]["httpStatus"], answer[0])
                        if answer[1] == PAGE:
                            self.assertEqual(found[0]["evidence"]["title"], "Blocked by policy")
                        self.assertNotIn("Run the whole check", run.stdout)
                        self.assertFalse([cell for cell in report["models"] if cell["status"] == "pass"])

    def test_a_gateway_before_bedrock_is_well(self):
        def forward(path, body):
            answer = {
                "output": {"message": {"role": "assistant", "content": [{"text": "pong"}]}}, "stopReason": "end_turn",
                "usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2}, "metrics": {"latencyMs": 1},
            }  # fmt: skip
            return 200, json.dumps(answer).encode(), [("Content-Type", "application/json")]

        with Other(404, PAGE, HTML, behind=forward) as gateway:
            run, report = doctor("check", gateway.url)
            self.assertEqual(run.returncode, 0, run.stdout)
            self.assertEqual({f["status"] for f in report["findings"] if f["check"] == "network"}, {"pass"})
            self.assertIn("Bedrock answers calls behind it", run.stdout)

    def test_junit_names_stay_the_same_whoever_answers(self):
        names = []
        with Mock() as mock, Other(403, PAGE, HTML) as other:
            for url in (mock.url, other.url, "http://127.0.0.1:1"):
                run = subprocess.run(
                    [DOCTOR, "check", "--endpoint-url", url, "--region", "us-east-1", "--format", "junit"],
                    capture_output=True, text=True, timeout=60,
                    env=surroundings(AWS_ACCESS_KEY_ID=ACCESS_KEY, AWS_SECRET_ACCESS_KEY=SECRET_KEY))  # fmt: skip
                names.append(set(re.findall(r'<testcase name="([^"]*)"', run.stdout)))
                self.assertNotIn(str(mock.port), "".join(names[-1]))
        self.assertEqual(names[0], names[1])
        self.assertLessEqual(names[2], names[0])


if __name__ == "__main__":
    unittest.main()
