"""The plain client made wrong on purpose, in one way at a time: `wrong_client.py --mistake NAME`, `--list` for the names.

Each mistake says which scenarios are about it. test_wrong_client.py holds the runner to exactly those.
"""

import argparse
import base64
import datetime
import html
import http.client
import json
import re
import ssl
import time
import unicodedata
from urllib.parse import quote, urlsplit

import event_frames
from adapter import serve
from plain_client import FEATURES, Client, Failure


class Mistake(Client):
    """A client with one mistake."""

    # The scenarios that must catch it.
    caught_by = []
    # Whether the server refuses what it sends, so that other rules have nothing to judge.
    is_refused = False
    # Whether a busy machine can hide it.
    is_about_time = False
    # Those that catch it or not, as the machine has it.
    may_be_caught_by = []
    # The stages of what has nothing to judge for it, beside those of a refusal.
    leaves = set()

    @classmethod
    def unjudged(cls):
        return cls.leaves | ({"signature"} if cls.is_refused else set())


# Requests


class EncodesThePathTwice(Mistake):
    """What it sends, and signs, has %253A for a colon."""
    is_refused = True
    caught_by = ["requests/model-id-with-colon", "requests/inference-profile", "requests/arn-with-slash"]

    def target(self):
        return super().target().replace("%", "%25")


class SendsModelIdsInSmallLetters(Mistake):
    """Most have no others."""
    caught_by = ["requests/model-id-with-capitals"]

    def model_id(self):
        return super().model_id().lower().replace("%3a", "%3A").replace("%2f", "%2F")


class SignsThePathAsSent(Mistake):
    """The canonical path is encoded once."""
    is_refused = True
    caught_by = ["requests/signature*"]

    def canonical_path(self, target):
        return target


class LeavesTheTokenUnsigned(Mistake):
    """X-Amz-Security-Token is sent, but not signed."""
    caught_by = ["requests/signed-token"]

    def signed(self, headers):
        return [name for name in headers if name != "x-amz-security-token"]


class SendsTheTokenInTheQuery(Mistake):
    """Where the service takes none."""
    is_refused = True
    # The mock names another cause where it does not examine the signature, and each cause has a case that fails.
    caught_by = ["requests/session-token", "errors/expired-token"]

    def target(self):
        token = self.case.get("credentials", {}).get("sessionToken")
        return super().target() + (f"?X-Amz-Security-Token={quote(token, safe='')}" if token else "")

    def sign(self, target, body, headers):
        whole = self.case
        self.case = {**whole, "credentials": {name: value for name, value in whole["credentials"].items()
                                              if name != "sessionToken"}}
        try:
            return super().sign(target, body, headers)
        finally:
            self.case = whole


class SendsAnEmptyToken(Mistake):
    """Beside a key that has none."""
    is_refused = True
    caught_by = ["requests/signature"]

    def authorized(self, target, body, headers):
        if "accessKeyId" in self.case.get("credentials", {}) and "sessionToken" not in self.case["credentials"]:
            headers = {**headers, "x-amz-security-token": ""}
        return super().authorized(target, body, headers)


class HashesOtherBytesBeyondAscii(Mistake):
    """What it hashes is the text before it is escaped."""
    is_refused = True
    caught_by = ["requests/signature-beyond-ascii"]

    def sign(self, target, body, headers):
        return super().sign(target, json.dumps(json.loads(body), ensure_ascii=False).encode(), headers)


class HashesNoBodyOfStreams(Mistake):
    """ConverseStream is signed with the hash of no bytes."""
    is_refused = True
    caught_by = ["requests/signature-of-stream"]

    def sign(self, target, body, headers):
        return super().sign(target, b"" if self.streams() else body, headers)


class SignsShortBodiesOnly(Mistake):
    """It hashes the first kilobyte. No rule is about that: what is refused fails by itself."""
    is_refused = True
    caught_by = ["requests/long-body"]

    def sign(self, target, body, headers):
        return super().sign(target, body[:1024], headers)


class TrimsWhatItSends(Mistake):
    """Each text."""
    caught_by = ["requests/text-with-blanks"]

    def input(self):
        sent = json.loads(json.dumps(super().input()))
        for message in sent["messages"]:
            message["content"] = [{"text": block["text"].strip()} if "text" in block else block
                                  for block in message["content"]]
        return sent


class SendsTheKeyBare(Mistake):
    """The API key stands in Authorization without the word Bearer."""
    is_refused = True
    caught_by = ["requests/api-key", "requests/api-key-stream"]

    def bearer(self, key):
        return key


class DatesWhatHasAKey(Mistake):
    """X-Amz-Date is sent beside an API key, as if something were signed."""
    caught_by = ["requests/api-key-unsigned"]

    def authorized(self, target, body, headers):
        now = self.clock().strftime("%Y%m%dT%H%M%SZ")
        return {"x-amz-date": now, **super().authorized(target, body, headers)}


class HasItsClockWrong(Mistake):
    """It signs a time twenty minutes ago, and corrects nothing."""
    is_refused = True
    caught_by = ["requests/signature*", "retries/clock-behind"]

    def clock(self):
        return super().clock() - datetime.timedelta(minutes=20)

    def corrects_clock(self, failure):
        return False


