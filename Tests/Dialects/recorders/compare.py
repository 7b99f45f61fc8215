#!/usr/bin/env python3
"""Let the recorders themselves record our exchanges, and see that `doctor record` reads them as they were.

    python3 Tests/Dialects/recorders/compare.py --doctor PATH [--keep FOLDER] [NAME...]

A server on loopback gives the answers of all recordings in their order; each recorder's client makes the calls. What the
tool has written is imported and compared with the recordings, body by body, streams byte by byte. A recorder that is not
installed is left out, and said so; those that are named must be there.
"""

import argparse
import base64
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / "recordings"))
from capturing import exact_json  # noqa: E402
from capturing.server import CapturingServer, Reply  # noqa: E402

# By name: what says whether the recorder is there, the command without its arguments, the file it writes, the last
# argument, and whether it keeps numbers as JavaScript has them.
GO = {"GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": ""}
NODE = {"NODE_PATH": "/usr/share/nodejs:/usr/lib/nodejs"}
RECORDERS = {
    "vcrpy": ([sys.executable, "-c", "import vcr"], [sys.executable, "with_vcrpy.py"], "all.yaml", [], {}),
    "betamax": ([sys.executable, "-c", "import betamax"], [sys.executable, "with_betamax.py"], "all.json", [], {}),
    "ruby-vcr": (["ruby", "-e", "require 'vcr'"], ["ruby", "with_vcr.rb"], "all.yml", [], {}),
    "ruby-vcr-exact": (["ruby", "-e", "require 'vcr'"], ["ruby", "with_vcr.rb"], "exact.yml", ["exact"], {}),
    "go-vcr": (["test", "-d", "/usr/share/gocode/src/github.com/dnaeon/go-vcr"],
               ["go", "run", "with_go_vcr/main.go"], "all.yaml", [], GO),
    "httprr": (["go", "version"], ["go", "run", "with_httprr/main.go"], "all.httprr", [], GO),
    "nock": (["node", "-e", "require('nock')"], ["node", "with_nock.js"], "all.json", [], NODE),
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare what recorders write of our recordings with the recordings.")
    parser.add_argument("--doctor", required=True, type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path, help="leave the recorders' files in this folder")
    parser.add_argument("names", nargs="*", choices=[[], *RECORDERS])
    arguments = parser.parse_args()
    recorded = [
        exchange
        for path in sorted((ROOT / "recordings").glob("*.json"))
        for exchange in exact_json.read(path.read_bytes())["exchanges"]
    ]
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments.names or RECORDERS:
            if not is_there(name):
                print(f"{name}: left out, since it is not installed")
                failures += name in arguments.names
                continue
            home = (arguments.keep or pathlib.Path(folder)) / name
            home.mkdir(parents=True, exist_ok=True)
            problems = differences(name, recorded, home, arguments.doctor.resolve())
            print(f"{name}: {len(recorded)} exchanges, {len(problems)} differences")
            for problem in problems[:20]:
                print(f"  {problem}")
            failures += bool(problems)
    return 1 if failures else 0


def is_there(name: str) -> bool:
    probe, _, _, _, environment = RECORDERS[name]
    try:
        return subprocess.run(probe, capture_output=True, env=os.environ | environment).returncode == 0
    except FileNotFoundError:
        return False


def differences(name: str, recorded: list[dict], home: pathlib.Path, doctor: pathlib.Path) -> list[str]:
    _, command, file, more, environment = RECORDERS[name]
    out = home / file
    out.unlink(missing_ok=True)
    (home / "calls.json").write_text(json.dumps([call(exchange) for exchange in recorded]))
    with CapturingServer() as server:
        server.expect([reply(exchange) for exchange in recorded])
        subprocess.run(
            [*command, str(home / "calls.json"), server.url, str(out), *more], cwd=HERE, check=True,
            env=os.environ | environment | {"GOCACHE": str(home / "cache")},
        )
        server.received()
    imported = home / "imported.json"
    subprocess.run([doctor, "record", out, "--into", imported], check=True, capture_output=True)
    found = exact_json.read(imported.read_bytes())["exchanges"]
    if len(found) != len(recorded):
        return [f"{len(found)} of {len(recorded)} exchanges were read"]
    problems = []
    for number, (one, other) in enumerate(zip(found, recorded)):
        for part in ("request", "response"):
            if meaning(one[part], name) != meaning(other[part], name):
                problems.append(f"exchange {number + 1}, {other['request']['target']}: the {part} differs")
    return problems


def call(exchange: dict) -> dict:
    request = exchange["request"]
    return {
        "method": request["method"], "target": request["target"],
        "headers": {header["name"]: header["value"] for header in request.get("headers", [])},
        "body": base64.b64encode(wire(request)).decode(),
    }


def reply(exchange: dict) -> Reply:
    response = exchange["response"]
    headers = [(header["name"], header["value"]) for header in response.get("headers", [])]
    stream = response.get("body", {}).get("stream")
    chunks = stream and tuple(base64.b64decode(chunk["base64"]) for chunk in stream)
    return Reply(int(response["status"].literal), headers, b"" if chunks else wire(response), chunks)


def wire(message: dict) -> bytes:
    match message.get("body", {}):
        case {"json": value}:
            return exact_json.compact(value).encode()
        case {"text": text}:
            return text.encode()
        case {"stream": chunks}:
            return b"".join(base64.b64decode(chunk["base64"]) for chunk in chunks)
    return b""


def meaning(message: dict, name: str):
    """What must survive: target, status, body, and the headers that a recording keeps."""
    body = message.get("body", {})
    content = wire(message) if "json" not in body else numbers(body["json"], name == "nock")
    headers = {header["name"].lower(): header["value"] for header in message.get("headers", [])}
    status = message.get("status")
    target = message.get("target")
    # WebMock resolves escapes that need not be, and VCR has the address from it.
    if target and name.startswith("ruby"):
        target = urllib.parse.unquote(target)
    return (
        target, status and status.literal, content,
        # A client adds what it accepts.
        {key: value for key, value in headers.items() if key != "accept"},
    )


def numbers(value, rounded: bool):
    match value:
        case exact_json.Number(literal):
            number = float(literal)
            if not rounded:
                return ("number", literal)
            return None if number in (float("inf"), float("-inf")) else ("number", number)
        case dict():
            return {name: numbers(member, rounded) for name, member in value.items()}
        case list():
            return [numbers(element, rounded) for element in value]
    return value


if __name__ == "__main__":
    sys.exit(main())
