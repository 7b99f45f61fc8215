#!/usr/bin/env python3
"""Make the recordings in this folder: requests of real clients, answers written from the API's description.

    python3 recordings/capture.py                 write recordings/*.json
    python3 recordings/capture.py --check         make them in memory; fail if a byte differs from the files
    python3 recordings/capture.py --against URL   repeat the calls against a server that has the recordings

Each call of `capturing/subjects/` is made by boto3, the AWS CLI or curl through a server of our own on loopback,
which keeps the request and sends the answer of the scenario. The client must understand that answer as botocore's
service model says it should, or nothing is written; and together the recordings must touch every member, form and
value of Converse in that model. The versions of the clients are pinned: another version may send other bytes.

With `--against` the server is, for example, `doctor serve --strict --recordings recordings` with the credentials
and all regions of the scenarios (`--regions` prints them): the same calls must then come to the same results.
"""

import argparse
import difflib
import pathlib
import sys

from capturing import clients, coverage, document, exact_json, judge
from capturing.clients import Route
from capturing.model import Call, Recording
from capturing.server import CapturingServer
from capturing.subjects import ALL_RECORDINGS

FOLDER = pathlib.Path(__file__).resolve().parent


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the recordings from requests of real clients.")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true", help="compare with the files instead of writing them")
    mode.add_argument("--against", metavar="URL", help="repeat the calls against this server, and write nothing")
    mode.add_argument("--regions", action="store_true", help="print the regions that the calls are signed for")
    arguments = parser.parse_args()

    if arguments.regions:
        print(",".join(sorted({call.region for recording in ALL_RECORDINGS for call in recording.calls})))
        return 0
    clients.isolate()
    problems = problems_of_the_machine() + problems_of_the_whole()
    if not problems and arguments.against:
        problems = repeat(Route(server=arguments.against))
    elif not problems:
        files, problems = capture()
        if not problems:
            problems = check(files) if arguments.check else write(files)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def problems_of_the_machine() -> list[str]:
    found = clients.versions()
    return [
        f"expected {name} {version}, found {found[name]}: another version may send other bytes"
        for name, version in clients.PINNED.items()
        if found[name] != version
    ]


def problems_of_the_whole() -> list[str]:
    """Names given twice, and what of the API no recording touches."""
    names = [recording.name for recording in ALL_RECORDINGS]
    problems = [
        f"two recordings are called {name}" for name in sorted({name for name in names if names.count(name) > 1})
    ]
    bodies = [
        (exact_json.read(call.text) if call.text else call.members, answer.body if answer.status == 200 else None)
        for recording in ALL_RECORDINGS
        for call in recording.calls
        for answer in call.answers
    ]
    return problems + [f"no recording touches {name}" for name in coverage.untouched(bodies)]


def capture() -> tuple[dict[str, str], list[str]]:
    """The texts of all files, and which answers a client did not understand."""
    files, problems = {}, []
    with CapturingServer() as server:
        for recording in ALL_RECORDINGS:
            exchanges = []
            for call, replies in calls(recording):
                server.expect(replies)
                outcome = clients.perform(call, Route(proxy=server.url))
                problems += judged(recording, call, replies, outcome)
                exchanges += zip(server.received(), call.answers, replies, strict=True)
            files[f"{recording.name}.json"] = document.text(recording, exchanges)
    files["README.md"] = document.readme((FOLDER / "README.md").read_text(encoding="utf-8"), ALL_RECORDINGS)
    return files, problems


def repeat(route: Route) -> list[str]:
    """Make every call once more, against a server that answers from the recordings."""
    problems, count = [], 0
    for recording in ALL_RECORDINGS:
        for call, replies in calls(recording):
            problems += judged(recording, call, replies, clients.perform(call, route))
            count += 1
    if not problems:
        print(f"{count} calls of {len(ALL_RECORDINGS)} recordings came to the same results")
    return problems


def calls(recording: Recording):
    """Each call with its answers as they go over the wire."""
    number = 0
    for call in recording.calls:
        replies = [document.reply(recording, number + place, answer) for place, answer in enumerate(call.answers)]
        number += len(replies)
        yield call, replies


def judged(recording: Recording, call: Call, replies: list, outcome: clients.Outcome) -> list[str]:
    request_id = dict(replies[-1].headers).get("x-amzn-RequestId")
    fault = judge.fault(call, call.answers[-1], request_id, outcome)
    return [f"{recording.name}: {fault}"] if fault else []


def write(files: dict[str, str]) -> list[str]:
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"wrote {len(files)} files")
    return stray(files)


def check(files: dict[str, str]) -> list[str]:
    """Which file differs, is missing, or stands here without a scenario."""
    problems = stray(files)
    for name, text in files.items():
        path = FOLDER / name
        if not path.exists():
            problems.append(f"{name}: missing")
        elif path.read_bytes() != text.encode():
            lines = difflib.unified_diff(
                path.read_text().splitlines(), text.splitlines(), "file", "remade", n=0, lineterm=""
            )
            problems.append("\n".join([f"{name}: differs", *list(lines)[:20]]))
    if not problems:
        print(f"{len(files)} files remade byte for byte")
    return problems


def stray(files: dict[str, str]) -> list[str]:
    return [f"{path.name}: no scenario makes it" for path in sorted(FOLDER.glob("*.json")) if path.name not in files]


if __name__ == "__main__":
    sys.exit(main())