class KnowsOneRegion(Mistake):
    """Whatever the caller says."""
    caught_by = ["requests/region"]

    def region(self):
        return "us-east-1"


class SendsTheSlashOfAnArn(Mistake):
    """As it stands, so that it ends a segment."""
    caught_by = ["requests/arn-with-slash"]

    def model_id(self):
        return super().model_id().replace("%2F", "/")


class LeavesThePortOutOfHost(Mistake):
    """What it sends, and signs, is the host's name alone."""
    caught_by = ["requests/host"]

    def host(self, endpoint):
        return endpoint.hostname


class NamesATypeOfItsOwn(Mistake):
    """The body is said to be text."""
    caught_by = ["requests/content-type"]

    def content_type(self):
        return "text/plain"


class SendsAsciiOnly(Mistake):
    """Letters beyond ASCII become question marks."""
    caught_by = ["requests/text-beyond-ascii", "requests/letters-and-accents"]

    def input(self):
        return json.loads(re.sub(r"[^\x00-\x7F]", "?", json.dumps(super().input(), ensure_ascii=False)))


class SendsNumbersThroughADouble(Mistake):
    """9007199254740993 becomes 9007199254740992."""
    caught_by = ["requests/additional-fields"]

    def input(self):
        return json.loads(json.dumps(super().input()), parse_int=lambda text: int(float(text)))


class LeavesOutCachePoints(Mistake):
    """It passes on the kinds of block that it knows."""
    caught_by = ["requests/cache-point"]

    def input(self):
        sent = json.loads(json.dumps(super().input()))
        for message in sent["messages"]:
            message["content"] = [block for block in message["content"] if "cachePoint" not in block]
        return sent


class TellsToolResultsAsText(Mistake):
    """A toolResult block becomes a text."""
    caught_by = ["requests/tool-result", "requests/tool-result-content", "requests/tool-result-status"]

    def input(self):
        sent = json.loads(json.dumps(super().input()))
        for message in sent["messages"]:
            message["content"] = [{"text": json.dumps(block["toolResult"])} if "toolResult" in block else block
                                  for block in message["content"]]
        return sent


class SendsOnlyMembersThatItKnows(Mistake):
    """Four of them."""
    caught_by = ["requests/metadata", "requests/additional-fields", "requests/empty-additional-fields", "requests/guardrail",
                 "requests/guardrail-of-stream", "requests/performance", "requests/response-paths"]

    def input(self):
        known = ("messages", "system", "inferenceConfig", "toolConfig")
        return {name: value for name, value in super().input().items() if name in known}


class LeavesOutZeros(Mistake):
    """`if temperature:`."""
    caught_by = ["requests/zeros"]

    def input(self):
        sent = dict(super().input())
        if "inferenceConfig" in sent:
            sent["inferenceConfig"] = {name: value for name, value in sent["inferenceConfig"].items() if value}
        return sent


class LeavesOutWhatIsEmpty(Mistake):
    """Among the additional fields, as a template does."""
    caught_by = ["requests/empty-additional-fields"]

    def input(self):
        sent = dict(super().input())
        if "additionalModelRequestFields" in sent:
            fields = sent["additionalModelRequestFields"]
            sent["additionalModelRequestFields"] = {name: value for name, value in fields.items() if value}
        return sent


class SendsOneTool(Mistake):
    """The first."""
    caught_by = ["requests/several-tools"]

    def input(self):
        sent = json.loads(json.dumps(super().input()))
        if "toolConfig" in sent:
            sent["toolConfig"]["tools"] = sent["toolConfig"]["tools"][:1]
        return sent


class LeavesTheChoiceOfAToolToTheModel(Mistake):
    """The caller's is not passed on."""
    caught_by = ["requests/tool-choice"]

    def input(self):
        sent = json.loads(json.dumps(super().input()))
        sent.get("toolConfig", {}).pop("toolChoice", None)
        return sent


class SendsOneSystemBlock(Mistake):
    """The first."""
    caught_by = ["requests/several-system-blocks"]

    def input(self):
        sent = dict(super().input())
        return {**sent, "system": sent["system"][:1]} if "system" in sent else sent


class ForgetsThatAToolFailed(Mistake):
    """Its result stands there as any other."""
    caught_by = ["requests/tool-result-status"]

    def input(self):
        sent = json.loads(json.dumps(super().input()))
        for message in sent["messages"]:
            for block in message["content"]:
                block.get("toolResult", {}).pop("status", None)
        return sent


class EncodesBytesTwice(Mistake):
    """Base64 of base64."""
    caught_by = ["requests/image", "requests/document", "requests/video"]

    def input(self):
        return json.loads(json.dumps(super().input()), object_hook=lambda members: {
            **members, **({"bytes": base64.b64encode(members["bytes"].encode()).decode()} if "bytes" in members else {})})


class SendsKindsOfContentThatItKnows(Mistake):
    """A video is none of them."""
    caught_by = ["requests/video", "requests/video-in-s3"]

    def input(self):
        sent = json.loads(json.dumps(super().input()))
        for message in sent["messages"]:
            message["content"] = [block for block in message["content"] if "video" not in block]
        return sent


