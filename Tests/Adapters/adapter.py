"""The adapter's side of `bedrock-conformance/1`: lines of JSON on standard input and output.

An adapter gives `serve` who it is and a function that answers one case. README.md describes the protocol.
"""

import base64
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


def with_bytes(value):
    """An input with bytes where JSON has base64 (`bytes` of an image, a document, a video), as clients in Python take them."""
    if isinstance(value, list):
        return [with_bytes(element) for element in value]
    if not isinstance(value, dict):
        return value
    return {name: base64.b64decode(inner) if name == "bytes" and isinstance(inner, str) else with_bytes(inner)
            for name, inner in value.items()}


def require_translated(case, members, blocks=("text",)):
    """Skips a call that has something which an adapter does not translate into another form of call.

    members are those of the input with what they may hold, `toolConfig.tools`; blocks are the kinds of content.
    """
    given, known = case["input"], {"messages", *members}
    places = set(given) | {f"toolConfig.{name}" for name in given.get("toolConfig", {})} - {"toolConfig.tools"}
    kinds = {kind for message in given["messages"] for block in message["content"] for kind in block}
    if unknown := sorted(places - known) + sorted(kinds - set(blocks)):
        raise Skip(f"the adapter does not translate {', '.join(unknown)}")


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
