"""Reports against their published schemas: by jsonschema, and closed.

The schemas are open, because members may be added. A member that is added in this repository must be added to them, too:
here every object is closed before anything is validated.

    python report_schema.py DIRECTORY     validates the reports (.json) and streams (.jsonl) in it
"""

import copy
import json
import pathlib
import sys

from jsonschema import Draft202012Validator, FormatChecker

SCHEMAS = pathlib.Path(__file__).resolve().parents[2] / ".github/schemas"
REPORT = json.loads((SCHEMAS / "report-1.json").read_text())
LINES = json.loads((SCHEMAS / "lines-1.json").read_text())
ADMIN = json.loads((SCHEMAS / "admin-1.json").read_text())


def closed(schema):
    """The schema with no room for what it does not name: neither members, nor words of a list of examples."""
    schema = copy.deepcopy(schema)

    def close(node, name=None):
        if isinstance(node, list):
            for part in node:
                close(part)
        elif isinstance(node, dict):
            if "properties" in node and "type" in node:
                node.setdefault("additionalProperties", False)
            if name in ("verdict", "check") and "examples" in node:
                node["enum"] = node["examples"]
            for key, part in node.items():
                close(part, key)

    close(schema)
    return schema


def validator(schema):
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


OPEN_REPORT, CLOSED_REPORT = validator(REPORT), validator(closed(REPORT))
OPEN_LINE = validator(LINES)
RESULTS = {
    name: validator({"$ref": f"#/$defs/{name}", "$defs": closed(REPORT)["$defs"]})
    for name in ("finding", "model", "case")
}
ENDS = {name: validator({"$ref": f"#/$defs/{name}", "$defs": closed(LINES)["$defs"]}) for name in ("start", "end")}


def expect(condition, words):
    if not condition:
        raise AssertionError(words)


ADMIN_PLACES = {name: validator({"$ref": f"#/$defs/{name}", "$defs": closed(ADMIN)["$defs"]}) for name in ADMIN["$defs"]}


def check_admin(path, answer):
    """Checks what the admin endpoint tells at a path."""
    place = path.split("?")[0].split("/")
    name = "request" if place[0] == "journal" and len(place) > 1 else place[0] or "index"
    ADMIN_PLACES["server" if name == "status" else name].validate(answer)


def check_report(text):
    """The report; AssertionError or ValidationError for one that is none."""
    report = json.loads(text)
    OPEN_REPORT.validate(report)
    CLOSED_REPORT.validate(report)
    statuses = [result["status"] for part in ("findings", "models", "cases") for result in report[part]]
    for status, count in report["summary"].items():
        expect(statuses.count(status) == count, f"the summary has {count} {status}, the results {statuses.count(status)}")
    return report


def check_lines(text):
    """The lines of a whole stream."""
    expect(text.endswith("\n"), "the last line is not whole")
    lines = [json.loads(line) for line in text.removesuffix("\n").split("\n")]
    for line in lines:
        OPEN_LINE.validate(line)
        kind = line["type"]
        if kind in ENDS:
            ENDS[kind].validate(line)
        else:
            RESULTS[kind].validate({name: value for name, value in line.items() if name != "type"})
    kinds = [line["type"] for line in lines]
    expect(kinds[0] == "start" and kinds[-1] == "end", f"it begins with {kinds[0]} and ends with {kinds[-1]}")
    expect(not {"start", "end"} & set(kinds[1:-1]), "a stream begins and ends once")
    statuses = [line["status"] for line in lines[1:-1]]
    for status, count in lines[-1]["summary"].items():
        expect(statuses.count(status) == count, f"the end has {count} {status}, the lines {statuses.count(status)}")
    return lines


def main(directory):
    files = sorted(path for path in pathlib.Path(directory).iterdir() if path.suffix in (".json", ".jsonl"))
    commands = {}
    for path in files:
        text = path.read_text()
        try:
            if path.suffix == ".json":
                name = check_report(text)["command"]
            else:
                name = check_lines(text)[0]["command"]
        except Exception as fault:
            sys.exit(f"{path}: {fault}")
        commands[name] = commands.get(name, 0) + 1
    if not files:
        sys.exit(f"{directory}: expected reports, found none")
    print(f"{len(files)} reports keep to their schemas: " + ", ".join(f"{n} {c}" for c, n in sorted(commands.items())))


if __name__ == "__main__":
    main(sys.argv[1])
