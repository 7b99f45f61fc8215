"""curl as a client: `--aws-sigv4`, or an API key in Authorization, and the answer as it prints it.

It reads nothing into JSON and decodes no event stream, so the adapter takes text and tool uses from the answer's body as a
script does with jq. It makes one attempt, as curl does without --retry.
"""

import json
import re
import subprocess
import tempfile
from urllib.parse import quote

from adapter import Skip, authorities, failure, serve

# The exit status of curl for a time that was over, from its manual.
TIMED_OUT = 28


def call(case):
    if case["operation"] != "Converse":
        raise Skip("curl decodes no event stream")
    with authorities(case) as bundle, tempfile.NamedTemporaryFile() as body, tempfile.NamedTemporaryFile() as head:
        body.write(json.dumps(case["input"]).encode())
        body.flush()
        run = subprocess.run(
            ["curl", "--disable", "--silent", "--show-error", "--noproxy", "*", "--path-as-is", "--globoff",
             "--max-time", str(case["timeoutSeconds"]), "--request", "POST", "--header", "Content-Type: application/json",
             "--data-binary", f"@{body.name}", "--dump-header", head.name, *identity(case), *version(case),
             *(["--cacert", bundle] if bundle else []),
             f"{case['endpoint']}/model/{quote(case['modelId'], safe='-_.~')}/converse"], capture_output=True)
        if run.returncode:
            kind = "timeout" if run.returncode == TIMED_OUT else "transport"
            return failure(kind, run.stderr.decode("utf-8", "replace").strip())
        return told(head.read().decode("latin-1"), run.stdout)


def identity(case):
    if "bearerToken" in case:
        return ["--header", f"Authorization: Bearer {case['bearerToken']}"]
    credentials = case["credentials"]
    token = credentials.get("sessionToken")
    return ["--aws-sigv4", f"aws:amz:{case['region']}:bedrock",
            "--user", f"{credentials['accessKeyId']}:{credentials['secretAccessKey']}",
            *(["--header", f"X-Amz-Security-Token: {token}"] if token else [])]


def version(case):
    if "httpVersion" not in case:
        return []
    return ["--http2"] if case["endpoint"].startswith("https") else ["--http2-prior-knowledge"]


def told(head, body):
    # The last head is the answer's: before it there may be those of 1xx.
    lines = head.strip().split("\r\n\r\n")[-1].split("\r\n")
    status, headers = int(lines[0].split()[1]), dict(re.split(r":\s*", line, maxsplit=1) for line in lines[1:])
    headers = {name.lower(): value for name, value in headers.items()}
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    if status != 200:
        described = answer if isinstance(answer, dict) else {}
        kind = headers.get("x-amzn-errortype") or described.get("__type")
        words = described.get("message") or described.get("Message") or body.decode("utf-8", "replace")[:200]
        return failure("service", words or f"status {status}", status=status,
                       type=kind and kind.partition(":")[0].rpartition("#")[2])
    try:
        content = answer["output"]["message"]["content"]
    except (KeyError, TypeError):
        return failure("decode", "no answer of Converse")
    result = {
        "text": "".join(block["text"] for block in content if "text" in block),
        "toolUses": [{"name": block["toolUse"]["name"], "input": block["toolUse"]["input"]}
                     for block in content if "toolUse" in block],
    }
    return {"result": result | {name: answer[name] for name in ("stopReason", "usage") if name in answer}}


if __name__ == "__main__":
    printed = subprocess.run(["curl", "--version"], capture_output=True, text=True).stdout
    features = ["converse", "tools", "token", "bearer", "tls", *(["http2"] if "HTTP2" in printed else [])]
    serve("curl", printed.split()[1], "C", features, call, threads=4)
