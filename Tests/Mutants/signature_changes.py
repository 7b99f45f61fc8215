"""Changes of what a request says about its signature, in its header or in its query; named as in header_changes.py."""

import datetime
import email.utils


def keeps_order_of_parts(request, chance):
    if request.is_presigned:
        pairs = request.pairs
        chance.shuffle(pairs)
        request.set_pairs(pairs)
    else:
        parts = request.parts
        chance.shuffle(parts)
        request.set_parts(parts, chance.choice([b",", b", ", b",\t", b" , "]))


def a_part_twice(request, chance):
    if request.is_presigned:
        pairs = request.pairs
        pairs.insert(chance.randrange(len(pairs) + 1), chance.choice(pairs))
        request.set_pairs(pairs)
    else:
        parts = request.parts
        part = chance.choice(parts)
        doubled = chance.choice([part, part.partition(b"=")[0] + b"=", part + b"0"])
        parts.insert(chance.randrange(len(parts) + 1), doubled)
        request.set_parts(parts)


def breaks_without_a_part(request, chance):
    if request.is_presigned:
        pairs = request.pairs
        # Without a lifetime the signature would still cover the query, so it breaks as well.
        pairs.remove(chance.choice([pair for pair in pairs if pair.startswith(b"X-Amz-")]))
        request.set_pairs(pairs)
    else:
        parts = request.parts
        parts.remove(chance.choice(parts))
        request.set_parts(parts)


def an_unknown_part(request, chance):
    if request.is_presigned:
        request.set_pairs(request.pairs + [chance.choice([b"x-amz-signature=0", b"X-Amz-Foo=1", b"Signature=x"])])
    else:
        request.set_parts(request.parts + [chance.choice([b"Foo=1", b"foo", b"", b"=", b"signature=0"])])


def breaks_the_case_of_a_part(request, chance):
    name = chance.choice([b"Credential=", b"SignedHeaders=", b"Signature="])
    change = chance.choice([bytes.upper, bytes.lower])
    if request.is_presigned:
        request.target = request.target.replace(b"X-Amz-" + name, change(b"X-Amz-" + name), 1)
    else:
        request.set(b"authorization", request.value(b"authorization").replace(name, change(name), 1))


def the_scheme(request, chance):
    other = chance.choice([
        b"aws4-hmac-sha256", b"AWS4-HMAC-SHA512", b"AWS4-ECDSA-P256-SHA256", b"AWS", b"AWS4-HMAC-SHA256,", b"",
        b"AWS4-HMAC-SHA256 AWS4-HMAC-SHA256", b"  AWS4-HMAC-SHA256", b"Bearer", b"AWS4-HMAC-SHA256%20",
    ])
    if request.is_presigned:
        request.target = request.target.replace(b"AWS4-HMAC-SHA256", other.replace(b" ", b"%20"), 1)
    else:
        request.set(b"authorization", request.value(b"authorization").replace(b"AWS4-HMAC-SHA256", other, 1))


def breaks_the_signature(request, chance):
    text = request.part(b"Signature")
    place = chance.randrange(len(text))
    request.set_part(b"Signature", chance.choice([
        text.upper() if text.upper() != text else text[:-1], text[:-1], text + b"0", text[::-1], b"", b"0" * 64,
        text[:place] + (b"0" if text[place:place + 1] != b"0" else b"1") + text[place + 1:], b'"' + text + b'"',
        b"0x" + text, text[:32], text + b"%00",
    ]))


def names_in_another_order(request, chance):
    names, between = signed_names(request)
    chance.shuffle(names)
    request.set_part(b"SignedHeaders", between.join(names))


def names_in_another_case(request, chance):
    names, between = signed_names(request)
    place = chance.randrange(len(names))
    names[place] = chance.choice([bytes.upper, bytes.title])(names[place])
    request.set_part(b"SignedHeaders", between.join(names))


def a_name_twice(request, chance):
    names, between = signed_names(request)
    names.insert(chance.randrange(len(names) + 1), chance.choice(names))
    request.set_part(b"SignedHeaders", between.join(names))


def breaks_the_signed_names(request, chance):
    names, between = signed_names(request)
    kind = chance.randrange(4)
    if kind == 0:
        names.remove(chance.choice(names))
    elif kind == 1:
        names.append(chance.choice([b"x-not-there", b"authorization", b"user-agent", b""]))
    elif kind == 2:
        between = chance.choice([b",", b" ", b"%2C", b";;", b"; "])
        names = names if len(names) > 1 else names + [b"date"]
    else:
        names = [b"*"]
    request.set_part(b"SignedHeaders", between.join(names))


def breaks_the_scope(request, chance):
    slash = b"%2F" if request.is_presigned else b"/"
    parts = request.part(b"Credential").split(slash)
    place = chance.randrange(5)
    other = [
        [b"AKIDSOMEBODYELSE0000", parts[0].lower(), b""],
        [day(parts[1], 1), day(parts[1], -1), b"", parts[1][:6], parts[1] + b"T000000Z"],
        [b"eu-west-1", b"US-EAST-1", b"", b"*", b"us-east-1a"],
        [b"bedrock-runtime", b"Bedrock", b"", b"sts", b"s3", b"*"],
        [b"aws4_Request", b"aws4", b"", b"AWS4_REQUEST", b"aws4_request%20"],
    ][place]
    kind = chance.randrange(4)
    if kind < 2:
        parts[place] = chance.choice(other)
    elif kind == 2:
        parts.insert(place, chance.choice([b"", parts[place]]))
    else:
        parts.pop(place)
    request.set_part(b"Credential", slash.join(parts))


