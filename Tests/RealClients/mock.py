"""What the tests share: `doctor serve`, started on a free port, stopped with SIGTERM, its log kept; and a folder of their own."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import unittest

DOCTOR = shutil.which(os.environ.get("DOCTOR", "doctor"))
if not DOCTOR:
    sys.exit("There is no doctor to test: set DOCTOR to its path, or run Tests/RealClients/run, which builds it.")

ACCESS_KEY = "AKIDREALCLIENTS00001"
SECRET_KEY = "r7Real/ClientsTest+Secret0123456789abcdEF"[:40]
TEMPORARY = "ASIAREALCLIENTS00002"
TOKEN = "FwoGZXIvYXdzEXAMPLE" + "x/+=" * 50


# The clients must see nothing of the account and the proxies of whoever runs the tests.
for name in [name for name in os.environ if name.startswith("AWS_")]:
    del os.environ[name]
os.environ |= {
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    "AWS_EC2_METADATA_DISABLED": "true",
    "NO_PROXY": "127.0.0.1",
    "no_proxy": "127.0.0.1",
}


def surroundings(**variables):
    """This process's environment with the given variables."""
    return dict(os.environ) | variables


class FolderTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write(self, name, content):
        """Writes a file, what is no text as JSON, and gives its path."""
        with open(self.path(name), "w") as file:
            file.write(content if isinstance(content, str) else json.dumps(content))
        return self.path(name)


class Mock:
    """One server process; `with Mock("--region", "eu-west-1") as mock: mock.url`."""

    def __init__(self, *arguments, access_key=ACCESS_KEY, secret=SECRET_KEY, token=None, environment=None, command=()):
        self.command = [DOCTOR, "serve", "--port", "0"]
        if access_key:
            self.command += ["--access-key-id", access_key, "--secret-access-key", secret]
        if token:
            self.command += ["--session-token", token]
        self.command += arguments
        if command:
            self.command += ["--", *command]
        self.environment = surroundings(**(environment or {}))

    def __enter__(self):
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=self.environment)  # fmt: skip
        first = self.process.stdout.readline()
        found = re.fullmatch(r"listening on (https?://127\.0\.0\.1:(\d+))\n", first)
        if not found:
            self.process.kill()
            raise AssertionError(f"unexpected first line {first!r}; stderr: {self.process.stderr.read()}")
        self.url, self.port = found.group(1), int(found.group(2))
        self._log = []
        self._reader = threading.Thread(target=self._read_log, daemon=True)
        self._reader.start()
        return self

    def _read_log(self):
        for line in self.process.stderr:
            self._log.append(line)

    def stop(self, how=signal.SIGTERM):
        """Ends the server and returns (exit status, rest of stdout, log)."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("doctor serve did not end within 20 s of a signal")
        self._reader.join(timeout=5)
        return self.process.returncode, self.process.stdout.read(), "".join(self._log)

    def __exit__(self, *_):
        self.stop()
        self.process.stdout.close()
        self.process.stderr.close()


def serve(*arguments, command=(), stdin="", **variables):
    """Runs `doctor serve` to its end, for a run that ends by itself; returns the finished process."""
    line = [DOCTOR, "serve", *arguments]
    if command:
        line += ["--", *command]
    return subprocess.run(
        line, input=stdin, capture_output=True, text=True, env=surroundings(**variables), timeout=60)  # fmt: skip
