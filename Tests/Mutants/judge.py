"""What may be said of a request, by the rules alone: RFC 9112 for its form, the IAM guide for its signature.

The signature is judged by Tests/Adapters/hmac_verifier.py, which shares nothing with doctor. Where a rule leaves a server
the choice (obsolete folding, a bare line feed), both are right, but never an acceptance whose signature is wrong.
"""

import base64
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Adapters"))

import hmac_verifier  # noqa: E402

TOKEN = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
ACCEPTED, REFUSED = "accepted", "refused"


class Malformed(Exception):
    pass


class Reading:
    """One request, read from the start of the bytes."""

    def __init__(self, raw):
        self.may_be_refused = False
        end = re.search(rb"\r?\n\r?\n", raw)
        if not end:
            raise Malformed("the head does not end")
        head, rest = raw[:end.start()], raw[end.end():]
        if re.search(rb"(?<!\r)\n", raw[:end.end()]):
            # A recipient may take a line feed alone for a line's end (section 2.2).
            self.may_be_refused = True
        lines = [line.removesuffix(b"\r") for line in head.split(b"\n")]
        if b"\r" in b"".join(lines) or b"\x00" in head:
            raise Malformed("a control character in the head")
        self.read_first(lines[0])
        self.read_fields(lines[1:])
        self.check_host()
        self.body = self.read_body(rest)

    def read_first(self, line):
        found = re.fullmatch(rb"(%s) ([^\x00-\x20\x7f]+) HTTP/1\.([01])" % TOKEN, line)
        if not found:
            raise Malformed("the request line")
        self.method, self.target = found[1], found[2]
        self.is_old = found[3] == b"0"
        if re.search(rb"[#\x80-\xff]", self.target):
            # No URI has them; clients send raw UTF-8, and what they signed can be told.
            self.may_be_refused = True
        self.authority = None
        absolute = re.match(rb"https?://([^/?]*)", self.target, re.I)
        if absolute:
            self.authority = absolute[1]
            self.target = self.target[absolute.end():]
            if not self.target.startswith(b"/"):
                self.target = b"/" + self.target
        elif not self.target.startswith(b"/"):
            raise Malformed("the target")

    def read_fields(self, lines):
        self.fields = []
        for line in lines:
            if line[:1] in (b" ", b"\t"):
                if not self.fields:
                    raise Malformed("a fold without a field")
                # A server may refuse a fold, or put spaces in its place (section 5.2).
                self.may_be_refused = True
                name, value = self.fields.pop()
                self.fields.append((name, value + b" " + line.strip(b" \t")))
                continue
            found = re.fullmatch(rb"(%s):[ \t]*(.*?)[ \t]*" % TOKEN, line, re.S)
            if not found:
                raise Malformed("a header line")
            self.fields.append((found[1], found[2]))
        # A fold at either end leaves nothing of itself.
        self.fields = [(name, value.strip(b" \t")) for name, value in self.fields]
        for _, value in self.fields:
            if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", value):
                raise Malformed("a control character in a value")

    def values(self, name):
        return [value for field, value in self.fields if field.lower() == name]

    def check_host(self):
        hosts = self.values(b"host")
        if len(hosts) > 1 or (not hosts and not self.is_old):
            raise Malformed("not one host")
        if self.authority is not None and hosts and self.authority.lower() != hosts[0].lower():
            # What is signed is not where the request was sent.
            raise Malformed("two hosts")

    def read_body(self, rest):
        codings, lengths = self.values(b"transfer-encoding"), self.values(b"content-length")
        if codings:
            if len(codings) > 1 or codings[0].lower() != b"chunked" or lengths or self.is_old:
                raise Malformed("the framing")
            return self.chunks(rest)
        if not lengths:
            return b""
        each = [part.strip(b" \t") for value in lengths for part in value.split(b",")]
        if len(set(each)) > 1 or not re.fullmatch(rb"[0-9]+", each[0]):
            raise Malformed("the length")
        if len(each) > 1:
            # The same length twice may be taken for one (section 6.3).
            self.may_be_refused = True
        if int(each[0]) > len(rest):
            raise Malformed("the body is cut")
        return rest[:int(each[0])]

    def chunks(self, rest):
        body = b""
        while True:
            size = re.match(rb"([0-9A-Fa-f]+)([ \t]*)(;[^\r\n]*)?\r\n", rest)
            if not size:
                raise Malformed("a chunk's size")
            # White space there is bad by name (section 7.1.1), and readers that disagree on it have hidden requests.
            self.may_be_refused |= bool(size[2])
            count, rest = int(size[1], 16), rest[size.end():]
            if count == 0:
                if not re.match(rb"(%s:[^\r\n]*\r\n)*\r\n" % TOKEN, rest):
                    raise Malformed("the trailers")
                return body
            if rest[count:count + 2] != b"\r\n":
                raise Malformed("a chunk's end")
            body, rest = body + rest[:count], rest[count + 2:]


def case(reading, credentials, region, service, now):
    """A case of `bedrock-conformance/1`."""
    return {
        "request": {
            "method": reading.method.decode(), "target": reading.target.decode(),
            "headers": [[name.decode(), value.decode()] for name, value in reading.fields],
            "body": base64.b64encode(reading.body).decode()},
        "credentials": credentials, "region": region, "service": service, "now": now.strftime("%Y%m%dT%H%M%SZ")}


def signature(case):
    """The verdicts that are right, and a reason."""
    verdicts, reasons = set(), []
    for reading in readings(case):
        try:
            answer = hmac_verifier.verify(reading)
        except UnicodeError as error:
            answer = {"verdict": REFUSED, "reason": str(error)}
        verdicts.add(answer["verdict"])
        reasons.append(answer.get("reason", ""))
    return verdicts, "; ".join(reason for reason in reasons if reason)


def readings(case):
    """The case, and once more where signers themselves read it in two ways.

    A dot segment at the end leaves a slash by RFC 3986 (section 5.2.4), as in the AWS SDK for Java; botocore leaves none.
    """
    yield case
    path, mark, query = case["request"]["target"].partition("?")
    if re.search(r"/\.\.?$", path):
        segments = hmac_verifier.normalised(path).rstrip("/") or "/"
        yield {**case, "request": {**case["request"], "target": segments + mark + query}}
