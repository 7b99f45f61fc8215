"""Strands' BedrockModel (strands-agents): one call, put together as its agents do, without their loop and retries."""

import asyncio
from importlib.metadata import version

import boto3
import botocore.session
from botocore.config import Config
from strands.event_loop.streaming import process_stream
from strands.models import BedrockModel
from strands.types.exceptions import ContextWindowOverflowException, ModelThrottledException

import botocore_failures
from adapter import authorities, failure, require_translated, serve, with_bytes
from boto3_client import whole


async def call(case):
    with authorities(case) as bundle:
        return await asked(case, bundle)


async def asked(case, bundle):
    require_translated(
        case, {"system", "inferenceConfig", "toolConfig", "toolConfig.toolChoice", "additionalModelRequestFields",
               "requestMetadata", "additionalModelResponseFieldPaths"},
        ("text", "cachePoint", "toolUse", "toolResult", "image", "document"))
    credentials, given = case["credentials"], with_bytes(case["input"])
    config = given.get("inferenceConfig", {})
    members = {
        "max_tokens": config.get("maxTokens"), "temperature": config.get("temperature"), "top_p": config.get("topP"),
        "stop_sequences": config.get("stopSequences"),
        "additional_request_fields": given.get("additionalModelRequestFields"),
        "additional_response_field_paths": given.get("additionalModelResponseFieldPaths"),
        # Left to itself, it sends whether a tool failed to models of Anthropic only.
        "include_tool_result_status": True,
        "additional_args": {"requestMetadata": given["requestMetadata"]} if "requestMetadata" in given else None,
    }
    model = BedrockModel(
        boto_session=boto3.Session(
            botocore_session=trusting(bundle),
            aws_access_key_id=credentials["accessKeyId"], aws_secret_access_key=credentials["secretAccessKey"],
            aws_session_token=credentials.get("sessionToken"), region_name=case["region"]),
        boto_client_config=Config(connect_timeout=case["timeoutSeconds"], read_timeout=case["timeoutSeconds"]),
        endpoint_url=case["endpoint"], model_id=case["modelId"], streaming=case["operation"] == "ConverseStream",
        **{name: value for name, value in members.items() if value is not None})
    tools = [tool["toolSpec"] for tool in given.get("toolConfig", {}).get("tools", [])]
    try:
        # Whether it streams or not, its caller gets events.
        events = model.stream(given["messages"], tools or None, system_prompt_content=given.get("system"),
                              tool_choice=given.get("toolConfig", {}).get("toolChoice"))
        stop_reason, message, usage, _ = [event async for event in process_stream(events)][-1]["stop"]
        return {"result": whole({"output": {"message": message}, "stopReason": stop_reason, "usage": usage})}
    except KeyError as error:
        # What it raises for an answer without `output`.
        return failure("decode", repr(error))
    except (ModelThrottledException, ContextWindowOverflowException) as error:
        return failure("service", error)
    except botocore_failures.RAISED as error:
        return botocore_failures.told(error)


def trusting(bundle):
    """A session with these authorities, as a profile sets them: the model itself has no setting for them."""
    session = botocore.session.Session()
    if bundle:
        session.set_config_variable("ca_bundle", bundle)
    return session


if __name__ == "__main__":
    serve("Strands", version("strands-agents"), "Python",
          ["converse", "converse-stream", "tools", "token", "tls"], lambda case: asyncio.run(call(case)), threads=4)
