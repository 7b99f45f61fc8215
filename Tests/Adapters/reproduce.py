"""What MATRIX.md says of published clients, once more without doctor: `reproduce.py CLIENT CASE`.

A listener on loopback answers with the bytes of the case, whatever it is asked, and what the client makes of them is printed.
Without a case it lists them. Needs the client's package, and for AWS CLI its command.
"""

import asyncio
import contextlib
import json
import os
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import zlib

KEYS = {"aws_access_key_id": "AKIAIOSFODNN7EXAMPLE", "aws_secret_access_key": "secret", "aws_session_token": "token"}
MODEL = "amazon.nova-micro-v1:0"
MESSAGES = [{"role": "user", "content": [{"text": "Hello"}]}]


def answer(content=({"text": "Good day."},), stop_reason="end_turn"):
    return json.dumps({"output": {"message": {"role": "assistant", "content": list(content)}}, "stopReason": stop_reason,
                       "usage": {"inputTokens": 5, "outputTokens": 2, "totalTokens": 7}, "metrics": {"latencyMs": 1}})


def whole(body, status="200 OK", type="application/json", length=None):
    head = f"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {length or len(body)}\r\nConnection: close\r\n\r\n"
    return (head + body).encode()


def frame(name, payload):
    def field(key, value):
        return bytes([len(key)]) + key.encode() + b"\x07" + struct.pack(">H", len(value)) + value.encode()

    headers = field(":event-type", name) + field(":content-type", "application/json") + field(":message-type", "event")
    body = json.dumps(payload).encode()
    prelude = struct.pack(">II", 16 + len(headers) + len(body), len(headers))
    message = prelude + struct.pack(">I", zlib.crc32(prelude)) + headers + body
    return message + struct.pack(">I", zlib.crc32(message))


START = frame("messageStart", {"role": "assistant"})
DELTA = frame("contentBlockDelta", {"contentBlockIndex": 0, "delta": {"text": "Good"}})
STOP = frame("contentBlockStop", {"contentBlockIndex": 0})


def streamed(*chunks):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


# To a listener in plain HTTP, by another name than the one that is called.
MOVED = b"HTTP/1.1 307 Temporary Redirect\r\nLocation: {elsewhere}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

CASES = {
    "answers/stop-guardrail-intervened": whole(answer(stop_reason="guardrail_intervened")),
    "answers/stop-stop-sequence": whole(answer(stop_reason="stop_sequence")),
    "answers/unknown-block": whole(answer([{"hologram": {"depth": 1}}, {"text": "Good day."}])),
    "errors/cut-json": whole(answer()[:-1]),
    "errors/inside-status-200": whole(
        '{"Output": {"__type": "com.amazon.coral.service#UnknownOperationException"}, "Version": "1.0"}'),
    "errors/internal": whole('{"message": "The system encountered an unexpected error."}', "500 Internal Server Error"),
    "errors/redirect": [b"HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n"
                        b"Connection: close\r\n\r\n", whole(answer())],
    "errors/redirect-elsewhere": [MOVED, whole(answer())],
    "errors/success-that-is-no-json": whole("<html>captive portal</html>", type="text/html"),
    "errors/success-without-output": whole('{"message": null}'),
    "streams/cut-frame": streamed(START, DELTA, STOP[:20]),
    "streams/empty": streamed(),
    "streams/no-message-stop": streamed(START, DELTA, STOP),
    "streams/unknown-delta": streamed(
        START, DELTA, STOP, frame("contentBlockDelta", {"contentBlockIndex": 1, "delta": {"hologram": {"depth": 1}}}),
        frame("contentBlockStop", {"contentBlockIndex": 1}), frame("messageStop", {"stopReason": "end_turn"})),
    "transport/tls-other-name": whole(answer()),
    "transport/tls-redirect-to-plain": [MOVED, whole(answer())],
    "transport/truncated-body": whole(answer()[:40], length=len(answer())),
}


def with_boto3(client, streams):
    if not streams:
        return client.converse(modelId=MODEL, messages=MESSAGES)
    return list(client.converse_stream(modelId=MODEL, messages=MESSAGES)["stream"])


def boto3_client(endpoint, streams):
    import boto3
    return with_boto3(boto3.client("bedrock-runtime", endpoint_url=endpoint, region_name="us-east-1", **KEYS), streams)


async def aioboto3_client(endpoint, streams):
    import aioboto3
    async with aioboto3.Session().client(
            "bedrock-runtime", endpoint_url=endpoint, region_name="us-east-1", **KEYS) as client:
        if not streams:
            return await client.converse(modelId=MODEL, messages=MESSAGES)
        return [event async for event in (await client.converse_stream(modelId=MODEL, messages=MESSAGES))["stream"]]


def aws_cli_client(endpoint, streams):
    environment = {**os.environ, **{name.upper(): value for name, value in KEYS.items()}}
    return subprocess.run(
        ["aws", "bedrock-runtime", "converse", "--endpoint-url", endpoint, "--region", "us-east-1", "--model-id", MODEL,
         "--messages", json.dumps(MESSAGES)], env=environment, capture_output=True, text=True)


