"""HTTP/2 by prior knowledge on the mock's port: curl with its own signer, and Node's client with many streams."""

import base64
import json
import pathlib
import shutil
import subprocess
import unittest

from clients import curl, have_curl
from mock import ACCESS_KEY, SECRET_KEY, Mock
from wire import BODY, PATH, send, signed_headers

HERE = pathlib.Path(__file__).parent
INTERNAL_ERROR = 2
REFUSED_STREAM = 7


@unittest.skipUnless(have_curl, "curl is not installed")
class Curl(unittest.TestCase):
    def assertStatus(self, run, status, text=""):
        heads = [line for line in run.stdout.splitlines() if line.startswith("HTTP/")]
        self.assertTrue(heads and heads[-1].startswith(f"HTTP/2 {status}"), run.stdout + run.stderr)
        self.assertIn(text, run.stdout)

    def test_own_signer(self):
        with Mock() as mock:
            run = curl(mock, "/foundation-models?byProvider=amazon", ACCESS_KEY, SECRET_KEY, "--http2-prior-knowledge")
        self.assertStatus(run, 200, "modelSummaries")

    def test_wrong_secret(self):
        with Mock() as mock:
            run = curl(mock, "/foundation-models", ACCESS_KEY, SECRET_KEY[::-1], "--http2-prior-knowledge")
        self.assertStatus(run, 403, "x-amzn-errortype: InvalidSignatureException:")

    def test_unsigned(self):
        with Mock() as mock:
            run = subprocess.run(
                ["curl", "-sS", "-i", "--max-time", "20", "--http2-prior-knowledge", mock.url + "/foundation-models"],
                capture_output=True, text=True, timeout=30)
        self.assertStatus(run, 403, "x-amzn-errortype: MissingAuthenticationTokenException:")

    def test_both_versions_on_one_port(self):
        with Mock() as mock:
            run = curl(mock, "/foundation-models", ACCESS_KEY, SECRET_KEY, "--http2-prior-knowledge")
            self.assertStatus(run, 200)
            self.assertEqual(send(mock, headers=signed_headers(mock)).status, 200)


@unittest.skipUnless(shutil.which("node"), "Node is not installed")
class Node(unittest.TestCase):
    def streams(self, mock, *requests):
        run = subprocess.run(
            ["node", HERE / "http2_streams.mjs"], capture_output=True, text=True, timeout=60,
            input=json.dumps({"url": mock.url, "requests": requests}))  # fmt: skip
        self.assertEqual(run.returncode, 0, run.stderr)
        return json.loads(run.stdout)

    def request(self, mock, path=PATH, body=BODY, sent=None, **headers):
        fields = {name.lower(): value for name, value in signed_headers(mock, path, body).items()}
        authority = fields.pop("host")
        fields.pop("content-length", None)
        return {
            "method": "POST", "path": path, "authority": authority, "headers": fields | headers, "body": sent or body,
        }  # fmt: skip

    def test_many_streams_on_one_connection(self):
        with Mock() as mock:
            found = self.streams(mock, *[self.request(mock) for _ in range(50)])
            _, _, log = mock.stop()
        self.assertEqual({answer["status"] for answer in found["answers"]}, {200})
        for answer in found["answers"]:
            self.assertEqual(json.loads(base64.b64decode(answer["body"]))["output"]["message"]["role"], "assistant")
        self.assertIn("50 requests on 1 connection", "".join(log))

    def test_right_and_wrong_beside_each_other(self):
        with Mock() as mock:
            found = self.streams(mock, self.request(mock), self.request(mock, sent=BODY + " "), self.request(mock))
        self.assertEqual([answer["status"] for answer in found["answers"]], [200, 403, 200])
        self.assertIn("x-doctor-finding", found["answers"][1]["headers"])

    def test_stream_of_events(self):
        with Mock() as mock:
            found = self.streams(mock, self.request(mock, PATH + "-stream"))
        answer = found["answers"][0]
        self.assertEqual(answer["headers"]["content-type"], "application/vnd.amazon.eventstream")
        self.assertIn(b"messageStop", base64.b64decode(answer["body"]))

    def test_reset_strikes_one_stream(self):
        with Mock("--fault", "reset:times=1") as mock:
            found = self.streams(mock, self.request(mock), self.request(mock))
        self.assertEqual(sorted(answer["reset"] for answer in found["answers"]), [0, INTERNAL_ERROR])
        self.assertEqual(sorted(answer["status"] or 0 for answer in found["answers"]), [0, 200])

    def test_closed_connection_is_a_goaway(self):
        with Mock("--fault", "empty-reply") as mock:
            found = self.streams(mock, self.request(mock))
        self.assertIsNone(found["answers"][0]["status"])
        self.assertEqual(found["goaway"], 0)

    def test_closed_connection_tells_of_every_stream(self):
        # Their bodies end in another order than they began, so that an earlier one is abandoned after a later one.
        body = json.dumps({"messages": [{"role": "user", "content": [{"text": "x" * 60_000}]}]})
        with Mock("--fault", "empty-reply") as mock:
            requests = [self.request(mock, **({"body": body} if number % 2 else {})) for number in range(60)]
            found = self.streams(mock, *requests)
        self.assertEqual({answer["reset"] for answer in found["answers"]}, {REFUSED_STREAM})
        self.assertEqual(found["goaway"], 0)

    def test_large_body(self):
        body = json.dumps({"messages": [{"role": "user", "content": [{"text": "x" * 3_000_000}]}]})
        with Mock() as mock:
            found = self.streams(mock, self.request(mock, body=body))
        self.assertIn(found["answers"][0]["status"], (200, 400))
        self.assertNotIn("InvalidSignature", json.dumps(found["answers"][0]["headers"]))


if __name__ == "__main__":
    unittest.main()
