"""The adapter's side of `bedrock-conformance/1`: lines of JSON on standard input and output.

An adapter gives `serve` who it is and a function that answers one case. README.md describes the protocol.
"""

import concurrent.futures
import contextlib
import json
import sys
import tempfile
import threading


class Skip(Exception):
    """The software cannot do this, for a reason that is no fault of it."""


def serve(name, version, language, features, answer, threads=1):
    """Answers until the runner has no more; with several threads in whatever order the answers come."""
    with concurrent.futures.ThreadPoolExecutor(threads) as pool:
        for line in sys.stdin:
            message = json.loads(line)
            if "protocol" in message:
                write({"name": name, "version": version, "language": language, "features": features})
            elif message.get("end"):
                return
            else:
                pool.submit(lambda case: write({"id": case["id"], **reply(answer, case)}), message)


def reply(answer, message):
    try:
        return answer(message)
    except Skip as reason:
        return {"skipped": str(reason)}
    except Exception as error:
        # Of an exception the runner is told; the other cases go on.
        return {"error": f"{type(error).__name__}: {error}"}


@contextlib.contextmanager
def authorities(case):
    """The path of a file with the authorities that a case lets the client trust; None where it names none."""
    if "caBundle" not in case:
        yield None
        return
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as file:
        file.write(case["caBundle"])
        file.flush()
        yield file.name


def failure(kind, message, **more):
    """A failure that the client told; what it did not tell is None, and left out."""
    return {"failure": {"kind": kind, "message": str(message),
                        **{name: value for name, value in more.items() if value is not None}}}


OUTPUT = threading.Lock()


def write(message):
    with OUTPUT:
        sys.stdout.write(json.dumps(message) + "\n")
        sys.stdout.flush()