class SendsTheLastMessageOnly(Mistake):
    """The service has no memory, and it does not tell what was said before."""
    caught_by = ["requests/conversation", "requests/reasoning-content", "requests/tool-result", "requests/tool-result-content",
                 "requests/tool-result-status"]

    def input(self):
        sent = super().input()
        return {**sent, "messages": sent["messages"][-1:]}


class SortsItsTools(Mistake):
    """By their names."""
    caught_by = ["requests/several-tools"]

    def input(self):
        sent = json.loads(json.dumps(super().input()))
        if "toolConfig" in sent:
            sent["toolConfig"]["tools"].sort(key=lambda tool: tool["toolSpec"]["name"])
        return sent


class SendsNumbersAsText(Mistake):
    """As they stand in a configuration."""
    caught_by = ["requests/system-and-inference-config", "requests/zeros", "requests/body-of-stream"]

    def input(self):
        sent = dict(super().input())
        if "inferenceConfig" in sent:
            sent["inferenceConfig"] = {name: str(value) if isinstance(value, (int, float)) else value
                                       for name, value in sent["inferenceConfig"].items()}
        return sent


class ComposesWhatItSends(Mistake):
    """A letter and its accent become one (NFC)."""
    caught_by = ["requests/letters-and-accents"]

    def input(self):
        return json.loads(unicodedata.normalize("NFC", json.dumps(super().input(), ensure_ascii=False)))


class DropsTheVersionOfAModel(Mistake):
    """What stands behind the colon."""
    caught_by = ["requests/model-id-with-colon", "requests/inference-profile"]

    def model_id(self):
        return re.sub("%3A[0-9]+$", "", super().model_id())


class MakesBodiesOfStreamsAnew(Mistake):
    """And forgets there what is no message."""
    caught_by = ["requests/body-of-stream", "requests/tools-of-stream", "requests/guardrail-of-stream"]

    def input(self):
        sent = super().input()
        return {"messages": sent["messages"]} if self.streams() else sent


class LeavesGuardrailsOutOfStreams(Mistake):
    """What a guardrail would hold back is streamed."""
    caught_by = ["requests/guardrail-of-stream"]

    def input(self):
        sent = super().input()
        return {name: value for name, value in sent.items() if name != "guardrailConfig"} if self.streams() else sent


class LeavesOutReasoning(Mistake):
    """What the model thought before is not told to it again."""
    caught_by = ["requests/reasoning-content"]

    def input(self):
        sent = json.loads(json.dumps(super().input()))
        for message in sent["messages"]:
            message["content"] = [block for block in message["content"] if "reasoningContent" not in block]
        return sent


class SendsAByteOrderMark(Mistake):
    """Before its JSON, as some writers do."""
    caught_by = ["requests/body", "requests/body-of-stream"]
    leaves = {"body"}

    def encoded(self, sent):
        return b"\xef\xbb\xbf" + super().encoded(sent)


class CallsConverseForStreams(Mistake):
    """And reads the events that it wants. No other rule about streams has met what it is about."""
    caught_by = ["requests/stream-path"]
    leaves = {"operation"}

    def target(self):
        return f"/model/{self.model_id()}/converse"


class AddsATemperature(Mistake):
    """Where its caller gives none."""
    caught_by = ["requests/body"]

    def input(self):
        return {"inferenceConfig": {"temperature": 0.7}, **super().input()}


# Answers


class JoinsTextsByLines(Mistake):
    """A line feed stands between the texts of two blocks."""
    caught_by = ["answers/several-texts", "streams/text", "streams/text-with-blanks", "streams/byte-by-byte",
                 "streams/whole", "streams/unknown-event", "streams/several-texts", "streams/text-beyond-ascii",
                 "streams/long-text", "streams/markup", "streams/reasoning", "streams/unknown-delta",
                 "streams/text-and-tool-use"]

    def joined(self, texts):
        return "\n".join(texts)


class TakesTheFirstTextOnly(Mistake):
    """Of several blocks, as `content[0]` does."""
    caught_by = ["answers/several-texts"]

    def whole(self, body):
        self.texts = lambda content: super(TakesTheFirstTextOnly, self).texts(content)[:1]
        return super().whole(body)


class ForgetsWhyTheModelStopped(Mistake):
    """The caller gets no stop reason."""
    caught_by = ["answers/stop-*", "answers/unknown-stop-reason", "streams/stop-reason",
                 "streams/unknown-stop-reason"]

    def told(self, texts, tools, stop_reason, usage):
        return super().told(texts, tools, None, usage)


class RefusesStopReasonsThatItDoesNotKnow(Mistake):
    """An enumeration that is closed."""
    caught_by = ["answers/unknown-stop-reason", "streams/unknown-stop-reason"]

    def told(self, texts, tools, stop_reason, usage):
        if stop_reason == "model_dreamt":
            raise Failure("decode", f"unknown stop reason {stop_reason}")
        return super().told(texts, tools, stop_reason, usage)


class RefusesMembersThatItDoesNotKnow(Mistake):
    """A decoder that is strict."""
    caught_by = ["answers/unknown-member"]

    def parsed(self, body):
        answer = super().parsed(body)
        known = {"output", "stopReason", "usage", "metrics", "additionalModelResponseFields", "trace", "performanceConfig",
                 "serviceTier"}
        if not set(answer) <= known:
            raise ValueError("unknown members")
        return answer