def langchain_client(endpoint, streams):
    from langchain_aws import ChatBedrockConverse
    model = ChatBedrockConverse(model=MODEL, base_url=endpoint, region_name="us-east-1", **KEYS)
    return list(model.stream("Hello")) if streams else model.invoke("Hello")


async def pydantic_ai_client(endpoint, streams):
    from pydantic_ai import Agent
    from pydantic_ai.direct import model_request_stream
    from pydantic_ai.messages import ModelRequest
    from pydantic_ai.models.bedrock import BedrockConverseModel
    from pydantic_ai.providers.bedrock import BedrockProvider
    provider = BedrockProvider(base_url=endpoint, region_name="us-east-1", **KEYS)
    agent = Agent(BedrockConverseModel(MODEL, provider=provider))
    if not streams:
        return (await agent.run("Hello")).output
    # Without an agent, which asks once more after an answer that has no text.
    async with model_request_stream(agent.model, [ModelRequest.user_text_prompt("Hello")]) as stream:
        async for _ in stream:
            pass
        return stream.response if hasattr(stream, "response") else stream.get()


def strands_client(endpoint, streams):
    import boto3
    from strands import Agent
    from strands.models import BedrockModel
    session = boto3.Session(region_name="us-east-1", **KEYS)
    model = BedrockModel(boto_session=session, endpoint_url=endpoint, model_id=MODEL, streaming=streams)
    result = Agent(model=model, callback_handler=None)("Hello")
    return result.stop_reason, result.message


def litellm_client(endpoint, streams):
    import litellm
    litellm.suppress_debug_info = True
    answer = litellm.completion(
        model=f"bedrock/converse/{MODEL}", api_base=endpoint, aws_region_name="us-east-1", stream=streams,
        messages=[{"role": "user", "content": "Hello"}], **KEYS)
    return list(answer) if streams else (answer.choices[0].finish_reason, answer.choices[0].message.content)


CLIENTS = {name.removesuffix("_client"): value for name, value in list(globals().items()) if name.endswith("_client")}


def listen(listener, replies, told=None):
    """Gives the replies one after another, the last one from then on; tells which credentials came, as whose."""
    replies = list(replies) if isinstance(replies, list) else [replies]
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            # A client that verifies certificates as it must ends the handshake.
            continue
        with connection, contextlib.suppress(OSError):
            received = b""
            while b"\r\n\r\n" not in received or len(received.split(b"\r\n\r\n", 1)[1]) < length_of(received):
                more = connection.recv(65536)
                if not more:
                    break
                received += more
            if told and received:
                names = (line.split(b":")[0].decode() for line in received.split(b"\r\n\r\n")[0].split(b"\r\n")[1:])
                kept = [name for name in names if name.lower() in ("authorization", "x-amz-security-token")]
                print(f"{told} was sent {', '.join(kept) or 'no credentials'}")
            connection.sendall(replies.pop(0) if len(replies) > 1 else replies[0])


def length_of(received):
    head = received.split(b"\r\n\r\n")[0].lower().split(b"\r\n")
    return next((int(line.split(b":")[1]) for line in head if line.startswith(b"content-length:")), 0)


def over_tls(listener, name):
    """The listener over TLS, with a certificate for a name that clients on Python are told to trust."""
    with tempfile.TemporaryDirectory() as folder:
        key, certificate = f"{folder}/key.pem", f"{folder}/certificate.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1",
             "-subj", "/CN=listener", "-addext", f"subjectAltName={name}", "-keyout", key,
             "-out", certificate], check=True, capture_output=True)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, key)
        with open(certificate) as trusted, tempfile.NamedTemporaryFile("w", suffix=".pem", delete=False) as kept:
            kept.write(trusted.read())
    os.environ["AWS_CA_BUNDLE"] = os.environ["SSL_CERT_FILE"] = kept.name
    return context.wrap_socket(listener, server_side=True)


def main(client, case):
    listener = socket.create_server(("127.0.0.1", 0))
    is_tls = case.startswith("transport/tls")
    if is_tls:
        listener = over_tls(listener, "DNS:elsewhere.example" if case.endswith("other-name") else "IP:127.0.0.1")
    replies = CASES[case]
    if isinstance(replies, list) and MOVED in replies:
        there = socket.create_server(("127.0.0.1", 0))
        place = f"http://localhost:{there.getsockname()[1]}"
        threading.Thread(target=listen, args=(there, replies[1], place), daemon=True).start()
        replies = MOVED.replace(b"{elsewhere}", place.encode())
    threading.Thread(target=listen, args=(listener, replies), daemon=True).start()
    call = CLIENTS[client]
    try:
        told = call(f"http{'s' if is_tls else ''}://127.0.0.1:{listener.getsockname()[1]}", case.startswith("streams/"))
        told = asyncio.run(told) if asyncio.iscoroutine(told) else told
        print(f"{client} at {case} returned:\n{told}")
    except Exception as error:
        print(f"{client} at {case} raised:\n{type(error).__name__}: {error}")
    sys.stdout.flush()
    # Threads of the client's own would outlive this.
    os._exit(0)


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in CLIENTS or sys.argv[2] not in CASES:
        sys.exit(f"usage: reproduce.py CLIENT CASE\nclients: {', '.join(CLIENTS)}\ncases: {', '.join(CASES)}")
    main(*sys.argv[1:])
