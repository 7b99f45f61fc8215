"""boto3's Bedrock client, called as its users call it: its own retries, its own time limits' switches, nothing caught that it
would not raise.
"""

import json
import os
import subprocess
import sys

import boto3
import botocore
import botocore.exceptions
from botocore.config import Config

import botocore_failures
from adapter import Skip, authorities, serve, with_bytes


def call(case):
    if "bearerToken" in case and os.environ.get("AWS_BEARER_TOKEN_BEDROCK") != case["bearerToken"]:
        return with_key(case)
    credentials = case.get("credentials", {})
    with authorities(case) as verify:
        return asked(case, credentials, verify)


def asked(case, credentials, verify):
    given = with_bytes(case["input"])
    # The default session is for one thread only.
    client = boto3.Session().client(
        "bedrock-runtime",
        endpoint_url=case["endpoint"],
        region_name=case["region"],
        verify=verify,
        aws_access_key_id=credentials.get("accessKeyId"),
        aws_secret_access_key=credentials.get("secretAccessKey"),
        aws_session_token=credentials.get("sessionToken"),
        config=Config(connect_timeout=case["timeoutSeconds"], read_timeout=case["timeoutSeconds"]),
    )
    try:
        if case["operation"] == "Converse":
            return {"result": whole(client.converse(modelId=case["modelId"], **given))}
        return {"result": streamed(client.converse_stream(modelId=case["modelId"], **given)["stream"])}
    except botocore.exceptions.InvalidEndpointConfigurationError as error:
        raise Skip(f"botocore {botocore.__version__}: {error}")
    except botocore_failures.RAISED as error:
        return botocore_failures.told(error)


def with_key(case):
    """botocore takes an API key from the environment of its process only, so that such a call has a process of its own."""
    environment = {**os.environ, "AWS_BEARER_TOKEN_BEDROCK": case["bearerToken"]}
    lines = "".join(json.dumps(line) + "\n" for line in ({**case}, {"end": True}))
    run = subprocess.run([sys.executable, __file__], input=lines, env=environment, capture_output=True, text=True)
    if run.returncode:
        raise RuntimeError(run.stderr)
    return {name: value for name, value in json.loads(run.stdout).items() if name != "id"}


def whole(answer):
    # boto3 takes an answer of status 200 that it cannot read for an empty one.
    content = answer.get("output", {}).get("message", {}).get("content", [])
    result = {
        "text": "".join(block["text"] for block in content if "text" in block),
        "toolUses": [{"name": block["toolUse"]["name"], "input": block["toolUse"]["input"]}
                     for block in content if "toolUse" in block],
    }
    return result | {name: answer[name] for name in ("stopReason", "usage") if name in answer}


def streamed(events):
    """What a caller makes of the events: boto3 hands them on and puts nothing together."""
    text, tools, result = "", {}, {}
    for event in events:
        if "contentBlockStart" in event and "toolUse" in event["contentBlockStart"]["start"]:
            started = event["contentBlockStart"]
            tools[started["contentBlockIndex"]] = [started["start"]["toolUse"]["name"], ""]
        elif "contentBlockDelta" in event:
            delta = event["contentBlockDelta"]["delta"]
            text += delta.get("text", "")
            if "toolUse" in delta:
                tools[event["contentBlockDelta"]["contentBlockIndex"]][1] += delta["toolUse"]["input"]
        elif "messageStop" in event:
            result["stopReason"] = event["messageStop"]["stopReason"]
        elif "metadata" in event:
            result["usage"] = event["metadata"]["usage"]
    inputs = [{"name": name, "input": json.loads(written or "{}")} for name, written in tools.values()]
    return {"text": text, "toolUses": inputs, **result}


if __name__ == "__main__":
    features = ["converse", "converse-stream", "tools", "token", "bearer", "tls"]
    serve("boto3", boto3.__version__, "Python", features, call, threads=4)
