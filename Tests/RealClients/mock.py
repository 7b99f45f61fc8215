"""`doctor serve` as a fixture: started on a free port, stopped with SIGTERM, its log kept."""

import os
import re
import signal
import subprocess
import threading

DOCTOR = os.environ.get("DOCTOR", "doctor")

ACCESS_KEY = "AKIDREALCLIENTS00001"
SECRET_KEY = "r7Real/ClientsTest+Secret0123456789abcdEF"[:40]


class Mock:
    """One server process; `with Mock("--region", "eu-west-1") as mock: mock.url`."""

    def __init__(self, *arguments, access_key=ACCESS_KEY, secret=SECRET_KEY, token=None, environment=None):
        command = [DOCTOR, "serve", "--port", "0"]
        if access_key:
            command += ["--access-key-id", access_key, "--secret-access-key", secret]
        if token:
            command += ["--session-token", token]
        self.command = command + list(arguments)
        clean = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
        self.environment = clean | (environment or {})

    def __enter__(self):
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self.environment
        )
        first = self.process.stdout.readline()
        found = re.fullmatch(r"listening on (http://127\.0\.0\.1:(\d+))\n", first)
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
