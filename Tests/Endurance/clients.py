"""Clients of the mock: one that asks as fast as it can and looks at every answer, and those that do something wrong."""

import asyncio
import json
import random
import socket
import time

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

KEY_ID, SECRET = "AKIDENDURANCE0000001", "eNdurance/Test+Secret0123456789abcdefghi"
PATH = "/model/amazon.nova-micro-v1%3A0/converse"
BODY = json.dumps({"messages": [{"role": "user", "content": [{"text": "What is the weather like? " * 36}]}]}).encode()
PIPELINED = 8


def signed(host, secret=SECRET, key_id=KEY_ID, path=PATH, body=BODY):
    """The bytes of a request that botocore signs now."""
    request = AWSRequest("POST", f"http://{host}{path}", data=body, headers={"Content-Type": "application/json"})
    SigV4Auth(Credentials(key_id, secret), "bedrock", "us-east-1").add_auth(request)
    lines = [f"POST {path} HTTP/1.1", f"Host: {host}", *(f"{name}: {value}" for name, value in request.headers.items()),
             f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


class Answer:
    def __init__(self, head, body):
        self.status = int(head[9:12])
        self.head, self.body = head.lower(), body
        at = self.head.find(b"\r\nx-doctor-fault:")
        self.fault = self.head[at + 17:self.head.index(b"\r\n", at + 2)].strip().decode() if at >= 0 else None


async def read(stream):
    """The next answer; it must be whole."""
    head = await stream.readuntil(b"\r\n\r\n")
    at = head.lower().find(b"\r\ncontent-length:")
    if at < 0:
        return Answer(head, await stream.read())
    return Answer(head, await stream.readexactly(int(head[at + 17:head.index(b"\r\n", at + 2)])))


class Load:
    """Right requests on connections that stay open, and what became of them."""

    def __init__(self, port, until):
        self.port, self.until, self.host = port, until, f"127.0.0.1:{port}"
        self.right, self.cut = 0, 0
        self.faults, self.wrong, self.strange = {}, {}, []
        self.text = None
        self.request, self.made = None, 0

    def fresh(self):
        # A signature is good for five minutes.
        if time.monotonic() - self.made > 60:
            self.request, self.made = signed(self.host), time.monotonic()
        return self.request

    def judge(self, answer):
        if answer.fault:
            name = answer.fault.partition(":")[0].partition(" ")[0]
            self.faults[name] = self.faults.get(name, 0) + 1
        elif answer.status == 200 and self.is_right(answer.body):
            self.right += 1
        elif len(self.strange) < 20:
            self.strange.append(f"{answer.status}: {answer.body[:200]!r}")

    def is_right(self, body):
        start = body.find(b'"text":')
        text = body[start:body.find(b"}", start)]
        self.text = self.text or (json.loads(body)["output"]["message"]["content"] and text)
        return text == self.text and body.endswith(b"}")

    async def ask(self):
        """One connection after the other, each until it breaks."""
        while time.monotonic() < self.until:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            try:
                while time.monotonic() < self.until:
                    writer.write(self.fresh() * PIPELINED)
                    for _ in range(PIPELINED):
                        # Of a silent server nothing comes any more: the client leaves.
                        self.judge(await asyncio.wait_for(read(reader), 20))
            except (ConnectionError, asyncio.IncompleteReadError, TimeoutError, ValueError):
                self.cut += 1
            finally:
                writer.transport.abort()

    # MARK: Clients that do something wrong

    async def misbehave(self, chance):
        kinds = [self.bad_signature, self.bad_signature, self.unknown_key, self.changed_body, self.malformed, self.slow,
                 self.vanished, self.reset, self.never_reads, self.half_closed, self.large_head, self.not_http]
        kind = chance.choice(kinds)
        try:
            fault = await asyncio.wait_for(kind(chance), 60)
        except ConnectionError:
            fault = None if kind in (self.vanished, self.reset, self.never_reads, self.large_head) else "cut"
        except (TimeoutError, asyncio.IncompleteReadError) as error:
            fault = type(error).__name__
        name = kind.__name__
        self.wrong[name] = self.wrong.get(name, 0) + 1
        if fault and len(self.strange) < 20:
            self.strange.append(f"{name}: {fault}")

    async def once(self, data, expected):
        """Sends and reads one answer; nil if it has the status, or is a fault of the mock's."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(data)
            answer = await read(reader)
            return None if answer.status == expected or answer.fault else f"{answer.status}, expected {expected}"
        finally:
            writer.transport.abort()

    async def bad_signature(self, chance):
        request = self.fresh()
        at = request.index(b"Signature=") + 10 + chance.randrange(64)
        digit = b"0" if request[at:at + 1] != b"0" else b"1"
        return await self.once(request[:at] + digit + request[at + 1:], 403)

    async def unknown_key(self, _):
        return await self.once(signed(self.host, key_id="AKIDSOMEBODYELSE0001"), 403)

    async def changed_body(self, chance):
        request = bytearray(self.fresh())
        request[-1 - chance.randrange(len(BODY))] ^= 1
        return await self.once(bytes(request), 403)

    async def malformed(self, chance):
        return await self.once(chance.choice([
            b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
            b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n"]), 400)

    async def slow(self, chance):
        """The request comes in pieces, over some seconds."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            request = self.fresh()
            for start in range(0, len(request), 400):
                writer.write(request[start:start + 400])
                await asyncio.sleep(chance.random())
            answer = await read(reader)
            return None if answer.status == 200 or answer.fault else str(answer.status)
        except (ConnectionError, asyncio.IncompleteReadError):
            # Its answer was one of those that break off.
            return None
        finally:
            writer.transport.abort()

    async def vanished(self, chance):
        _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        request = self.fresh()
        writer.write(request[:chance.randrange(len(request))])
        await asyncio.sleep(chance.random() * 2)
        writer.close()

    async def reset(self, chance):
        _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        link = writer.get_extra_info("socket")
        link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        writer.write(self.fresh() * 4)
        await asyncio.sleep(chance.random() / 10)
        writer.transport.abort()

    async def never_reads(self, chance):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1024)
        reader._transport.pause_reading()
        writer.write(self.fresh() * 500)
        await asyncio.sleep(2 + chance.random() * 4)
        writer.transport.abort()

    async def half_closed(self, _):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(self.fresh())
            writer.write_eof()
            answer = await read(reader)
            return None if answer.status == 200 or answer.fault else str(answer.status)
        except (ConnectionError, asyncio.IncompleteReadError):
            return None
        finally:
            writer.transport.abort()

    async def large_head(self, _):
        return await self.once(b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 100_000 + b"\r\n\r\n", 431)

    async def not_http(self, chance):
        _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(chance.choice([b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(64), bytes(200),
                                    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + random.randbytes(100)]))
        await asyncio.sleep(chance.random())
        writer.transport.abort()
