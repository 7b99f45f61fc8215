"""Changes of method, path, query and version; named as in header_changes.py."""

import re


def keeps_segments_that_go(request, chance):
    """Empty and dot segments, which normalisation takes away."""
    path = request.path
    slash = chance.choice([at for at, byte in enumerate(path) if byte == 0x2F])
    extra = chance.choice([b"/", b"/.", b"/x/..", b"/./.", b"//"])
    request.set_path(path[:slash] + extra + path[slash:])


def dots_above_the_root(request, chance):
    request.set_path(chance.choice([b"/..", b"/../..", b"/x/../.."]) + request.path)


def breaks_a_segment(request, chance):
    segments = request.path.split(b"/")
    place = chance.randrange(1, len(segments))
    segments[place] = chance.choice([segments[place] + b"x", segments[place] + b";x=1", b"x", segments[place] + b"%2F"])
    request.set_path(b"/".join(segments))


def the_end_of_the_path(request, chance):
    request.set_path(chance.choice([
        request.path + b"/", request.path.rstrip(b"/"), request.path + b"/.", request.path + b"/x/..", request.path + b"%2F"]))


def another_order_of_segments(request, chance):
    segments = request.path.split(b"/")[1:]
    chance.shuffle(segments)
    request.set_path(b"/" + b"/".join(segments))


def breaks_the_coding_of_the_path(request, chance):
    """The path is encoded once more as it was received, so every other spelling is another path."""
    path = request.path
    place = chance.choice([at for at, byte in enumerate(path) if byte not in b"/%" and b"%" not in path[max(0, at - 2):at]])
    coded = b"%%%02X" % path[place]
    request.set_path(chance.choice([
        path[:place] + coded + path[place + 1:], path[:place] + coded.lower() + path[place + 1:].replace(b"%", b"%25"),
        path[:place] + b"\\" + path[place + 1:], path[:place] + b"%00" + path[place:],
    ]))


def the_escapes_of_the_path(request, chance):
    request.set_path(re.sub(
        rb"%([0-9A-Fa-f]{2})",
        chance.choice([lambda m: m[0].lower(), lambda m: b"%25" + m[1], lambda m: bytes.fromhex(m[1].decode())]),
        request.path))


def keeps_order_of_the_query(request, chance):
    pairs = request.pairs
    chance.shuffle(pairs)
    request.set_pairs(pairs)


def a_pair_more(request, chance):
    pairs = request.pairs
    extra = chance.choice([b"x=1", b"x", b"=", b"=x", b"", b"a=1", b"X-Amz-Date=20010101T000000Z", b"%ff=%FF", b"x=y=z"])
    pairs.insert(chance.randrange(len(pairs) + 1), extra)
    request.set_pairs(pairs)


def a_pair_twice_or_gone(request, chance):
    pairs = request.pairs
    if pairs and chance.randrange(2):
        pairs.remove(chance.choice(pairs))
    elif pairs:
        pairs.append(chance.choice(pairs))
    request.set_pairs(pairs)


def an_empty_pair(request, chance):
    if request.pairs:
        request.target = chance.choice([request.target + b"&", request.target.replace(b"&", b"&&", 1),
                                        request.target.replace(b"?", b"?&", 1), request.target.replace(b"?", b"??", 1)])
    else:
        request.target += chance.choice([b"?", b"?&", b"??"])


def another_mark_between_pairs(request, chance):
    request.target = request.target.replace(b"&", b";", 1)


def the_coding_of_the_query(request, chance):
    """A query is decoded and encoded anew: another spelling of the same bytes is the same."""
    path, mark, query = request.target.partition(b"?")
    if not query:
        return
    place = chance.randrange(len(query))
    request.target = path + mark + chance.choice([
        re.sub(rb"%..", lambda m: m[0].lower(), query),
        query[:place] + b"%%%02X" % query[place] + query[place + 1:] if query[place] not in b"&=%" else query,
        query.replace(b"%20", b"+", 1), query.replace(b"%", b"%25", 1), query.replace(b"%2F", b"/", 1),
        query + b"%", query + b"%4", query + b"%zz",
    ])


def breaks_the_method(request, chance):
    request.method = chance.choice(
        [b"PUT", b"DELETE", b"PATCH", request.method.lower(), b"GET" if request.method == b"POST" else b"POST"])


def the_form_of_the_target(request, chance):
    host = request.value(b"host")
    request.target = chance.choice([
        b"http://" + host + request.target, b"https://" + host + request.target, b"http://other.example" + request.target,
        b"http://user@" + host + request.target, b"HTTP://" + host + request.target, b"//" + host + request.target,
        request.target + b"#x", b"*", request.target[1:], b"ftp://" + host + request.target,
    ])


def the_version(request, chance):
    request.version = chance.choice([
        b"HTTP/1.0", b"HTTP/1.2", b"HTTP/2.0", b"http/1.1", b"RTSP/1.0", b"HTTP/1.1 ", b"HTTP/1", b"", b" HTTP/1.1"])


def a_byte_above_ascii_in_the_target(request, chance):
    place = chance.randrange(1, len(request.target) + 1)
    request.target = request.target[:place] + chance.choice([b"\xc3\xbc", b"\xf0\x9f\x98\x80"]) + request.target[place:]