class StumblesOverUnknownBlocks(Mistake):
    """It takes each block for one of three kinds."""
    caught_by = ["answers/unknown-block", "streams/unknown-delta"]

    def texts(self, content):
        if not all(set(block) <= {"text", "toolUse", "reasoningContent"} for block in content):
            raise Failure("decode", "unknown block")
        return super().texts(content)


class TakesReasoningForText(Mistake):
    """What the model thought stands before what it said."""
    caught_by = ["answers/reasoning", "streams/reasoning"]

    def texts(self, content):
        return [block["text"] if "text" in block else block["reasoningContent"]["reasoningText"]["text"]
                for block in content if "text" in block or "reasoningContent" in block]


class DropsTheTextBesideTools(Mistake):
    """Where a tool is used, the text is not told."""
    caught_by = ["answers/text-and-tool-use", "streams/text-and-tool-use"]

    def told(self, texts, tools, stop_reason, usage):
        return super().told([] if tools else texts, tools, stop_reason, usage)


class TakesWhatHasNoOutputForAnEmptyAnswer(Mistake):
    """`answer.get("output", {})`."""
    caught_by = ["errors/success-without-output", "errors/inside-status-200"]

    def parsed(self, body):
        return {"output": {"message": {"content": []}}, **super().parsed(body)}


class TakesAnErrorInsideAnAnswerForAnEmptyOne(Mistake):
    """Where the status is 200."""
    caught_by = ["errors/inside-status-200"]

    def parsed(self, body):
        answer = super().parsed(body)
        return {"output": {"message": {"content": []}}} if "Output" in answer else answer


class ComposesWhatItTells(Mistake):
    """A letter and its accent become one (NFC)."""
    caught_by = ["answers/letters-and-accents"]

    def joined(self, texts):
        return unicodedata.normalize("NFC", super().joined(texts))


class TakesAnEmptyTextForAFailure(Mistake):
    """`if not text`."""
    caught_by = ["answers/empty-text"]

    def told(self, texts, tools, stop_reason, usage):
        if texts and not self.joined(texts):
            raise Failure("decode", "no text")
        return super().told(texts, tools, stop_reason, usage)


class LosesToolInput(Mistake):
    """The tool is called without its arguments."""
    caught_by = ["answers/tool-use", "answers/two-tool-uses", "answers/tool-names", "answers/large-number-in-tool-input",
                 "streams/large-number-in-tool-input",
                 "streams/tool-use", "streams/tool-names", "answers/text-and-tool-use", "streams/text-and-tool-use",
                 "streams/two-tool-uses"]

    def told(self, texts, tools, stop_reason, usage):
        return super().told(texts, [(name, {}) for name, _ in tools], stop_reason, usage)


class TakesTheFirstToolUseOnly(Mistake):
    """Of several."""
    caught_by = ["answers/two-tool-uses", "answers/tool-names", "streams/tool-names", "streams/two-tool-uses"]

    def told(self, texts, tools, stop_reason, usage):
        return super().told(texts, tools[:1], stop_reason, usage)


class ReadsNumbersThroughADouble(Mistake):
    """As JavaScript does."""
    caught_by = ["answers/large-number-in-tool-input"]

    def parsed(self, body):
        return json.loads(body, parse_int=lambda text: int(float(text)))


class CountsTokensItself(Mistake):
    """It leaves out what a cache saved, and tells a total of its own."""
    caught_by = ["answers/usage", "streams/usage", "answers/usage-total", "streams/usage-total"]

    def told(self, texts, tools, stop_reason, usage):
        counted = {**(usage or {}), "inputTokens": 1, "totalTokens": 3}
        return super().told(texts, tools, stop_reason, counted)


class AddsTokensUp(Mistake):
    """Input and output are its total."""
    caught_by = ["answers/usage-total", "streams/usage-total"]

    def told(self, texts, tools, stop_reason, usage):
        counted = usage and {**usage, "totalTokens": usage["inputTokens"] + usage["outputTokens"]}
        return super().told(texts, tools, stop_reason, counted)


class EscapesMarkup(Mistake):
    """For a page."""
    caught_by = ["answers/markup", "streams/markup"]

    def joined(self, texts):
        return html.escape(super().joined(texts), quote=False)


class UnescapesMarkup(Mistake):
    """As if it came from a page."""
    caught_by = ["answers/markup", "streams/markup"]

    def joined(self, texts):
        return html.unescape(super().joined(texts))


class StripsMarkdown(Mistake):
    """For a terminal."""
    caught_by = ["answers/markup", "streams/markup"]

    def joined(self, texts):
        return re.sub(r"[*`]|^#+ ", "", super().joined(texts), flags=re.MULTILINE)


class TellsUsageOfWholeAnswersOnly(Mistake):
    """It stops to read a stream at messageStop, and tells none of it."""
    caught_by = ["streams/usage", "streams/usage-total"]

    def told(self, texts, tools, stop_reason, usage):
        return super().told(texts, tools, stop_reason, None if self.streams() else usage)


class TellsNoUsage(Mistake):
    """Nobody asked for it: no rule is broken, and none is kept."""
    leaves = {"untold"}

    def told(self, texts, tools, stop_reason, usage):
        return super().told(texts, tools, stop_reason, None)


