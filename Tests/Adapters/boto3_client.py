"""boto3's Bedrock client, called as its users call it: its own retries, its own time limits' switches, nothing caught that it
would not raise.
"""

import json

import boto3
from botocore.config import Config

import botocore_failures
from adapter import serve


def call(case):
    credentials = case["credentials"]
    # The default session is for one thread only.
    client = boto3.Session().client(
        "bedrock-runtime",
        endpoint_url=case["endpoint"],
        region_name=case["region"],
        aws_access_key_id=credentials["accessKeyId"],
        aws_secret_access_key=credentials["secretAccessKey"],
        aws_session_token=credentials.get("sessionToken"),
        config=Config(connect_timeout=case["timeoutSeconds"], read_timeout=case["timeoutSeconds"]),
    )
    try:
        if case["operation"] == "Converse":
            return {"result": whole(client.converse(modelId=case["modelId"], **case["input"]))}
        return {"result": streamed(client.converse_stream(modelId=case["modelId"], **case["input"])["stream"])}
    except botocore_failures.RAISED as error:
        return botocore_failures.told(error)


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
    serve("boto3", boto3.__version__, "Python", ["converse", "converse-stream", "tools", "token"], call, threads=4)
