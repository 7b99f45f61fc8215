"""Changes of header lines.

A change takes a request, which it may spoil, and a source of chance. What it is called says whether the signature must
survive: `keeps_` where the rules say so, `breaks_` where they say the opposite, any other name where it depends.
"""

import re

SIGNED = (b"host", b"x-amz-date", b"date", b"content-type", b"x-amz-meta-list", b"x-amz-security-token", b"x-amzn-bedrock-note")


def keeps_order_of_lines(request, chance):
    # Host first or last, and no name stands twice here, so no value moves into another.
    chance.shuffle(request.lines)


def keeps_case_of_a_name(request, chance):
    place = chance.randrange(len(request.lines))
    name, colon, value = request.lines[place].partition(b":")
    change = chance.choice([bytes.upper, bytes.lower, bytes.swapcase, bytes.title])
    request.lines[place] = change(name) + colon + value


def keeps_space_around_a_value(request, chance):
    place = chance.randrange(len(request.lines))
    name, colon, value = request.lines[place].partition(b":")
    around = [b"", b" ", b"   ", b"\t", b" \t "]
    request.lines[place] = name + colon + chance.choice(around) + value.strip() + chance.choice(around)


def keeps_an_unsigned_line(request, chance):
    request.lines.insert(chance.randrange(len(request.lines) + 1), chance.choice([
        b"User-Agent: changed/1.0", b"X-Forwarded-Host: other.example", b"X-Forwarded-For: 10.0.0.1",
        b"X-Amzn-Trace-Id: Root=1-1-1", b"Accept-Encoding: gzip", b"Cache-Control: no-cache", b"X-Empty:", b"Via: 1.1 proxy",
        b"X-Amz-Content-SHA256: UNSIGNED-PAYLOAD", b"X-HTTP-Method-Override: DELETE", b"X-Original-URL: /admin",
    ]))


def keeps_a_date_beside_the_other(request, chance):
    # A verifier that has X-Amz-Date does not ask for it.
    if request.place(b"date") is None:
        request.lines.append(b"Date: Mon, 01 Jan 2001 00:00:00 GMT")


def a_line_twice(request, chance):
    line = chance.choice(request.lines)
    request.lines.insert(chance.randrange(len(request.lines) + 1), line)


def a_line_twice_with_another_value(request, chance):
    name, colon, value = chance.choice(request.lines).partition(b":")
    other = chance.choice([b"", b" other", value + b"x", value.upper()])
    request.lines.insert(chance.randrange(len(request.lines) + 1), name + colon + other)


def breaks_without_a_signed_line(request, chance):
    request.drop(signed_name(request, chance))


def breaks_a_signed_value(request, chance):
    name = signed_name(request, chance)
    value = bytearray(request.value(name))
    place = chance.randrange(len(value))
    value[place] = value[place] + 1 if value[place] not in b"~\x20" else ord("a")
    request.set(name, bytes(value))


def a_value_emptied(request, chance):
    place = chance.randrange(len(request.lines))
    request.lines[place] = request.lines[place].partition(b":")[0] + b":"


def a_value_folded(request, chance):
    place = chance.randrange(len(request.lines))
    name, colon, value = request.lines[place].partition(b":")
    cut = chance.randrange(len(value) + 1)
    request.lines[place] = name + colon + value[:cut] + b"\r\n" + chance.choice([b" ", b"\t", b"  \t"]) + value[cut:]


def a_value_folded_at_a_space(request, chance):
    places = [place for place, line in enumerate(request.lines) if b" " in line.partition(b":")[2].strip()]
    if not places:
        return a_value_folded(request, chance)
    place = chance.choice(places)
    name, colon, value = request.lines[place].partition(b":")
    value = value.strip()
    spaces = [at for at, byte in enumerate(value) if byte == 0x20]
    cut = chance.choice(spaces)
    request.lines[place] = name + colon + b" " + value[:cut] + b"\r\n" + value[cut:]


def inner_space(request, chance):
    place = chance.randrange(len(request.lines))
    name, colon, value = request.lines[place].partition(b":")
    value = value.strip()
    cut = chance.randrange(len(value) + 1)
    request.lines[place] = name + colon + b" " + value[:cut] + chance.choice([b" ", b"  "]) + value[cut:]


def fewer_or_more_spaces(request, chance):
    place = chance.randrange(len(request.lines))
    name, colon, value = request.lines[place].partition(b":")
    request.lines[place] = name + colon + re.sub(b" +", lambda _: b" " * chance.randrange(4), value.strip())


def breaks_the_name_before_the_colon(request, chance):
    place = chance.randrange(len(request.lines))
    name, colon, value = request.lines[place].partition(b":")
    request.lines[place] = name + chance.choice([b" ", b"\t", b"\x00", b"\x0b", b"\xc2\xa0", b"(", b"@"]) + colon + value


def breaks_a_line_without_a_colon(request, chance):
    request.lines.insert(chance.randrange(len(request.lines) + 1), chance.choice([b"no colon", b": no name", b"x"]))


def breaks_with_a_control_in_a_value(request, chance):
    place = chance.randrange(len(request.lines))
    cut = chance.randrange(request.lines[place].index(b":") + 1, len(request.lines[place]) + 1)
    bad = chance.choice([b"\x00", b"\r", b"\x01", b"\x0b", b"\x0c", b"\x7f", b"\x1b"])
    request.lines[place] = request.lines[place][:cut] + bad + b"x" + request.lines[place][cut:]


def a_byte_above_ascii(request, chance):
    place = chance.randrange(len(request.lines))
    cut = chance.randrange(len(request.lines[place]) + 1)
    bad = chance.choice(["\u00fc", "\u2003", "\u00a0", "\u0130", "\U0001f600"]).encode()
    request.lines[place] = request.lines[place][:cut] + bad + request.lines[place][cut:]


def another_line_end(request, chance):
    request.end = b"\n"


def one_line_twice_by_a_comma(request, chance):
    """One line in two, or two of one name in one: what is joined by a comma is one value (RFC 9110, section 5.3)."""
    name, colon, value = request.lines[request.place(signed_name(request, chance))].partition(b":")
    first, comma, second = value.partition(b",")
    place = request.place(name.lower())
    if comma:
        request.lines[place:place + 1] = [name + colon + first, name + colon + second]
    else:
        request.lines[place] = name + colon + value + chance.choice([b",", b", ", b",x"])


def breaks_the_host(request, chance):
    value = request.value(b"host")
    name, colon, port = value.partition(b":")
    request.set(b"host", chance.choice([
        value.replace(b"127", b"0127"), name + b".", name + b":443", b"localhost" + colon + port, b"user@" + value,
        value + b"/", b"bedrock-runtime.us-east-1.amazonaws.com", value + b", " + value, b"[::1]" + colon + port,
    ]))


def a_host_more(request, chance):
    request.lines.insert(chance.randrange(len(request.lines) + 1), b"Host: " + chance.choice([
        request.value(b"host"), b"other.example", b""]))


def a_date_or_token_more(request, chance):
    request.lines.insert(chance.randrange(len(request.lines) + 1), chance.choice([
        b"X-Amz-Date: 20010101T000000Z", b"Date: " + request.value(b"date"), b"X-Amz-Date: " + request.value(b"x-amz-date"), b"X-Amz-Date:",
        b"X-Amz-Security-Token: other", b"X-Amz-Security-Token:", b"Authorization: Bearer x", b"Authorization:",
        b"X-Amz-Security-Token: " + request.value(b"x-amz-security-token"),
    ]))


def signed_name(changed, chance):
    return chance.choice([name for name in SIGNED if changed.place(name) is not None])
