"""LangChain's ChatBedrockConverse (langchain-aws), called through `invoke` and `stream`."""

from importlib.metadata import version

import boto3
from botocore.config import Config
from langchain_aws import ChatBedrockConverse
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage, ToolMessage

import botocore_failures
from adapter import Skip, authorities, failure, require_translated, serve

TRANSLATED = {"system", "inferenceConfig", "toolConfig", "additionalModelRequestFields", "requestMetadata"}
BLOCKS = ("text", "cachePoint", "toolUse", "toolResult")


def call(case):
    with authorities(case) as verify:
        return asked(case, verify)


def asked(case, verify):
    require_translated(
        case, TRANSLATED | {"toolConfig.toolChoice", "guardrailConfig", "performanceConfig", "additionalModelResponseFieldPaths"},
        BLOCKS)
    credentials, given = case["credentials"], case["input"]
    config = Config(connect_timeout=case["timeoutSeconds"], read_timeout=case["timeoutSeconds"])
    # It has no setting for authorities, and takes a client that has one.
    client = verify and boto3.Session().client(
        "bedrock-runtime", endpoint_url=case["endpoint"], region_name=case["region"], verify=verify, config=config,
        aws_access_key_id=credentials["accessKeyId"], aws_secret_access_key=credentials["secretAccessKey"],
        aws_session_token=credentials.get("sessionToken"))
    settings = given.get("inferenceConfig", {})
    model = ChatBedrockConverse(
        model=case["modelId"], provider="amazon", base_url=case["endpoint"], region_name=case["region"],
        aws_access_key_id=credentials["accessKeyId"], aws_secret_access_key=credentials["secretAccessKey"],
        aws_session_token=credentials.get("sessionToken"),
        # Without it an ARN is looked up in the control plane first.
        **({"base_model": "amazon.nova-micro-v1:0"} if case["modelId"].startswith("arn:") else {}),
        config=config, client=client,
        max_tokens=settings.get("maxTokens"), temperature=settings.get("temperature"), top_p=settings.get("topP"),
        stop_sequences=settings.get("stopSequences"), request_metadata=given.get("requestMetadata"),
        additional_model_request_fields=given.get("additionalModelRequestFields"),
        guardrail_config=given.get("guardrailConfig"), performance_config=given.get("performanceConfig"),
        additional_model_response_field_paths=given.get("additionalModelResponseFieldPaths"))
    if "toolConfig" in given:
        # A tool may be given in the form of the API.
        model = model.bind_tools(given["toolConfig"]["tools"], tool_choice=given["toolConfig"].get("toolChoice"))
    # Two messages for the system would be joined to one text; of one with several texts each becomes a block.
    messages = [SystemMessage(content=[{"type": "text", "text": block["text"]} for block in given["system"]])] \
        if "system" in given else []
    messages += [translated for message in given["messages"] for translated in translate(message)]
    try:
        if case["operation"] == "Converse":
            return {"result": told(model.invoke(messages))}
        whole = None
        for chunk in model.stream(messages):
            whole = chunk if whole is None else whole + chunk
        return {"result": told(whole)}
    except botocore_failures.RAISED as error:
        return botocore_failures.told(error)
    except ConnectionError as error:
        # LangChain's own, for a stream without its end.
        return failure("transport", error)
    except ValueError as error:
        # LangChain's own: for an answer that it does not understand, and in place of some of botocore's errors.
        is_refusal = isinstance(error.__cause__ or error.__context__, botocore_failures.raised.ClientError)
        return failure("service" if is_refusal else "decode", error)


def translate(message):
    texts = [block for block in message["content"] if set(block) & {"text", "cachePoint"}]
    content = [{"type": "text", "text": block["text"]} if "text" in block else block for block in texts]
    if message["role"] == "assistant":
        calls = [block["toolUse"] for block in message["content"] if "toolUse" in block]
        yield AIMessage(content=content, tool_calls=[
            {"name": use["name"], "args": use["input"], "id": use["toolUseId"]} for use in calls])
        return
    for block in message["content"]:
        if "toolResult" in block:
            result = block["toolResult"]
            if any(set(part) - {"text", "json"} for part in result["content"]):
                raise Skip("the adapter translates results of texts and JSON only")
            yield ToolMessage(
                content=[{"type": "text", "text": part["text"]} if "text" in part else part for part in result["content"]],
                tool_call_id=result["toolUseId"], status=result.get("status", "success"))
    if content:
        yield HumanMessage(content=content[0]["text"] if len(content) == 1 and "text" in content[0] else content)


def told(message):
    result = {
        "text": message.text,
        "toolUses": [{"name": use["name"], "input": use["args"]} for use in message.tool_calls],
        "stopReason": message.response_metadata.get("stopReason"),
    }
    if counted := message.usage_metadata:
        result["usage"] = {"inputTokens": counted["input_tokens"], "outputTokens": counted["output_tokens"],
                           "totalTokens": counted["total_tokens"]}
        details = counted.get("input_token_details", {})
        names = {"cacheReadInputTokens": "cache_read", "cacheWriteInputTokens": "cache_creation"}
        result["usage"] |= {name: details[key] for name, key in names.items() if key in details}
    return {name: value for name, value in result.items() if value is not None}


if __name__ == "__main__":
    serve("LangChain (langchain-aws)", version("langchain-aws"), "Python",
          ["converse", "converse-stream", "tools", "token", "tls"], call, threads=4)
