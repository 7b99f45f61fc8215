"""A client of the Converse API on Python's standard library alone. It shares nothing with doctor's client or with an SDK.

Each step is a method of its own, so that wrong_client.py can make one step wrong and leave the others right.
"""

import datetime
import email.utils
import hashlib
import hmac
import http.client
import json
import socket
import ssl
import threading
import time
from urllib.parse import quote, urlsplit

import event_frames
from adapter import serve

ALGORITHM = "AWS4-HMAC-SHA256"
FEATURES = ["converse", "converse-stream", "tools", "token", "bearer", "tls"]


class Failure(Exception):
    """What the caller is told in place of an answer."""

    def __init__(self, kind, message, type=None, status=None, headers=None):
        super().__init__(message)
        self.kind, self.type, self.status, self.headers = kind, type, status, headers or {}

    def told(self):
        members = {"kind": self.kind, "type": self.type, "status": self.status, "message": str(self)}
        return {"failure": {name: value for name, value in members.items() if value is not None}}


class Client:
    attempts = 3
    retried = {429, 500, 502, 503, 504}
    # Seconds that a socket is given when none are left.
    SHORTEST = 0.001

    def __init__(self, case):
        self.case = case
        self.skew = datetime.timedelta(0)
        self.start = time.monotonic()
        # Nothing that has begun to reach the caller is asked for again.
        self.begun = False

    def call(self):
        attempt = 1
        while True:
            try:
                return {"result": self.once()}
            except Failure as failure:
                if attempt >= self.attempts or not (self.corrects_clock(failure) or self.tries_again(failure)):
                    return failure.told()
                pause = self.pause(failure, attempt)
                if self.is_too_long(pause):
                    return failure.told()
                time.sleep(pause)
                attempt += 1

    # Retries

    def tries_again(self, failure):
        return not self.begun and (failure.kind == "transport" or failure.status in self.retried)

    def pause(self, failure, attempt):
        return float(failure.headers.get("retry-after", 0)) or 0.02 * 2**attempt

    def is_too_long(self, pause):
        left = self.left()
        return left is not None and pause >= left

    def corrects_clock(self, failure):
        """Whether a refusal shows that the service's clock is another one, which is then followed."""
        if failure.status != 403 or "date" not in failure.headers:
            return False
        skew = email.utils.parsedate_to_datetime(failure.headers["date"]) - self.clock()
        known, self.skew = self.skew, skew
        return abs(skew - known) > datetime.timedelta(minutes=4)

    def clock(self):
        return datetime.datetime.now(datetime.timezone.utc)

    # The request

    def once(self):
        endpoint = urlsplit(self.case["endpoint"])
        target, body = self.target(), self.encoded(self.input())
        headers = self.authorized(target, body, {"host": self.host(endpoint), "content-type": self.content_type()})
        connection, alarm = self.connection(endpoint), None
        try:
            connection.request("POST", target, body, headers)
            alarm = self.alarm(connection.sock)
            response = connection.getresponse()
            if response.status != 200:
                raise self.refusal(response)
            return self.streamed(response) if self.streams() else self.whole(self.body_of(response))
        except TimeoutError as error:
            raise Failure("timeout", str(error)) from None
        except (OSError, http.client.HTTPException) as error:
            if self.left() == self.SHORTEST:
                raise Failure("timeout", "the limit was over, and the connection was given up") from None
            raise Failure("transport", f"{type(error).__name__}: {error}") from None
        finally:
            if alarm:
                alarm.cancel()
            connection.close()

    def alarm(self, sock):
        """Ends the reading when the time is over: a socket's own limit holds for each piece that comes."""
        left = self.left()
        if left is None:
            return None
        alarm = threading.Timer(left, sock.shutdown, [socket.SHUT_RDWR])
        alarm.daemon = True
        alarm.start()
        return alarm

    def connection(self, endpoint):
        if endpoint.scheme == "http":
            return http.client.HTTPConnection(endpoint.netloc, timeout=self.left())
        return http.client.HTTPSConnection(endpoint.netloc, timeout=self.left(), context=self.trust())

    def trust(self):
        return ssl.create_default_context(cadata=self.case.get("caBundle"))

    def timeout(self):
        return self.case["timeoutSeconds"]

    def left(self):
        """The limit is one for the whole call."""
        limit = self.timeout()
        return limit and max(self.SHORTEST, self.start + limit - time.monotonic())

    def streams(self):
        return self.case["operation"] == "ConverseStream"

    def target(self):
        return f"/model/{self.model_id()}/{'converse-stream' if self.streams() else 'converse'}"

    def model_id(self):
        return quote(self.case["modelId"], safe="-_.~")

    def input(self):
        return self.case["input"]

    def encoded(self, sent):
        return json.dumps(sent).encode()

    def host(self, endpoint):
        return endpoint.netloc

    def content_type(self):
        return "application/json"

    def authorized(self, target, body, headers):
        """An API key goes before the credentials, as in the SDKs."""
        if "bearerToken" in self.case:
            return {**headers, "authorization": self.bearer(self.case["bearerToken"])}
        return self.sign(target, body, headers)

    def bearer(self, key):
        return f"Bearer {key}"

    # Signature Version 4

    def sign(self, target, body, headers):
        credentials, moment = self.case["credentials"], (self.clock() + self.skew).strftime("%Y%m%dT%H%M%SZ")
        headers = {**headers, "x-amz-date": moment}
        if "sessionToken" in credentials:
            headers["x-amz-security-token"] = credentials["sessionToken"]
        names = ";".join(sorted(self.signed(headers)))
        canonical = "\n".join(
            ["POST", self.canonical_path(target), "", *(f"{name}:{headers[name]}" for name in names.split(";")), "",
             names, hashlib.sha256(body).hexdigest()])
        scope = [moment[:8], self.region(), "bedrock", "aws4_request"]
        to_sign = "\n".join([ALGORITHM, moment, "/".join(scope), hashlib.sha256(canonical.encode()).hexdigest()])
        key = ("AWS4" + credentials["secretAccessKey"]).encode()
        for part in [*scope, to_sign]:
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        credential = "/".join([credentials["accessKeyId"], *scope])
        return {**headers, "authorization":
                f"{ALGORITHM} Credential={credential}, SignedHeaders={names}, Signature={key.hex()}"}

    def signed(self, headers):
        return headers

    def canonical_path(self, target):
        return quote(target, safe="/-_.~")

    def region(self):
        return self.case["region"]

    # The answer

    def body_of(self, response):
        return response.read()

    def refusal(self, response):
        body, headers = response.read(), {name.lower(): value for name, value in response.getheaders()}
        try:
            described = json.loads(body)
        except ValueError:
            described = {}
        kind = self.error_type(headers.get("x-amzn-errortype") or described.get("__type"))
        words = self.words(described) or body.decode("utf-8", "replace")[:200] or response.reason
        return Failure("service", words, kind, response.status, headers)

    def error_type(self, text):
        return text and text.partition(":")[0].rpartition("#")[2]

    def words(self, described):
        return described.get("message") or described.get("Message")

    def whole(self, body):
        try:
            answer = self.parsed(body)
            content = answer["output"]["message"]["content"]
            tools = [(block["toolUse"]["name"], block["toolUse"]["input"]) for block in content if "toolUse" in block]
        except (ValueError, KeyError, TypeError) as error:
            raise Failure("decode", f"{type(error).__name__}: {error}") from None
        return self.told(self.texts(content), tools, answer.get("stopReason"), answer.get("usage"))

    def parsed(self, body):
        return json.loads(body)

    def texts(self, content):
        return [block["text"] for block in content if "text" in block]

    def joined(self, texts):
        return "".join(texts)

    def told(self, texts, tools, stop_reason, usage):
        members = {"text": self.joined(texts), "stopReason": stop_reason, "usage": usage,
                   "toolUses": [{"name": name, "input": value} for name, value in tools]}
        return {name: value for name, value in members.items() if value is not None}

    # The stream

    def chunks(self, response):
        while chunk := response.read1(65536):
            yield chunk

    def streamed(self, response):
        texts, tools, stop_reason, usage, seen = [], {}, None, None, []
        try:
            for headers, payload in self.frames(self.chunks(response)):
                self.begun = True
                name, event = self.event(headers, payload)
                self.keeps_order((name, event.get("contentBlockIndex")), seen)
                if name == "contentBlockStart" and "toolUse" in event["start"]:
                    tools[event["contentBlockIndex"]] = [event["start"]["toolUse"]["name"], []]
                elif name == "contentBlockDelta":
                    texts += self.texts([event["delta"]])
                    if "toolUse" in event["delta"]:
                        tools[event["contentBlockIndex"]][1].append(event["delta"]["toolUse"]["input"])
                elif name == "messageStop":
                    stop_reason = event["stopReason"]
                elif name == "metadata":
                    usage = event["usage"]
            pairs = [(name, self.tool_input(pieces)) for name, pieces in tools.values()]
        except (event_frames.Broken, ValueError, KeyError) as error:
            raise Failure("decode", f"{type(error).__name__}: {error}") from None
        if stop_reason is None:
            self.ends_early()
        return self.told(texts, pairs, stop_reason, usage)

    def frames(self, chunks):
        return event_frames.frames(chunks)

    def event(self, headers, payload):
        kind = headers.get(":message-type")
        if kind == "exception":
            raise Failure("service", json.loads(payload).get("message", ""), headers.get(":exception-type"))
        if kind == "error":
            raise Failure("service", headers.get(":error-message", ""), headers.get(":error-code"))
        return headers.get(":event-type"), json.loads(payload)

    def keeps_order(self, event, seen):
        """A message starts once, and nothing comes of a block that has ended."""
        name, block = event
        if (name == "messageStart" and event in seen) or (block is not None and ("contentBlockStop", block) in seen):
            raise Failure("decode", f"{name} where none may come")
        seen.append(event)

    def tool_input(self, pieces):
        return json.loads("".join(pieces) or "{}")

    def ends_early(self):
        raise Failure("transport", "the stream ended without messageStop")


if __name__ == "__main__":
    serve("plain client", "1", "Python", FEATURES, lambda case: Client(case).call(), threads=16)