def the_slashes_of_the_scope(request, chance):
    text = request.part(b"Credential")
    request.set_part(b"Credential", text.replace(b"%2F", chance.choice([b"/", b"%2f", b"%252F"]))
                     if request.is_presigned else text.replace(b"/", chance.choice([b"%2F", b"//", b"\\"])))


def breaks_the_date(request, chance):
    name = b"x-amz-date" if request.place(b"x-amz-date") is not None else b"date"
    text = request.part(b"Date") if request.is_presigned else amz_date(request.value(name))
    moved = datetime.datetime.strptime(text.decode(), "%Y%m%dT%H%M%SZ") + datetime.timedelta(
        seconds=chance.choice([-1, 1, 60, -301, 301, 86400, -86400]))
    other = chance.choice([
        moved.strftime("%Y%m%dT%H%M%SZ").encode(), moved.strftime("%a, %d %b %Y %H:%M:%S GMT").encode(),
        moved.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), text[:-1], text + b"0", text.lower(), b"",
        text[:8] + b"T246060Z", text[:8] + b"T" + text[9:13] + b"60Z", b"00000000T000000Z", text[:4] + b"0230" + text[8:],
    ])
    if request.is_presigned:
        request.set_part(b"Date", other.replace(b" ", b"%20").replace(b",", b"%2C"))
    else:
        request.set(name, other)


def breaks_the_lifetime(request, chance):
    if request.is_presigned:
        request.set_part(b"Expires", chance.choice([
            b"0", b"-1", b"%2B600", b"0600", b"604801", b"1e3", b"", b"600.0", b"99999999999999999999", b"%D9%A6", b"0x258",
            b"601", b"+600"]))
    else:
        request.set_pairs(request.pairs + [b"X-Amz-Expires=600"])


def breaks_with_both_forms(request, chance):
    if request.is_presigned:
        request.lines.append(
            b"Authorization: AWS4-HMAC-SHA256 Credential=" + request.part(b"Credential").replace(b"%2F", b"/")
            + b", SignedHeaders=host, Signature=" + request.part(b"Signature"))
    else:
        request.set_pairs(request.pairs + [chance.choice([
            b"X-Amz-Signature=" + request.part(b"Signature"), b"X-Amz-Algorithm=AWS4-HMAC-SHA256"])])


def breaks_by_the_other_form(request, chance):
    """What was made for one form stands in the other."""
    if request.is_presigned:
        moved = {name: request.part(name) for name in (b"Credential", b"SignedHeaders", b"Signature", b"Date")}
        request.set_pairs([pair for pair in request.pairs if not pair.startswith(b"X-Amz-")])
        request.lines += [
            b"X-Amz-Date: " + moved[b"Date"],
            b"Authorization: AWS4-HMAC-SHA256 Credential=" + moved[b"Credential"].replace(b"%2F", b"/")
            + b", SignedHeaders=" + moved[b"SignedHeaders"].replace(b"%3B", b";") + b", Signature=" + moved[b"Signature"]]
    else:
        named = [b"X-Amz-" + part.replace(b"/", b"%2F").replace(b";", b"%3B") for part in request.parts]
        date = amz_date(request.value(b"x-amz-date") or request.value(b"date"))
        request.drop(b"authorization")
        request.set_pairs(request.pairs + [
            b"X-Amz-Algorithm=AWS4-HMAC-SHA256", b"X-Amz-Date=" + date, b"X-Amz-Expires=600", *named])


def the_token(request, chance):
    if request.is_presigned:
        pairs = [pair for pair in request.pairs if not pair.startswith(b"X-Amz-Security-Token=")]
        kept = [pair for pair in request.pairs if pair.startswith(b"X-Amz-Security-Token=")]
        kind = chance.randrange(3)
        if kind == 0:
            pairs += kept + [b"X-Amz-Security-Token=other"]
        elif kind == 1:
            pairs.append(b"X-Amz-Security-Token=")
        else:
            request.lines.append(b"X-Amz-Security-Token: " + (kept[0].partition(b"=")[2] if kept else b"other"))
        request.set_pairs(pairs)
    else:
        request.set(b"x-amz-security-token", chance.choice([b"other", b"", request.value(b"x-amz-security-token") + b"="]))


def signed_names(request):
    between = b"%3B" if request.is_presigned else b";"
    return request.part(b"SignedHeaders").split(between), between


def amz_date(text):
    if b"," not in text:
        return text
    return email.utils.parsedate_to_datetime(text.decode()).strftime("%Y%m%dT%H%M%SZ").encode()


def day(text, days):
    moved = datetime.datetime.strptime(text.decode(), "%Y%m%d") + datetime.timedelta(days=days)
    return moved.strftime("%Y%m%d").encode()
