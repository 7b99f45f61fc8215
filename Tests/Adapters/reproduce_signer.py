"""What MATRIX.md says of published signers, once more without doctor: `reproduce_signer.py CASE -- ADAPTER...`.

Of the vector CASE the adapter gets the request, and hmac_verifier.py, which stands on Python's standard library, says whether a
service with Bedrock's rules accepts what it would send. Cases with options (S3's rules, presigned requests) are left to doctor.

    python3 reproduce_signer.py converse-colon-encoded -- PYTHON httpx_signer.py
"""

import base64
import json
import pathlib
import subprocess
import sys

import hmac_verifier

VECTORS = pathlib.Path(__file__).resolve().parents[2] / "vectors"


def vector(id):
    for path in VECTORS.glob("*.json"):
        for group in json.loads(path.read_text("utf-8"))["groups"]:
            for test in group["tests"]:
                if test["id"] == id and group["kind"] == "signing" and not test.get("options"):
                    return test
    sys.exit(f"there is no vector {id} for signers without options")


def request_of(test):
    described, body = dict(test["request"]), test["request"].get("body")
    if body is not None:
        content = bytes.fromhex(body["hex"]) if "hex" in body else body["text"].encode() * body.get("times", 1)
        described["body"] = base64.b64encode(content).decode()
    return described


def signed(adapter, test):
    """What the adapter answers, in the protocol of README.md."""
    case = {name: test[name] for name in ("id", "credentials", "region", "service", "time")}
    lines = [{"protocol": "bedrock-conformance/1", "role": "signer"},
             {**case, "request": request_of(test), "options": {}}, {"end": True}]
    told = subprocess.run(
        adapter, input="".join(json.dumps(line) + "\n" for line in lines), capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in told.splitlines()]


def main(id, adapter):
    test = vector(id)
    hello, answer = signed(adapter, test)
    print(f"{hello['name']} {hello['version']} at {id}: {test['comment']}")
    if "target" not in answer:
        return print(json.dumps(answer))
    sent = {**request_of(test), "target": answer["target"], "headers": answer["headers"]}
    dates = [value for name, value in answer["headers"] if name.lower() == "x-amz-date"]
    verdict = hmac_verifier.verify({
        "request": sent, "credentials": test["credentials"], "region": test["region"], "service": test["service"],
        "now": dates[0] if dates else test["time"]})
    print(f"{sent['method']} {sent['target']}")
    print("\n".join(f"{name}: {value}" for name, value in sent["headers"]))
    print(f"{verdict['verdict']}{': ' + verdict['reason'] if 'reason' in verdict else ''}")


if __name__ == "__main__":
    if len(sys.argv) < 4 or sys.argv[2] != "--":
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[3:])