class TellsNoUsageOfCaches(Mistake):
    """It knows three counts."""
    leaves = {"untold"}

    def told(self, texts, tools, stop_reason, usage):
        known = ("inputTokens", "outputTokens", "totalTokens")
        return super().told(texts, tools, stop_reason, usage and {name: usage[name] for name in known})


class TrimsWhatItTells(Mistake):
    """The text as a whole."""
    caught_by = ["answers/text-with-blanks", "streams/text-with-blanks"]

    def joined(self, texts):
        return super().joined(texts).strip()


class TellsToolsInSmallLetters(Mistake):
    """As names of its own functions."""
    caught_by = ["answers/tool-names", "streams/tool-names"]

    def told(self, texts, tools, stop_reason, usage):
        tools = [(name.lower().replace("-", "_"), value) for name, value in tools]
        return super().told(texts, tools, stop_reason, usage)


# Errors


class TellsStatusesOnly(Mistake):
    """The error's type is lost."""
    caught_by = ["errors/access-denied", "errors/api-key-expired", "errors/expired-token", "errors/internal",
                 "errors/model-error", "errors/model-not-ready", "errors/model-timeout", "errors/not-found",
                 "errors/throttling", "errors/type-in-body", "errors/type-with-address", "errors/type-with-namespace",
                 "errors/unavailable", "errors/unknown-type", "errors/validation"]

    def error_type(self, text):
        return "UnknownError"


class KeepsTheNamespace(Mistake):
    """`com.amazon.coral.validate#ValidationException` is told as it stands."""
    caught_by = ["errors/type-with-namespace", "errors/type-in-body"]

    def error_type(self, text):
        return text and text.partition(":")[0]


class KeepsTheAddress(Mistake):
    """`ValidationException:http://...` is told as it stands."""
    caught_by = ["errors/type-with-address"]

    def error_type(self, text):
        return text and text.rpartition("#")[2]


class ReadsTypesInHeadersOnly(Mistake):
    """Not those in the body."""
    caught_by = ["errors/type-in-body"]

    def refusal(self, response):
        failure = super().refusal(response)
        failure.type = self.error_type(failure.headers.get("x-amzn-errortype")) or "UnknownError"
        return failure


class TellsTypesOfHeadersOnly(Mistake):
    """Where it stands in the body there is none."""
    caught_by = ["errors/type-in-body"]

    def refusal(self, response):
        failure = super().refusal(response)
        failure.type = self.error_type(failure.headers.get("x-amzn-errortype"))
        return failure


class TellsNoTypes(Mistake):
    """Words and status are what its callers get."""
    leaves = {"untold"}

    def once(self):
        try:
            return super().once()
        except Failure as failure:
            failure.type = None
            raise


class HasWordsOfItsOwn(Mistake):
    """The service's are lost."""
    caught_by = ["errors/access-denied", "errors/api-key-expired", "errors/capital-message", "errors/expired-token",
                 "errors/internal", "errors/model-error", "errors/model-not-ready", "errors/model-timeout",
                 "errors/not-found", "errors/throttling", "errors/unavailable", "errors/validation"]

    def words(self, described):
        return "Something went wrong."


class ReadsSmallMessagesOnly(Mistake):
    """`message`, and not `Message`."""
    caught_by = ["errors/capital-message"]

    def words(self, described):
        return described.get("message") or "no message"


class TakesEveryAnswerForOne(Mistake):
    """A body of status 200 that is no JSON becomes an empty answer."""
    caught_by = ["errors/success-that-is-no-json", "errors/cut-json"]

    def parsed(self, body):
        try:
            return super().parsed(body)
        except ValueError:
            return {"output": {"message": {"content": []}}, "stopReason": "end_turn"}


class FollowsRedirects(Mistake):
    """With its credentials."""
    caught_by = ["errors/redirect", "errors/api-key-redirect"]
    moved = None

    def target(self):
        return self.moved or super().target()

    def refusal(self, response):
        place = response.headers["location"]
        if response.status != 307 or not place.startswith("/"):
            return super().refusal(response)
        self.moved = place
        return Failure("transport", "sent elsewhere")


class FollowsRedirectsToOtherHosts(Mistake):
    """With a signature for each of them."""
    caught_by = ["errors/redirect-elsewhere", "errors/api-key-redirect-elsewhere", "transport/tls-redirect-to-plain"]

    def refusal(self, response):
        place = urlsplit(response.headers.get("location", ""))
        if response.status != 307 or not place.netloc:
            return super().refusal(response)
        self.case = {**self.case, "endpoint": f"{place.scheme}://{place.netloc}"}
        return Failure("transport", "sent elsewhere")


# Retries


class AsksForSomethingElse(Mistake):
    """A second attempt has a longer prompt."""
    caught_by = ["retries/same-request", "retries/same-request-stream"]

    def input(self):
        asked, self.asked = getattr(self, "asked", False), True
        return {**super().input(), "system": [{"text": "Be brief."}]} if asked else super().input()


class AsksSomebodyElse(Mistake):
    """A second attempt goes to another model."""
    caught_by = ["retries/same-request", "retries/same-request-stream"]

    def model_id(self):
        asked, self.asked = getattr(self, "asked", False), True
        return super().model_id().replace("micro", "lite") if asked else super().model_id()


