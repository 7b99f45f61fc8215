#!/usr/bin/env python3
"""Make the signing vectors in this folder, with botocore as the oracle.

    python3 vectors/generate.py           write vectors/*.json
    python3 vectors/generate.py --check   make them in memory; fail if a byte differs from the files

Every expected canonical request, string to sign, signature and Authorization value comes from `botocore.auth`
at a fixed time, never from this project's signer. The version is pinned below: another botocore may be right
too, but then its files must be looked at, not overwritten by accident.

The format is described in README.md; `generator/oracle.py` lists the few places where botocore cannot express a
case and the one rule that is replaced there; each file of vectors has its module in `generator/subjects/`.
"""

import argparse
import json
import pathlib
import sys

import botocore

from generator import flags
from generator.document import VectorFile
from generator.subjects import ALL_SUBJECTS
from generator.subjects.converse_paths import PUBLISHED

PINNED_BOTOCORE = "1.43.11"
FOLDER = pathlib.Path(__file__).resolve().parent


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the signing vectors with botocore as the oracle.")
    parser.add_argument("--check", action="store_true", help="compare with the files instead of writing them")
    arguments = parser.parse_args()

    if botocore.__version__ != PINNED_BOTOCORE:
        print(
            f"expected botocore {PINNED_BOTOCORE}, found {botocore.__version__}: "
            f"pip install botocore=={PINNED_BOTOCORE}",
            file=sys.stderr,
        )
        return 1

    files = {f"{subject.NAME}.json": VectorFile(subject).text() for subject in ALL_SUBJECTS}
    problems = problems_of_the_whole([json.loads(text) for text in files.values()])
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    return check(files) if arguments.check else write(files)


def problems_of_the_whole(documents: list[dict]) -> list[str]:
    """Ids given twice, notes of flags that no test has, and published signatures that the oracle no longer gives."""
    tests = [test for document in documents for group in document["groups"] for test in group["tests"]]
    ids = [test["id"] for test in tests]
    problems = [f"two tests have the id {name}" for name in sorted({name for name in ids if ids.count(name) > 1})]
    problems += [f"no test has the flag {flag}" for flag in flags.unused({f for test in tests for f in test["flags"]})]
    signatures = {test["id"]: test.get("expected", {}).get("signature") for test in tests}
    problems += [
        f"{name}: published is {published}, botocore gives {signatures.get(name)}"
        for name, published in PUBLISHED.items()
        if signatures.get(name) != published
    ]
    return problems


def write(files: dict[str, str]) -> int:
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"wrote {name}")
    return 0


def check(files: dict[str, str]) -> int:
    """Fail on a file that differs, is missing, or stands here without a module that makes it."""
    problems = []
    for name, text in files.items():
        path = FOLDER / name
        if not path.exists():
            problems.append(f"{name}: missing")
        elif path.read_bytes() != text.encode("utf-8"):
            problems.append(f"{name}: {first_difference(path.read_bytes(), text.encode('utf-8'))}")
    problems += [f"{path.name}: no module makes it" for path in sorted(FOLDER.glob("*.json")) if path.name not in files]
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print("run python3 vectors/generate.py, then read the difference before committing it", file=sys.stderr)
        return 1
    print(f"{len(files)} files remade byte for byte")
    return 0


def first_difference(found: bytes, made: bytes) -> str:
    for number, (left, right) in enumerate(zip(found.splitlines(), made.splitlines()), start=1):
        if left != right:
            return f"line {number} differs: the file has {left!r}, the generator makes {right!r}"
    return f"the file has {len(found)} bytes, the generator makes {len(made)}"


if __name__ == "__main__":
    sys.exit(main())
