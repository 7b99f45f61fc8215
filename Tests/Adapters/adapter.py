"""The adapter's side of `bedrock-conformance/1`: lines of JSON on standard input and output.

An adapter gives `serve` who it is and a function that answers one case. README.md describes the protocol.
"""

import json
import sys


class Skip(Exception):
    """The software cannot do this, for a reason that is no fault of it."""


def serve(name, version, language, features, answer):
    for line in sys.stdin:
        message = json.loads(line)
        if "protocol" in message:
            write({"name": name, "version": version, "language": language, "features": features})
        elif message.get("end"):
            return
        else:
            write({"id": message["id"], **reply(answer, message)})


def reply(answer, message):
    try:
        return answer(message)
    except Skip as reason:
        return {"skipped": str(reason)}
    except Exception as error:
        # Of an exception the runner is told; the other cases go on.
        return {"error": f"{type(error).__name__}: {error}"}


def write(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()
