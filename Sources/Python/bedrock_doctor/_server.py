"""``doctor serve`` as a child process."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
from collections.abc import Sequence

from ._program import program

#: The pair of AWS's own documentation: no account has it.
ACCESS_KEY_ID = "AKIAIOSFODNN7EXAMPLE"
SECRET_ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"


class ServerError(RuntimeError):
    """The server did not start, or did not end."""


class Server:
    """A mock server of its own, ready when the constructor returns."""

    def __init__(self, arguments: Sequence[str], *, timeout: float = 30) -> None:
        # Variables of an account or an endpoint would be taken for settings of the server.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        environment.update(AWS_ACCESS_KEY_ID=ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY=SECRET_ACCESS_KEY)
        # A file never blocks the server, whatever it writes.
        self._log = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            [program(), "serve", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env=environment,
        )
        self._ready = threading.Event()
        self._address: str | None = None
        threading.Thread(target=self._read, daemon=True).start()
        if not self._ready.wait(timeout) or self._address is None:
            self._process.kill()
            self._process.wait()
            raise ServerError(f"doctor serve did not start: {self.log().strip() or 'no word from it'}")
        self.endpoint_url: str = self._address

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                words = line.decode(errors="replace").split()
                if self._address is None and words[:2] == ["listening", "on"] and len(words) == 3:
                    self._address = words[2]
                    self._ready.set()
        # The end of the output without the line: it has failed.
        self._ready.set()

    def log(self) -> str:
        """What the server has written so far: refused requests with their explanation, and the summary at the end."""
        # The child shares the position of the file, so it is read without moving it.
        size = os.fstat(self._log.fileno()).st_size
        return os.pread(self._log.fileno(), size, 0).decode(errors="replace")

    def stop(self, *, timeout: float = 20) -> int:
        """Ends the server and gives its exit status: 0, or 1 for requests that it holds against the client."""
        if self._process.poll() is None:
            self._process.terminate()
        try:
            return self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise ServerError("doctor serve did not end when it was asked to") from None
