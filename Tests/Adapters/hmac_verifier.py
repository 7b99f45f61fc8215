"""A verifier of Signature Version 4 on Python's standard library alone, by Bedrock's rules.

Written from "Create a signed AWS API request" of the IAM guide: it shares nothing with doctor's verifier.
"""

import base64
import datetime
import hashlib
import hmac
import re
from email.utils import parsedate_to_datetime
from urllib.parse import quote, unquote_to_bytes

from adapter import serve

WINDOW = datetime.timedelta(minutes=5)
LONGEST = 7 * 24 * 3600
ALGORITHM = "AWS4-HMAC-SHA256"
PARTS = {"Credential", "SignedHeaders", "Signature"}


class Refused(Exception):
    pass


def verify(case):
    try:
        check(case)
    except Refused as reason:
        return {"verdict": "refused", "reason": str(reason)}
    return {"verdict": "accepted"}


def check(case):
    request = case["request"]
    path, _, query = request["target"].partition("?")
    parameters = [pair.partition("=")[::2] for pair in query.split("&") if pair]
    parameters = [(unquote_to_bytes(name), unquote_to_bytes(value)) for name, value in parameters]
    authorizations = values(request, "authorization")
    presigned = any(name in (b"X-Amz-Signature", b"X-Amz-Credential", b"X-Amz-Algorithm") for name, _ in parameters)
    if presigned and authorizations:
        raise Refused("two signatures")
    if len(authorizations) > 1:
        raise Refused("two Authorization headers")
    if presigned:
        claim = from_query(parameters)
    elif authorizations:
        claim = from_header(request, authorizations[0])
    else:
        raise Refused("no signature")
    parts = claim["credential"].split("/")
    if len(parts) != 5:
        raise Refused("the credential has not five parts")
    key_id, date, region, service, terminator = parts
    known = case["credentials"]
    if key_id != known["accessKeyId"]:
        raise Refused("unknown access key")
    check_token(known, claim, request, case["now"])
    check_date_of_scope(date, claim)
    check_place(region, service, case)
    check_terminator(terminator)
    check_time(claim, moment(case["now"]))
    names = claim["signed_headers"].split(";")
    if not all(re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name) for name in names):
        raise Refused("the signed headers cannot be read")
    names = sorted({name.lower() for name in names})
    check_host(names)
    check_sent(names, request)
    left_out = [{b"X-Amz-Signature"}] if presigned else [set()]
    if presigned and claim["token"]:
        left_out.append({b"X-Amz-Signature", b"X-Amz-Security-Token"})
    for names_left_out in left_out:
        kept = [pair for pair in parameters if pair[0] not in names_left_out]
        if hmac.compare_digest(signature(case, request, path, kept, names, claim).encode(), claim["signature"].encode()):
            return
    raise Refused("the signature is another one")


def check_date_of_scope(date, claim):
    if date != claim["date"][:8]:
        raise Refused("the scope's date is not that of the signature")


def check_place(region, service, case):
    if region != case["region"] or service != case["service"]:
        raise Refused("another scope")


def check_terminator(terminator):
    if terminator != "aws4_request":
        raise Refused("the scope has another end")


def check_host(names):
    if "host" not in names:
        raise Refused("host is not signed")


def check_sent(names, request):
    missing = [name for name in names if not values(request, name)]
    if missing:
        raise Refused(f"{missing[0]} is signed and was not sent")


def signature(case, request, path, parameters, names, claim):
    body = base64.b64decode(request.get("body", ""))
    pairs = sorted((quote(name, safe="-_.~"), quote(value, safe="-_.~")) for name, value in parameters)
    canonical = "\n".join([
        request["method"],
        quote(normalised(path), safe="/-_.~"),
        "&".join(f"{name}={value}" for name, value in pairs),
        *(f"{name}:" + ",".join(folded(value) for value in values(request, name)) for name in names),
        "",
        ";".join(names),
        hashlib.sha256(body).hexdigest(),
    ])
    scope = claim["credential"].split("/")[1:]
    to_sign = "\n".join(
        [ALGORITHM, claim["date"], "/".join(scope), hashlib.sha256(canonical.encode()).hexdigest()])
    key = b"AWS4" + case["credentials"]["secretAccessKey"].encode()
    for part in [*scope, to_sign]:
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return key.hex()


