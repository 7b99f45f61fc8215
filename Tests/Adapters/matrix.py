"""Makes the matrix of MATRIX.md from the reports of Tests/Adapters/run: `matrix.py DIRECTORY`.

Of clients every scenario is shown, of signers and verifiers each file of vectors; what failed comes after, cause by cause.
"""

import collections
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORDS = {"pass": "ok", "warn": "warn", "fail": "FAIL", "skip": "–", "unknown": "?"}
HEAD = """# What published signers, verifiers and clients do

Made by `Tests/Adapters/matrix` on {date} with doctor {version}; every line is what was observed then, with the versions that
stand here. `ok`: as the rule says. `FAIL`: a `must` is broken. `warn`: a `should` is. `remark`: a `may` is. `–`: not asked, since
the software cannot do it or its adapter cannot express it. `?`: nothing to judge. A scenario's rule and source stand in its
file, `recordings/scenarios/ID.json`.
"""

SHOWN = {
    "client": """Each is reproduced without doctor by `python reproduce.py CLIENT CASE`, with the Python of the client's
environment, and with it by `doctor conformance client --run CASE -- ADAPTER`.""",
    "signer": """Each is reproduced without doctor by `python reproduce_signer.py CASE -- ADAPTER`, where the case has no options,
and with it by `doctor conformance signer --run CASE -- ADAPTER`, which names the cause and the stage. What a cause means:
`doctor explain CODE`. `known/` has the reasons.""",
}


def main(directory):
    reports = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(pathlib.Path(directory).glob("*.json"))}
    clients = {name: report for name, report in reports.items() if name.endswith("_client")}
    signers = {name: report for name, report in reports.items() if name.endswith(("_signer", "_verifier"))}
    first = next(iter(reports.values()))
    version, date = first["tool"]["version"], max(report["startedAt"] for report in reports.values())[:10]
    print(HEAD.format(date=date, version=version))
    print("## Clients\n")
    overview(clients)
    scenarios(clients)
    failures("What clients fail", clients, "client")
    print("## Signers and verifiers\n")
    overview(signers)
    vectors(signers)
    failures("What signers and verifiers fail", signers, "signer")


def named(report):
    """Name and version as the adapter told them."""
    note = next(note for note in report["notes"] if note.startswith("adapter: "))
    return re.fullmatch(r"adapter: (.*) (\S+) \((.*)\)", note).groups()


def table(heads, rows):
    print("| " + " | ".join(heads) + " |\n|" + " --- |" * len(heads))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    print()


def overview(reports):
    rows = []
    for key, report in reports.items():
        name, version, language = named(report)
        counts = report["summary"]
        rows.append([f"`{key}`", name, version, language, counts["pass"], counts["fail"] or "", counts["warn"] or "",
                     counts["skip"] or "", counts["unknown"] or ""])
    table(["adapter", "software", "version", "language", "passed", "failed", "warned", "not asked", "no verdict"], rows)


def word(case):
    if case is None:
        return "–"
    return "remark" if case["status"] == "pass" and case["stage"] else WORDS[case["status"]]


def scenarios(reports):
    cases = {key: {case["id"]: case for case in report["cases"]} for key, report in reports.items()}
    ids = sorted({id for found in cases.values() for id in found})
    short = {key: key.removesuffix("_client") for key in reports}
    for family in sorted({id.partition("/")[0] for id in ids}):
        rows = []
        for id in (id for id in ids if id.startswith(family + "/")):
            scenario = json.loads((ROOT / "recordings/scenarios" / f"{id}.json").read_text("utf-8"))
            rows.append([id.partition("/")[2], scenario["level"], *(word(cases[key].get(id)) for key in reports)])
        table([family, "level", *(short[key] for key in reports)], rows)


def vectors(reports):
    """Passed of asked, for each file of vectors."""
    families = {}
    for path in sorted((ROOT / "vectors").glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        families |= {test["id"]: path.stem for group in document["groups"] for test in group["tests"]}
    rows = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
    for key, report in reports.items():
        for case in report["cases"]:
            rows[families.get(case["id"], "other")][key][case["status"]] += 1
    short = {key: key.removesuffix("_signer") for key in reports}
    table(["vectors", *(short[key] for key in reports)],
          [[family, *(counted(found[key]) for key in reports)] for family, found in sorted(rows.items())])


def counted(counts):
    asked = sum(counts.values()) - counts["skip"]
    return f"{counts['pass'] + counts['warn']} of {asked}" if asked else "–"


def failures(title, reports, role):
    print(f"### {title}\n\n{SHOWN[role]}\n")
    for key, report in reports.items():
        causes = collections.defaultdict(list)
        for case in report["cases"]:
            if case["status"] == "fail":
                causes[cause(case, role)].append(case["id"])
        if not causes:
            continue
        name, version, _ = named(report)
        print(f"**{name} {version}** (`{key}`)\n")
        for words, ids in causes.items():
            shown = ", ".join(f"`{id}`" for id in ids[:6]) + (f" and {len(ids) - 6} more" if len(ids) > 6 else "")
            print(f"- {shown}: {words}")
        print()


def cause(case, role):
    lines = (case["message"] or "").split("\n")
    if role == "client":
        # What was expected and found, without the rule and its source.
        kept = [line for line in lines if not re.match(r"(must|source): ", line)]
        return "; ".join(line.strip() for line in kept)[:300]
    return f"`{case['code']}`" if case.get("code") else lines[0][:200]


if __name__ == "__main__":
    main(sys.argv[1])
