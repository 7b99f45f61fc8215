"""The AWS CLI as a client: `aws bedrock-runtime converse`, a process for each call, with what it prints as what it tells.

It has no command for ConverseStream. Of a failure it tells the type and the words, and not the status.
"""

import json
import os
import re
import subprocess
import tempfile

from adapter import Skip, authorities, serve, with_bytes

REFUSED = re.compile(
    r"An error occurred \((?P<type>[^)]*)\) when calling the \w+ operation(?: \([^)]*\))?:\s*(?P<text>.*)", re.S)


def call(case):
    environment = dict(os.environ)
    if "bearerToken" in case:
        environment["AWS_BEARER_TOKEN_BEDROCK"] = case["bearerToken"]
    else:
        credentials = case["credentials"]
        environment["AWS_ACCESS_KEY_ID"] = credentials["accessKeyId"]
        environment["AWS_SECRET_ACCESS_KEY"] = credentials["secretAccessKey"]
        if "sessionToken" in credentials:
            environment["AWS_SESSION_TOKEN"] = credentials["sessionToken"]
    seconds = str(case["timeoutSeconds"])
    with authorities(case) as trusted, tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump({"modelId": case["modelId"], **with_bytes(case["input"])}, file, default=text)
        file.flush()
        run = subprocess.run(
            ["aws", "bedrock-runtime", "converse", "--region", case["region"], "--endpoint-url", case["endpoint"],
             "--cli-input-json", f"file://{file.name}", "--output", "json", "--cli-read-timeout", seconds,
             "--cli-connect-timeout", seconds, *(["--ca-bundle", trusted] if trusted else [])],
            env=environment, capture_output=True, text=True)
    if run.returncode == 0:
        return {"result": result(json.loads(run.stdout or "{}"))}
    words = run.stderr.strip()
    if refused := REFUSED.search(words):
        return {"failure": {"kind": "service", "type": refused["type"], "message": refused["text"]}}
    if "requires an HTTPS endpoint" in words:
        raise Skip(words)
    if "timeout" in words.lower():
        return {"failure": {"kind": "timeout", "message": words}}
    connection = ("Could not connect", "Connection was closed", "Connection broken", "IncompleteRead", "Connection reset",
                  "Connection aborted", "SSL validation failed")
    if any(text in words for text in connection):
        return {"failure": {"kind": "transport", "message": words}}
    if "Unable to parse response" in words or "decode" in words:
        return {"failure": {"kind": "decode", "message": words}}
    raise RuntimeError(f"exit status {run.returncode}: {words}")


def text(data):
    """Bytes as the CLI of version 1 takes them in JSON: as the text that they are."""
    try:
        return data.decode("ascii")
    except UnicodeDecodeError:
        raise Skip("the CLI of version 1 takes bytes in JSON as text") from None


def result(answer):
    content = answer.get("output", {}).get("message", {}).get("content", [])
    told = {
        "text": "".join(block["text"] for block in content if "text" in block),
        "toolUses": [{"name": block["toolUse"]["name"], "input": block["toolUse"]["input"]}
                     for block in content if "toolUse" in block],
    }
    return told | {name: answer[name] for name in ("stopReason", "usage") if name in answer}


if __name__ == "__main__":
    version = subprocess.run(["aws", "--version"], capture_output=True, text=True).stdout.split()[0].partition("/")[2]
    serve("AWS CLI", version, "Python", ["converse", "tools", "token", "bearer", "tls"], call, threads=4)
