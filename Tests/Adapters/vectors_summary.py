"""Sums up the matrices of signers and verifiers that `doctor merge` has made: `vectors_summary.py REPORT...`.

Of each file of vectors it shows how many every adapter passes; what failed comes after, cause by cause.
"""

import collections
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPRODUCTION = """Each is reproduced without doctor by `python reproduce_signer.py CASE -- ADAPTER`, where the case has no options,
and with it by `doctor conformance signer --run CASE -- ADAPTER`, which names the cause and the stage. What a cause means:
`doctor explain CODE`. `known/` has the reasons."""


def main(*paths):
    adapters, cases = [], collections.defaultdict(list)
    for path in paths:
        report = json.loads(pathlib.Path(path).read_text("utf-8"))
        adapters += report["adapters"]
        for case in report["cases"]:
            # Of one adapter alone the report says whose they are elsewhere.
            cases[case.get("adapter") or label(report["adapters"][0])].append(case)
    print("## Signers and verifiers\n")
    table(["software", "role", "version", "language", "passed", "failed", "not asked", "no verdict"],
          [[each["name"], each["role"], each.get("version"), each.get("language"), *counts(cases[label(each)])]
           for each in adapters])
    vectors(adapters, cases)
    print(f"### What signers and verifiers fail\n\n{REPRODUCTION}\n")
    for each in adapters:
        failures(label(each), cases[label(each)])


def label(adapter):
    return " ".join(part for part in (adapter["name"], adapter.get("version")) if part)


def counts(cases):
    found = collections.Counter(case["status"] for case in cases)
    return [found["pass"] + found["warn"], *(found[status] or "" for status in ("fail", "skip", "unknown"))]


def table(heads, rows):
    print("| " + " | ".join(heads) + " |\n|" + " --- |" * len(heads))
    for row in rows:
        print("| " + " | ".join("" if cell is None else str(cell) for cell in row) + " |")
    print()


def vectors(adapters, cases):
    """Passed of asked, for each file of vectors."""
    families = {}
    for path in sorted((ROOT / "vectors").glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        families |= {test["id"]: path.stem for group in document["groups"] for test in group["tests"]}
    rows = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
    for each in adapters:
        for case in cases[label(each)]:
            rows[families.get(case["id"], "other")][label(each)][case["status"]] += 1
    table(["vectors", *(label(each) for each in adapters)],
          [[family, *(passed(found[label(each)]) for each in adapters)] for family, found in sorted(rows.items())])


def passed(found):
    asked = sum(found.values()) - found["skip"]
    return f"{found['pass'] + found['warn']} of {asked}" if asked else "–"


def failures(name, cases):
    causes = collections.defaultdict(list)
    for case in cases:
        if case["status"] == "fail":
            words = (case["message"] or "").split("\n")[0][:200]
            causes[f"`{case['code']}`" if case.get("code") else words].append(case["id"])
    if not causes:
        return
    print(f"**{name}**\n")
    for words, ids in causes.items():
        shown = ", ".join(f"`{id}`" for id in ids[:6]) + (f" and {len(ids) - 6} more" if len(ids) > 6 else "")
        print(f"- {shown}: {words}")
    print()


if __name__ == "__main__":
    main(*sys.argv[1:])
