"""Changes of the body and of what delimits it; named as in header_changes.py."""

import hashlib


def breaks_the_body(request, chance):
    body = bytearray(request.body or b"{}")
    place = chance.randrange(len(body))
    changed = chance.choice([
        bytes(body[:place]) + bytes([body[place] ^ 1]) + bytes(body[place + 1:]), bytes(body) + b"\n", b"\xef\xbb\xbf" + body,
        bytes(body[:-1]), b" " + bytes(body)])
    request.body = changed
    request.set(b"content-length", b"%d" % len(changed))


def breaks_with_the_hash_of_another_body(request, chance):
    """The hash that the header declares is that of the body; the signature is over another one."""
    request.body = b'{"messages":[]}'
    request.set(b"content-length", b"%d" % len(request.body))
    request.lines.append(b"X-Amz-Content-SHA256: " + hashlib.sha256(request.body).hexdigest().encode())


def the_declared_hash(request, chance):
    right = hashlib.sha256(request.body).hexdigest().encode()
    request.lines.append(b"X-Amz-Content-SHA256: " + chance.choice(
        [right, right.upper(), b"UNSIGNED-PAYLOAD", b"STREAMING-AWS4-HMAC-SHA256-PAYLOAD", b"", b"0" * 64]))


def in_chunks(request, chance):
    body = request.body
    cut = chance.randrange(len(body) + 1)
    extension = chance.choice([b"", b";x=1", b' ; x="y"'])
    pieces = [piece for piece in (body[:cut], body[cut:]) if piece]
    coded = b"".join(b"%x%s\r\n%s\r\n" % (len(piece), extension, piece) for piece in pieces)
    end = chance.choice([b"0\r\n\r\n", b"0\r\nX-Trailer: 1\r\n\r\n", b"000\r\n\r\n"])
    request.drop(b"content-length")
    request.lines.append(b"Transfer-Encoding: " + chance.choice([b"chunked", b"Chunked"]))
    request.body = coded + end


def breaks_the_chunks(request, chance):
    in_chunks(request, chance)
    request.body = chance.choice([
        b"0x1\r\n{\r\n0\r\n\r\n", b"-1\r\n\r\n", b"zz\r\n\r\n0\r\n\r\n", request.body[:-2], b"5\r\n{}\r\n0\r\n\r\n",
        b"ffffffffffffffffff\r\n{}\r\n0\r\n\r\n", b"+2\r\n{}\r\n0\r\n\r\n"])


def the_length(request, chance):
    right = b"%d" % len(request.body)
    request.set(b"content-length", chance.choice([
        right + b" ", right + b"\t", b"00" + right, b"+" + right, b"0x" + right, right + b"," + right, right + b", " + right,
        b"-" + right, b"", right + b".0", b"1e2", b"99999999999999999999", right + b" 1", b"\xd9\xa1",
        b"%d" % (len(request.body) + 1)]))


def the_length_twice(request, chance):
    right = b"%d" % len(request.body)
    request.set(b"content-length", right)
    request.lines.append(b"Content-Length: " + chance.choice([right, b"0", b"%d" % (len(request.body) + 1), right + b" "]))


def breaks_the_coding_of_the_body(request, chance):
    request.set(b"content-length", b"%d" % len(request.body))
    request.lines.append(b"Transfer-Encoding: " + chance.choice([
        b"chunked", b"identity", b"gzip", b"chunked, chunked", b"xchunked", b"\x0bchunked", b"", b"chunked;x"]))


def keeps_a_coding_that_is_named_only(request, chance):
    # What is signed are the bytes as they come: their coding is for whoever reads them.
    request.lines.append(b"Content-Encoding: identity")


def a_second_request_in_the_body(request, chance):
    """Bytes behind the request are another one, which says nothing about the first."""
    request.body += b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