class CallsTwice(Mistake):
    """To be sure."""
    caught_by = ["retries/answered-once"]

    def whole(self, body):
        told = super().whole(body)
        if not self.begun:
            self.begun = True
            return self.once()
        return told


class RetriesRefusals(Mistake):
    """A 403 is tried again."""
    caught_by = ["retries/access-denied-never"]
    retried = Client.retried | {403}


class RetriesMistakesOfItsCaller(Mistake):
    """A 400 and a 404 are tried again."""
    caught_by = ["retries/validation-never", "retries/not-found-never"]
    retried = Client.retried | {400, 404}


class GivesUpWhenThrottled(Mistake):
    """A 429 is told at once."""
    caught_by = ["retries/throttle-once", "retries/stream-throttle-once", "retries/api-key-throttle-once"]
    retried = Client.retried - {429}


class GivesUpWhenTheServiceFails(Mistake):
    """A 500 or a 503 is told at once."""
    caught_by = ["retries/internal-once", "retries/unavailable-once"]
    retried = Client.retried - {500, 503}


class GivesUpWhenReset(Mistake):
    """A connection that was reset is told at once."""
    caught_by = ["retries/reset-once"]

    def tries_again(self, failure):
        return failure.kind != "transport" and super().tries_again(failure)


class NeverGivesUp(Mistake):
    """Forty attempts."""
    caught_by = ["retries/gives-up"]
    attempts = 40

    def pause(self, failure, attempt):
        return float(failure.headers.get("retry-after", 0)) or 0.04


class HammersTheService(Mistake):
    """No pause between two attempts, unless it is asked for one."""
    is_about_time = True
    caught_by = ["retries/pause-grows-from-somewhere"]

    def pause(self, failure, attempt):
        return float(failure.headers.get("retry-after", 0))


class IgnoresRetryAfter(Mistake):
    """It goes by its own pauses."""
    is_about_time = True
    caught_by = ["retries/retry-after"]

    def pause(self, failure, attempt):
        return 0.02 * 2**attempt


class TakesItsLimitForEachAttempt(Mistake):
    """What is over is tried again, with all of the time once more."""
    caught_by = ["retries/one-limit-for-all-attempts", "transport/slow-body"]

    def tries_again(self, failure):
        return failure.kind == "timeout" or super().tries_again(failure)

    def is_too_long(self, pause):
        return pause >= self.timeout()

    def once(self):
        self.start = time.monotonic()
        return super().once()


class PausesBeyondItsLimit(Mistake):
    """Whatever the service asks for is waited for."""
    caught_by = ["retries/no-pause-beyond-the-limit"]

    def is_too_long(self, pause):
        return False


class LimitsEachRead(Mistake):
    """Not the answer as a whole, as a socket's own limit does."""
    caught_by = ["transport/slow-body"]

    def alarm(self, sock):
        return None


class ForgetsItsTokenWhenItTriesAgain(Mistake):
    """Only the first attempt carries it."""
    caught_by = ["retries/session-token-again"]

    def sign(self, target, body, headers):
        whole, again = self.case, getattr(self, "again", False)
        self.again = True
        if again:
            self.case = {**whole, "credentials": {name: value for name, value in whole["credentials"].items()
                                                  if name != "sessionToken"}}
        try:
            return super().sign(target, body, headers)
        finally:
            self.case = whole


class SignsOnce(Mistake):
    """Every attempt has the signature of the first."""
    caught_by = ["retries/signed-anew", "retries/clock-behind"]

    def authorized(self, target, body, headers):
        if not hasattr(self, "signed_headers"):
            self.signed_headers = super().authorized(target, body, headers)
        return self.signed_headers


class TrustsItsClock(Mistake):
    """It does not learn the service's time."""
    caught_by = ["retries/clock-behind"]

    def corrects_clock(self, failure):
        return False


class LosesTheWordsInsideAStream(Mistake):
    """Of an exception there it tells the type."""
    caught_by = ["streams/internal-inside", "streams/throttled-inside", "streams/validation-inside",
                 "streams/model-stream-error"]

    def event(self, headers, payload):
        return super().event(headers, b"{}" if headers.get(":message-type") == "exception" else payload)


class RetriesInsideAStream(Mistake):
    """After an exception it asks again, whatever the caller has already."""
    caught_by = ["streams/internal-inside", "streams/throttled-inside", "streams/validation-inside",
                 "streams/model-stream-error"]

    def tries_again(self, failure):
        return super().tries_again(failure) or (self.begun and failure.kind == "service")


# Streams


class TakesACutStreamForAWholeOne(Mistake):
    """What is left of a frame is thrown away, and so is the end that is missing."""
    caught_by = ["streams/cut-frame", "streams/no-message-stop", "streams/empty"]

    def frames(self, chunks):
        try:
            yield from super().frames(chunks)
        except event_frames.Broken as error:
            if "inside a frame" not in str(error):
                raise

    def ends_early(self):
        pass


class NeedsNoEnd(Mistake):
    """A stream without messageStop is whole."""
    caught_by = ["streams/no-message-stop", "streams/empty"]

    def ends_early(self):
        pass


