"""SIGTERM ends every command, whatever it is doing or waiting for, and a second one ends it at once.

What is waited for here is long: it is there for a machine that is busy. How long each took is printed.
"""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import unittest

import wire
from mock import ACCESS_KEY, DOCTOR, SECRET_KEY, FolderTest, Mock, surroundings

PAIR = {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY}
# Whoever is asked to end in two seconds has ended in ten.
PATIENCE = 10
STUBBORN = "import signal, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('started', flush=True); time.sleep(60)"


@contextlib.contextmanager
def silence():
    """A server that takes connections and says nothing; gives its URL, and an event for its first connection."""
    listener = socket.create_server(("127.0.0.1", 0))
    taken, links = threading.Event(), []

    def accept():
        with contextlib.suppress(OSError):
            while True:
                links.append(listener.accept()[0])
                taken.set()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", taken
    finally:
        listener.close()
        for link in links:
            link.close()


class Ending(FolderTest):
    def begin(self, *arguments, stdin=subprocess.PIPE):
        process = subprocess.Popen(
            [DOCTOR, *arguments], stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings(**PAIR))
        self.addCleanup(self.clear, process)
        return process

    @staticmethod
    def clear(process):
        # Not its output: what it started, and was left, may still have the pipe.
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()

    def assertEnds(self, process, name, signals=1):
        """One signal, or a second one while it still winds down."""
        began = time.monotonic()
        for _ in range(signals):
            process.send_signal(signal.SIGTERM)
            if signals > 1:
                time.sleep(0.2)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.fail(f"{name} did not end")
        print(f"{name}: {time.monotonic() - began:.2f} s, status {process.returncode}", file=sys.stderr)
        # 137 is a program's that was killed; -15 that of a run which is over but for its last words, or waits for input.
        self.assertIn(process.returncode, (0, 1, 2, 130, 137, 143, -15), name)

    def both(self, begin, name):
        """By one signal, and by two."""
        for signals in (1, 2):
            with self.subTest(name, signals=signals):
                self.assertEnds(begin(), name, signals)

    def test_what_waits_for_an_endpoint(self):
        commands = {
            "check": ["check"], "models": ["models", "--models", "all", "--max-requests", "1000"], "clock": ["clock"],
            "record --check": ["record", "--check", self.recording(), "--max-requests", "5"],
        }
        for name, command in commands.items():
            with silence() as (url, taken):
                def begin():
                    taken.clear()
                    process = self.begin(*command, "--endpoint-url", url, stdin=subprocess.DEVNULL)
                    self.assertTrue(taken.wait(30), process)
                    return process

                self.both(begin, name)

    def recording(self):
        return self.write("recording.json", json.dumps({
            "schema": "converse-recording/1", "name": "one", "source": {"kind": "authored", "tool": "test", "version": "1"},
            "exchanges": [{
                "request": {"method": "POST", "target": wire.PATH, "body": {"json": json.loads(wire.BODY)}},
                "response": {"status": 200, "headers": [], "body": {"json": {}}}}]}))

    def test_a_search_in_a_long_request(self):
        path = "/" + "/".join("a%2F b"[: 3 + number % 4] for number in range(15_000))
        text = f"> POST /model/x.y{path.replace(' ', '')}/converse?x={'%2F' * 3000} HTTP/1.1\n> Host: h\n" \
            f"> X-Amz-Date: 20260102T030405Z\n> Authorization: AWS4-HMAC-SHA256 Credential={ACCESS_KEY}/20260102/us-east-1/" \
            f"bedrock/aws4_request, SignedHeaders=host;x-amz-date, Signature={'0' * 64}\n>\n< HTTP/1.1 403 Forbidden\n" \
            "< x-amzn-ErrorType: InvalidSignatureException\n<\n{\"message\":\"The request signature we calculated does not match " \
            "the signature you provided.\"}\n"
        file = self.write("log", text * 20)

        def begin():
            process = self.begin("explain", file)
            time.sleep(1)
            return process

        self.both(begin, "explain, searching")

    def test_what_reads_standard_input(self):
        for command in (["explain", "-"], ["lint", "-"], ["conformance", "adapter", "verifier"], ["sign", "--body", "-"]):
            def begin():
                process = self.begin(*command)
                process.stdin.write(b'{"messages": [\n')
                process.stdin.flush()
                time.sleep(0.5)
                return process

            self.both(begin, " ".join(command))

    def test_programs_that_do_not_end(self):
        """A program that ignores the signal must not keep doctor."""
        for name, command in {
            "explain --": ["explain", "--"], "serve --": ["serve", "--"], "conformance client": ["conformance", "client", "--"],
            "conformance signer": ["conformance", "signer", "--"], "conformance verifier": ["conformance", "verifier", "--"],
        }.items():
            mark = self.path("mark")
            script = STUBBORN.replace("print('started', flush=True)", f"open({mark!r}, 'w').close()")

            def begin():
                with contextlib.suppress(FileNotFoundError):
                    os.remove(mark)
                process = self.begin(*command, sys.executable, "-c", script)
                for _ in range(300):
                    if os.path.exists(mark):
                        break
                    time.sleep(0.1)
                return process

            self.both(begin, name)

    def test_replay(self):
        def begin():
            process = self.begin("replay", "--pace", "recorded", "--chunking", "byte")
            time.sleep(0.3)
            return process

        self.both(begin, "replay")

    def test_a_capture_whose_upstream_is_silent(self):
        with silence() as (url, taken):
            def begin():
                capture = Mock()
                capture.command = [DOCTOR, "record", "--upstream", url, "--listen", "0", "--into", self.folder]
                capture.environment = surroundings(**PAIR)
                self.addCleanup(capture.__exit__)
                capture.__enter__()
                taken.clear()
                self.load(capture)
                self.assertTrue(taken.wait(30))
                return capture.process

            self.both(begin, "record")

    def test_a_mock_under_load(self):
        def begin():
            mock = Mock("--fault", "silence:probability=0.1", "--fault", "slow-body:ms=500,bytes=1,probability=0.2")
            self.addCleanup(mock.__exit__)
            mock.__enter__()
            self.load(mock)
            link = socket.create_connection(("127.0.0.1", mock.port))
            self.addCleanup(link.close)
            link.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n")
            time.sleep(1)
            return mock.process

        self.both(begin, "serve")

    @staticmethod
    def load(mock):
        """Some clients that ask again and again until the server is gone, some of them with a wrong signature."""
        def ask(number):
            with contextlib.suppress(Exception):
                headers = wire.signed_headers(mock, path=wire.PATH + "/x" * (300 * (number % 2)))
                while True:
                    wire.send(mock, wire.PATH, wire.BODY, "POST", headers)

        for number in range(8):
            threading.Thread(target=ask, args=[number], daemon=True).start()


if __name__ == "__main__":
    unittest.main()
