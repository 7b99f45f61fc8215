"""Pydantic AI's Bedrock model, through its direct requests: one call, without an agent's loop."""

import asyncio
from importlib.metadata import version

import boto3
from botocore.config import Config
from pydantic_ai import exceptions, messages as parts
from pydantic_ai.direct import model_request, model_request_stream
from pydantic_ai.models import ModelRequestParameters
from pydantic_ai.models.bedrock import BedrockConverseModel, BedrockModelSettings
from pydantic_ai.providers.bedrock import BedrockProvider
from pydantic_ai.tools import ToolDefinition

import botocore_failures
from adapter import Skip, authorities, failure, require_translated, serve


async def call(case):
    with authorities(case) as verify:
        return await asked(case, provider(case, verify))


def provider(case, verify):
    credentials = case["credentials"]
    keys = {"aws_access_key_id": credentials["accessKeyId"], "aws_secret_access_key": credentials["secretAccessKey"],
            "aws_session_token": credentials.get("sessionToken")}
    seconds = case["timeoutSeconds"]
    if verify is None:
        return BedrockProvider(base_url=case["endpoint"], region_name=case["region"], aws_read_timeout=seconds,
                               aws_connect_timeout=seconds, **keys)
    # It has no setting for authorities, and takes a client that has one.
    return BedrockProvider(bedrock_client=boto3.Session().client(
        "bedrock-runtime", endpoint_url=case["endpoint"], region_name=case["region"], verify=verify,
        config=Config(connect_timeout=seconds, read_timeout=seconds), **keys))


async def asked(case, provider):
    require_translated(
        case, {"system", "inferenceConfig", "toolConfig", "additionalModelRequestFields", "requestMetadata", "guardrailConfig",
               "performanceConfig", "additionalModelResponseFieldPaths"}, ("text", "cachePoint", "toolUse", "toolResult"))
    given = case["input"]
    model = BedrockConverseModel(case["modelId"], provider=provider)
    arguments = {
        "messages": [translated for message in with_system(given) for translated in translate(message, names(given))],
        "model_settings": settings(given),
        "model_request_parameters": ModelRequestParameters(function_tools=[
            ToolDefinition(name=tool["toolSpec"]["name"], description=tool["toolSpec"].get("description"),
                           parameters_json_schema=tool["toolSpec"]["inputSchema"]["json"])
            for tool in given.get("toolConfig", {}).get("tools", [])]),
    }
    try:
        if case["operation"] == "Converse":
            return {"result": told(await model_request(model, **arguments))}
        async with model_request_stream(model, **arguments) as stream:
            async for _ in stream:
                pass
            return {"result": told(stream.response if hasattr(stream, "response") else stream.get())}
    except exceptions.ModelHTTPError as error:
        described = error.body.get("Error", {}) if isinstance(error.body, dict) else {}
        return failure("service", described.get("Message", error), type=described.get("Code"), status=error.status_code)
    except exceptions.ModelAPIError as error:
        if isinstance(error.__cause__, botocore_failures.RAISED):
            return botocore_failures.told(error.__cause__)
        return failure("decode", error)
    except exceptions.UnexpectedModelBehavior as error:
        return failure("decode", error)
    except botocore_failures.RAISED as error:
        return botocore_failures.told(error)


def settings(given):
    config = given.get("inferenceConfig", {})
    members = {
        "max_tokens": config.get("maxTokens"), "temperature": config.get("temperature"), "top_p": config.get("topP"),
        "stop_sequences": config.get("stopSequences"), "bedrock_request_metadata": given.get("requestMetadata"),
        "bedrock_additional_model_requests_fields": given.get("additionalModelRequestFields"),
        "bedrock_guardrail_config": given.get("guardrailConfig"),
        "bedrock_performance_configuration": given.get("performanceConfig"),
        "bedrock_additional_model_response_fields_paths": given.get("additionalModelResponseFieldPaths"),
    }
    return BedrockModelSettings(**{name: value for name, value in members.items() if value is not None})


def with_system(given):
    return [{"role": "system", "content": given.get("system", [])}, *given["messages"]]


def names(given):
    """The names of tools by the ids of their uses."""
    return {block["toolUse"]["toolUseId"]: block["toolUse"]["name"]
            for message in given["messages"] for block in message["content"] if "toolUse" in block}


def translate(message, tool_names):
    content = message["content"]
    if message["role"] == "system":
        if content:
            yield parts.ModelRequest(parts=[parts.SystemPromptPart(block["text"]) for block in content])
    elif message["role"] == "assistant":
        yield parts.ModelResponse(parts=[
            parts.TextPart(block["text"]) if "text" in block else
            parts.ToolCallPart(block["toolUse"]["name"], block["toolUse"]["input"], block["toolUse"]["toolUseId"])
            for block in content])
    else:
        given = [parts.ToolReturnPart(tool_names[result["toolUseId"]], returned(result["content"]), result["toolUseId"])
                 for result in (block["toolResult"] for block in content if "toolResult" in block)]
        if any(block["toolResult"].get("status") == "error" for block in content if "toolResult" in block):
            raise Skip("the adapter does not translate results of tools that failed")
        prompt = [block["text"] if "text" in block else parts.CachePoint()
                  for block in content if "toolResult" not in block]
        if prompt:
            given.append(parts.UserPromptPart(prompt if len(prompt) > 1 else prompt[0]))
        yield parts.ModelRequest(parts=given)


def returned(content):
    """What a tool returned, as its function returns it."""
    values = [part.get("json", part.get("text")) for part in content]
    return values[0] if len(values) == 1 else values


def told(response):
    result = {
        "text": response.text or "",
        "toolUses": [{"name": part.tool_name, "input": part.args_as_dict()} for part in response.tool_calls],
        "usage": {"inputTokens": response.usage.input_tokens, "outputTokens": response.usage.output_tokens,
                  "totalTokens": response.usage.total_tokens, "cacheReadInputTokens": response.usage.cache_read_tokens,
                  "cacheWriteInputTokens": response.usage.cache_write_tokens},
    }
    reason = (response.provider_details or {}).get("finish_reason") or response.finish_reason
    return result | ({"stopReason": reason} if reason else {})


if __name__ == "__main__":
    serve("Pydantic AI", version("pydantic-ai-slim"), "Python",
          ["converse", "converse-stream", "tools", "token", "tls"], lambda case: asyncio.run(call(case)), threads=4)