class TakesAnEmptyStreamForAnAnswer(Mistake):
    """Without a frame there is no text, and no failure."""
    caught_by = ["streams/empty"]

    def ends_early(self):
        if self.begun:
            super().ends_early()


class BelievesMessages(Mistake):
    """Their checksum is not looked at."""
    caught_by = ["streams/bad-message-checksum"]

    def frames(self, chunks):
        return event_frames.frames(
            chunks, lambda data, given, what: what == "message" or event_frames.checksum(data, given, what))


class BelievesPreludes(Mistake):
    """Their checksum is not looked at; that of the message is their second guard."""
    caught_by = ["streams/bad-prelude-checksum"]

    def frames(self, chunks):
        return event_frames.frames(
            chunks, lambda data, given, what: what == "prelude" or event_frames.checksum(data, given, what))


class PassesOverExceptions(Mistake):
    """Inside a stream it looks for events only, and takes the stream for ended."""
    caught_by = ["streams/internal-inside", "streams/throttled-inside", "streams/validation-inside",
                 "streams/model-stream-error", "streams/error-frame"]

    def event(self, headers, payload):
        if headers.get(":message-type") != "event":
            return "messageStop", {"stopReason": "end_turn"}
        return super().event(headers, payload)


class StumblesOverUnknownEvents(Mistake):
    """It knows six."""
    caught_by = ["streams/unknown-event"]

    def event(self, headers, payload):
        name, event = super().event(headers, payload)
        if name not in ("messageStart", "contentBlockStart", "contentBlockDelta", "contentBlockStop", "messageStop",
                        "metadata"):
            raise ValueError(f"unknown event {name}")
        return name, event


class TakesAChunkForAFrame(Mistake):
    """What a read gives is one frame."""
    caught_by = ["streams/byte-by-byte", "streams/whole", "streams/text-beyond-ascii"]
    # However its bytes come.
    may_be_caught_by = ["streams/long-text"]

    def frames(self, chunks):
        for chunk in chunks:
            yield next(event_frames.frames([chunk]))


class ReadsEachPieceOfToolInput(Mistake):
    """As JSON of its own."""
    caught_by = ["streams/tool-use", "streams/text-and-tool-use", "streams/two-tool-uses",
                 "streams/large-number-in-tool-input"]

    def tool_input(self, pieces):
        return json.loads(pieces[0]) if pieces else {}


class NeedsToolInput(Mistake):
    """A tool without arguments is a failure."""
    caught_by = ["streams/tool-use-without-input"]

    def tool_input(self, pieces):
        return json.loads("".join(pieces))


class StreamsReasoningAsText(Mistake):
    """What the model thinks is told like what it says."""
    caught_by = ["streams/reasoning"]

    def texts(self, content):
        return [block["text"] if "text" in block else block["reasoningContent"]["text"]
                for block in content if "text" in block or "text" in block.get("reasoningContent", {})]


class StreamsTheFirstBlockOnly(Mistake):
    """Of the texts."""
    caught_by = ["streams/several-texts", "streams/reasoning"]

    def event(self, headers, payload):
        name, event = super().event(headers, payload)
        if name == "contentBlockDelta" and event["contentBlockIndex"] > 0 and "text" in event["delta"]:
            event["delta"] = {}
        return name, event


class EndsAtMessageStop(Mistake):
    """What comes behind it, the usage, is not read."""
    caught_by = ["streams/usage", "streams/usage-total"]

    def told(self, texts, tools, stop_reason, usage):
        return super().told(texts, tools, stop_reason, {"inputTokens": 0, "outputTokens": 0} if self.streams() else usage)


class KeepsTheLastPieceOfToolInput(Mistake):
    """Each takes the place of the one before."""
    caught_by = ["streams/tool-use", "streams/text-and-tool-use", "streams/two-tool-uses",
                 "streams/large-number-in-tool-input"]

    def tool_input(self, pieces):
        return json.loads(pieces[-1] if pieces else "{}")


class StreamsNumbersThroughADouble(Mistake):
    """In a tool's input."""
    caught_by = ["streams/large-number-in-tool-input"]

    def tool_input(self, pieces):
        return json.loads("".join(pieces) or "{}", parse_int=lambda text: int(float(text)))


class KeepsToolsByTheirName(Mistake):
    """So that a second use of one takes the place of the first."""
    caught_by = ["streams/two-tool-uses"]

    def told(self, texts, tools, stop_reason, usage):
        return super().told(texts, list(dict(tools).items()) if self.streams() else tools, stop_reason, usage)


class StumblesOverUnknownDeltas(Mistake):
    """It knows three."""
    caught_by = ["streams/unknown-delta"]

    def event(self, headers, payload):
        name, event = super().event(headers, payload)
        if name == "contentBlockDelta" and not set(event["delta"]) <= {"text", "toolUse", "reasoningContent"}:
            raise ValueError("unknown delta")
        return name, event


class RefusesLongFrames(Mistake):
    """Its buffer holds 4 KB."""
    caught_by = ["streams/long-text"]

    def event(self, headers, payload):
        if len(payload) > 4096:
            raise ValueError("the frame is too long")
        return super().event(headers, payload)


