"""LiteLLM's `completion` with the route bedrock/converse: OpenAI's form in, OpenAI's form out.

OpenAI's finish reasons are given back as those of the API that they stand for; what LiteLLM told apart no more stays so.
"""

import json
import os
import subprocess
import sys
from importlib.metadata import version

os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")
os.environ.setdefault("LITELLM_LOG", "ERROR")
import httpx
import litellm
import openai
from litellm import exceptions

from adapter import Skip, authorities, failure, require_translated, serve

litellm.suppress_debug_info = True
REASONS = {"stop": "end_turn", "length": "max_tokens", "tool_calls": "tool_use", "content_filter": "content_filtered"}


def call(case):
    return trusting(case) if "caBundle" in case else asked(case)


def trusting(case):
    """It takes authorities for its whole process, and keeps the connections that it made with them."""
    with authorities(case) as bundle:
        own = {name: value for name, value in case.items() if name != "caBundle"}
        lines = json.dumps(own) + "\n" + json.dumps({"end": True}) + "\n"
        run = subprocess.run([sys.executable, __file__], input=lines, env={**os.environ, "SSL_CERT_FILE": bundle},
                             capture_output=True, text=True)
        if run.returncode:
            raise RuntimeError(run.stderr)
        return {name: value for name, value in json.loads(run.stdout).items() if name != "id"}


def asked(case):
    require_translated(
        case, {"system", "inferenceConfig", "toolConfig", "additionalModelRequestFields", "requestMetadata"},
        ("text", "cachePoint", "toolUse", "toolResult"))
    credentials, given = case["credentials"], case["input"]
    config = given.get("inferenceConfig", {})
    members = {
        "max_tokens": config.get("maxTokens"), "temperature": config.get("temperature"), "top_p": config.get("topP"),
        "stop": config.get("stopSequences"), "aws_session_token": credentials.get("sessionToken"),
        "requestMetadata": given.get("requestMetadata"),
        "tools": [{"type": "function", "function": {
            "name": tool["toolSpec"]["name"], "description": tool["toolSpec"].get("description", ""),
            "parameters": tool["toolSpec"]["inputSchema"]["json"]}} for tool in given.get("toolConfig", {}).get("tools", [])] or None,
        **given.get("additionalModelRequestFields", {}),
    }
    arguments = {
        "model": f"bedrock/converse/{case['modelId']}", "api_base": case["endpoint"],
        "aws_region_name": case["region"], "aws_access_key_id": credentials["accessKeyId"],
        "aws_secret_access_key": credentials["secretAccessKey"], "timeout": case["timeoutSeconds"],
        "messages": [{"role": "system", "content": block["text"]} for block in given.get("system", [])]
        + [translated for message in given["messages"] for translated in translate(message)],
        **{name: value for name, value in members.items() if value is not None},
    }
    try:
        if case["operation"] == "Converse":
            return {"result": told(litellm.completion(**arguments))}
        chunks = list(litellm.completion(stream=True, stream_options={"include_usage": True}, **arguments))
        return {"result": told(litellm.stream_chunk_builder(chunks))}
    except exceptions.MidStreamFallbackError as error:
        # Raised inside a stream, with what it stands for.
        return told_failure(error.original_exception or error, error)
    except openai.APIError as error:
        return told_failure(error, error)
    except httpx.TransportError as error:
        # While a stream is read, httpx's own errors come through.
        return failure("timeout" if isinstance(error, httpx.TimeoutException) else "transport", error)


def told_failure(cause, error):
    if isinstance(cause, exceptions.Timeout):
        return failure("timeout", error, status=cause.status_code)
    words = str(error)
    if any(text in words for text in ("converting to valid response", "undecoded bytes", "JSONDecode")):
        return failure("decode", error)
    if isinstance(cause, exceptions.APIConnectionError):
        return failure("transport", error)
    return failure("service", error, status=getattr(cause, "status_code", None))


def translate(message):
    content = message["content"]
    texts = [block["text"] for block in content if "text" in block]
    if any("cachePoint" in block for block in content):
        marked = [{"type": "text", "text": text} for text in texts]
        marked[-1]["cache_control"] = {"type": "ephemeral"}
        yield {"role": message["role"], "content": marked}
    elif message["role"] == "assistant":
        calls = [{"id": use["toolUseId"], "type": "function",
                  "function": {"name": use["name"], "arguments": json.dumps(use["input"])}}
                 for use in (block["toolUse"] for block in content if "toolUse" in block)]
        yield {"role": "assistant", "content": "".join(texts) or None, **({"tool_calls": calls} if calls else {})}
    else:
        for result in (block["toolResult"] for block in content if "toolResult" in block):
            if result.get("status") == "error":
                raise Skip("OpenAI's form of a tool's result knows no error")
            yield {"role": "tool", "tool_call_id": result["toolUseId"],
                   "content": "".join(part["text"] if "text" in part else json.dumps(part["json"])
                                      for part in result["content"])}
        if texts:
            yield {"role": "user", "content": texts[0] if len(texts) == 1 else [
                {"type": "text", "text": text} for text in texts]}


def told(answer):
    choice, counted = answer.choices[0], answer.usage
    fields = getattr(choice, "provider_specific_fields", None) or {}
    calls = choice.message.tool_calls or []
    result = {
        "text": choice.message.content or "",
        "stopReason": fields.get("native_finish_reason") or REASONS.get(choice.finish_reason, choice.finish_reason),
        "toolUses": [{"name": use.function.name, "input": json.loads(use.function.arguments or "{}")} for use in calls],
    }
    if counted:
        details = counted.prompt_tokens_details
        result["usage"] = {
            "inputTokens": counted.prompt_tokens, "outputTokens": counted.completion_tokens,
            "totalTokens": counted.total_tokens, "cacheReadInputTokens": getattr(details, "cached_tokens", None)}
        result["usage"] = {name: value for name, value in result["usage"].items() if value is not None}
    return {name: value for name, value in result.items() if value is not None}


if __name__ == "__main__":
    # One call at a time: with four at once all of them stood still in one of thirteen runs, and why was not found.
    serve("LiteLLM", version("litellm"), "Python", ["converse", "converse-stream", "tools", "token", "tls"], call)
    # Its threads for logs would outlive the last call.
    os._exit(0)
