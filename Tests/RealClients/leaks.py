"""Looks for a secret in what a program wrote, by undoing every way in which it may have been written."""

import base64
import binascii
import html
import re
import urllib.parse

# So much of a secret may be shown at its end; a piece of sixteen characters is none of chance.
SHOWN, PIECE = 4, 16
# What every session token of STS begins with.
COMMON = "IQoJb3JpZ2luX2Vj"


def forms(secret):
    """The secret as software writes it, by the name of the form."""
    raw = secret.encode()
    texts = {
        "plain": secret,
        "capitals": secret.upper(),
        "percent": urllib.parse.quote(secret, safe=""),
        "percent, small": re.sub("%..", lambda found: found[0].lower(), urllib.parse.quote(secret, safe="")),
        "percent, twice": urllib.parse.quote(urllib.parse.quote(secret, safe=""), safe=""),
        "percent, all": "".join(f"%{byte:02X}" for byte in raw),
        "hex": raw.hex(),
        "hex, capitals": raw.hex().upper(),
        "JSON": secret.replace("/", "\\/").replace("+", "\\u002b").replace("=", "\\u003D"),
        "JSON, twice": secret.replace("/", "\\\\/").replace("+", "\\\\u002b"),
        "base64 for URLs": base64.urlsafe_b64encode(b"#" + raw).decode(),
    }
    for before in range(3):
        texts[f"base64 behind {before}"] = base64.b64encode(b"#" * before + raw + b"after").decode()
    for name in ("plain", "hex", "base64 behind 1"):
        pieces = re.findall(".{1,19}", texts[name])
        for kind, between in {"lines": "\n", "indented": "\r\n    ", "escaped": "\\n"}.items():
            texts[f"{name}, {kind}"] = between.join(pieces)
    return texts


def found(secret, output):
    """The pieces of a secret that can be read from an output, which is bytes or text."""
    text = output.decode("utf-8", "replace") if isinstance(output, bytes) else output
    folded = secret.removeprefix(COMMON).lower()[:-SHOWN]
    pieces = {folded[at:at + PIECE] for at in range(0, len(folded) - PIECE + 1)}
    return sorted({piece for reading in readings(text) for piece in pieces if piece in reading})


def readings(text):
    """The text, and what it can be decoded to; small letters, and no white space."""
    seen, waiting = set(), [text]
    while waiting:
        current = waiting.pop()
        if current in seen or len(seen) > 400:
            continue
        seen.add(current)
        waiting += [urllib.parse.unquote(current, "latin-1"), html.unescape(current), json_unescaped(current)]
        bare = re.sub(r"\s", "", current)
        yield bare.lower()
        if current is text or bare != current:
            waiting.append(bare)
    for current in list(seen):
        for run in re.findall(r"[0-9A-Fa-f]{32,}", current):
            for start in (0, 1):
                even = run[start:len(run) - (len(run) - start) % 2]
                yield binascii.unhexlify(even).decode("latin-1").lower()
        for run in re.findall(r"[A-Za-z0-9+/_-]{22,}", current):
            standard = run.replace("-", "+").replace("_", "/")
            for start in range(4):
                part = standard[start:]
                part = part[:len(part) - len(part) % 4]
                yield base64.b64decode(part).decode("latin-1").lower()


def json_unescaped(text):
    text = re.sub(r"\\+u00([0-9A-Fa-f]{2})", lambda match: chr(int(match[1], 16)), text)
    return re.sub(r"\\+([/\"])", r"\1", re.sub(r"\\+[nrt]", " ", text))