class ReadsStreamsAsLatin1(Mistake):
    """Each byte is a letter."""
    caught_by = ["streams/text-beyond-ascii"]

    def event(self, headers, payload):
        return super().event(headers, payload.decode("latin-1").encode())


class NamesEveryExceptionInsideTheSame(Mistake):
    """Whatever its type."""
    caught_by = ["streams/throttled-inside", "streams/validation-inside", "streams/model-stream-error"]

    def event(self, headers, payload):
        try:
            return super().event(headers, payload)
        except Failure as failure:
            if headers.get(":message-type") == "exception":
                failure.type = "internalServerException"
            raise


class AsksForBrokenStreamsAgain(Mistake):
    """From the start, where the connection was lost."""
    caught_by = ["streams/reset-not-again"]

    def tries_again(self, failure):
        return failure.kind == "transport" or super().tries_again(failure)


class TakesEventsInAnyOrder(Mistake):
    """Whatever came before them."""
    caught_by = ["streams/message-start-twice", "streams/delta-after-stop"]

    def keeps_order(self, event, seen):
        pass


class TakesWhatIsNoStreamForAnEmptyOne(Mistake):
    """It looks for frames, and finds none."""
    caught_by = ["streams/page-in-its-place", "streams/json-in-its-place"]

    def streamed(self, response):
        if response.headers.get_content_type() != "application/vnd.amazon.eventstream":
            return self.told([], [], "end_turn", None)
        return super().streamed(response)


# Transport


class WaitsForEver(Mistake):
    """It has no time limit, as `requests` has none."""
    caught_by = ["transport/silence", "transport/stream-silence", "transport/slow-body",
                 "retries/one-limit-for-all-attempts", "retries/no-pause-beyond-the-limit"]

    def timeout(self):
        return None


class IsImpatient(Mistake):
    """It waits for half a second, whatever its caller says."""
    caught_by = ["transport/late", "retries/signed-anew"]
    # A busy machine takes as long for a stream of single bytes.
    may_be_caught_by = ["streams/byte-by-byte", "streams/text-beyond-ascii"]

    def timeout(self):
        return 0.5

    def once(self):
        self.start = time.monotonic()
        return super().once()


class TakesACutBodyForAnEmptyAnswer(Mistake):
    """A body that is shorter than its Content-Length."""
    caught_by = ["transport/truncated-body"]

    def body_of(self, response):
        try:
            return super().body_of(response)
        except http.client.IncompleteRead:
            return b'{"output": {"message": {"content": []}}, "stopReason": "end_turn"}'


class TakesABrokenChunkForTheEnd(Mistake):
    """Of the stream."""
    caught_by = ["transport/malformed-chunk"]

    def chunks(self, response):
        try:
            yield from super().chunks(response)
        except http.client.HTTPException:
            # Not where it broke the stream off itself.
            if self.left() == self.SHORTEST:
                raise
            self.ends_early = lambda: None


class TakesAResetForTheEnd(Mistake):
    """Of the stream."""
    caught_by = ["streams/reset"]

    def chunks(self, response):
        try:
            yield from super().chunks(response)
        except ConnectionError:
            self.ends_early = lambda: None


class VerifiesNoCertificate(Mistake):
    """Whoever answers is believed, as `verify=False` has it."""
    caught_by = ["transport/tls-unknown-authority", "transport/tls-other-name", "transport/tls-expired"]

    def trust(self):
        return ssl._create_unverified_context()


class VerifiesNoName(Mistake):
    """A certificate of a trusted authority is taken, whoever it is for."""
    caught_by = ["transport/tls-other-name"]

    def trust(self):
        context = super().trust()
        context.check_hostname = False
        return context


class TakesEveryDate(Mistake):
    """A certificate is taken long after its time."""
    caught_by = ["transport/tls-expired"]

    def trust(self):
        context = super().trust()
        # X509_V_FLAG_NO_CHECK_TIME, for which Python has no name.
        context.verify_flags |= 0x200000
        return context


class TrustsTheSystemOnly(Mistake):
    """It does not look at the authorities that it is given."""
    caught_by = ["transport/tls", "transport/tls-stream", "transport/tls-redirect-to-plain"]

    def trust(self):
        return ssl.create_default_context()


class TakesNoReplyForAnEmptyAnswer(Mistake):
    """A connection that is closed before the status line."""
    caught_by = ["transport/empty-reply"]

    def once(self):
        try:
            return super().once()
        except Failure as failure:
            if not str(failure).startswith("RemoteDisconnected"):
                raise
            return {"text": "", "stopReason": "end_turn"}


def name(mistake):
    return re.sub(r"(?<!^)(?=[A-Z])", "-", mistake.__name__).lower()


MISTAKES = {name(mistake): mistake for mistake in Mistake.__subclasses__()}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="A client with one mistake.")
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument("--mistake", choices=MISTAKES, metavar="NAME")
    choice.add_argument("--list", action="store_true")
    chosen = parser.parse_args()
    if chosen.list:
        for label, mistake in MISTAKES.items():
            print(f"{label:40} {mistake.__doc__}")
    else:
        wrong = MISTAKES[chosen.mistake]
        serve(f"client that {chosen.mistake}", "1", "Python", FEATURES, lambda case: wrong(case).call(), threads=16)
