"""aioboto3's Bedrock client: boto3's interface over aiohttp."""

import asyncio
from importlib.metadata import version

import aioboto3
import aiohttp
from botocore.config import Config

import botocore_failures
from adapter import authorities, failure, serve, with_bytes
from boto3_client import streamed, whole


async def call(case):
    credentials = case["credentials"]
    session = aioboto3.Session(
        aws_access_key_id=credentials["accessKeyId"], aws_secret_access_key=credentials["secretAccessKey"],
        aws_session_token=credentials.get("sessionToken"), region_name=case["region"])
    limits = Config(connect_timeout=case["timeoutSeconds"], read_timeout=case["timeoutSeconds"])
    try:
        with authorities(case) as verify:
            return await asked(case, session.client(
                "bedrock-runtime", endpoint_url=case["endpoint"], config=limits, verify=verify))
    except botocore_failures.RAISED as error:
        return botocore_failures.told(error)
    except (asyncio.TimeoutError, aiohttp.ServerTimeoutError) as error:
        return failure("timeout", error)
    except aiohttp.ClientError as error:
        # While a stream is read, aiohttp's own errors come through.
        return failure("transport", error)


async def asked(case, opening):
    async with opening as client:
        if case["operation"] == "Converse":
            return {"result": whole(await client.converse(modelId=case["modelId"], **with_bytes(case["input"])))}
        answer = await client.converse_stream(modelId=case["modelId"], **with_bytes(case["input"]))
        return {"result": streamed([event async for event in answer["stream"]])}


if __name__ == "__main__":
    serve("aioboto3", version("aioboto3"), "Python",
          ["converse", "converse-stream", "tools", "token", "tls"], lambda case: asyncio.run(call(case)), threads=4)