def from_header(request, value):
    scheme, _, rest = value.strip(" \t").partition(" ")
    if scheme != ALGORITHM:
        raise Refused("another scheme")
    claim = {}
    for part in rest.split(","):
        # Empty elements of a list mean nothing (RFC 9110, section 5.6.1).
        if not part.strip(" \t"):
            continue
        name, equals, content = part.strip(" \t").partition("=")
        if not equals or (name in claim and name in PARTS):
            raise Refused("a part that cannot be read")
        claim[name] = content
    dates = values(request, "x-amz-date") or values(request, "date")
    if not PARTS <= claim.keys() or not dates:
        raise Refused("a part is missing")
    date = folded(only(dates))
    if not values(request, "x-amz-date") and not re.fullmatch(r"\d{8}T\d{6}Z", date):
        try:
            date = parsedate_to_datetime(date).strftime("%Y%m%dT%H%M%SZ")
        except ValueError:
            raise Refused("the date cannot be read") from None
    moment(date)
    return {"credential": claim["Credential"], "signed_headers": claim["SignedHeaders"], "date": date,
            "signature": claim["Signature"], "expires": None,
            "token": next(iter(values(request, "x-amz-security-token")), None)}


def only(dates):
    if len(dates) > 1:
        raise Refused("two dates")
    return dates[0]


def from_query(parameters):
    claim = {}
    for name, value in parameters:
        if name.startswith(b"X-Amz-"):
            if name in claim:
                raise Refused("a part that is there twice")
            claim[name] = value.decode("utf-8", "replace")
    names = (b"X-Amz-Algorithm", b"X-Amz-Credential", b"X-Amz-Date", b"X-Amz-SignedHeaders", b"X-Amz-Signature")
    if any(not claim.get(name) for name in names):
        raise Refused("a part is missing")
    algorithm, credential, date, signed_headers, given = (claim[name] for name in names)
    if algorithm != ALGORITHM:
        raise Refused("another algorithm")
    expires = claim.get(b"X-Amz-Expires")
    if expires is not None:
        check_lifetime(expires)
    moment(date)
    return {"credential": credential, "signed_headers": signed_headers, "date": date, "signature": given,
            "expires": None if expires is None else int(expires), "presigned": True,
            "token": claim.get(b"X-Amz-Security-Token")}


def check_lifetime(expires):
    if not re.fullmatch(r"\d{1,9}", expires, re.ASCII) or int(expires) > LONGEST:
        raise Refused("the lifetime cannot be")


def check_token(known, claim, request, now):
    if claim["token"] is not None and len(values(request, "x-amz-security-token")) > 1 and not claim.get("presigned"):
        raise Refused("two tokens")
    token = claim["token"] or next(iter(values(request, "x-amz-security-token")), None)
    if known.get("sessionToken") is None:
        if token is not None:
            raise Refused("a token with a long-lived key")
        return
    if token is None or not hmac.compare_digest(token.encode(), known["sessionToken"].encode()):
        raise Refused("the token is missing, or another one")
    if "tokenExpiration" in known and moment(now) >= moment(known["tokenExpiration"]):
        raise Refused("the token has expired")


def check_time(claim, now):
    signed = moment(claim["date"])
    if signed > now + WINDOW:
        raise Refused("signed in the future")
    lifetime = WINDOW if claim["expires"] is None else datetime.timedelta(seconds=claim["expires"])
    if signed + lifetime <= now:
        raise Refused("signed too long ago")


def moment(text):
    if not re.fullmatch(r"\d{8}T\d{6}Z", text, re.ASCII):
        raise Refused("the date cannot be read")
    try:
        return datetime.datetime.strptime(text, "%Y%m%dT%H%M%SZ")
    except ValueError:
        raise Refused("there is no such date") from None


def values(request, name):
    return [value for field, value in request["headers"] if field.lower() == name]


def folded(value):
    return re.sub(r"\s+", " ", value, flags=re.ASCII).strip(" ")


def normalised(path):
    """Without dot segments and double slashes; a slash at the end stays."""
    kept = []
    segments = (path or "/").split("/")
    for segment in segments:
        if segment == "..":
            if kept:
                kept.pop()
        elif segment not in ("", "."):
            kept.append(segment)
    ends = "/" if kept and not segments[-1] else ""
    return "/" + "/".join(kept) + ends


if __name__ == "__main__":
    serve("hmac verifier", "1", "Python", [], verify)
