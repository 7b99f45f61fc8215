#!/usr/bin/env python3
"""Make the typed shapes of the API and the table of its constraints from botocore's service model.

    python3 Sources/ServiceModel/generate.py            write the files
    python3 Sources/ServiceModel/generate.py --check    make them in memory; fail if a byte differs from the files
    python3 Sources/ServiceModel/generate.py --pin      print the version of botocore that is expected
    python3 Sources/ServiceModel/generate.py --model FILE   take the model from a file (`service-2.json`) instead

It writes `Sources/ConverseAPI/Shapes/`, where every file is generated, and `BedrockRuntimeTable.swift` beside this
program. Only what the operations in `generator/model.py` can reach is made.

What a shape or a member is for is said in our own words in `generator/words.json`. A member without words is made
all the same, with its constraints alone; both forms of the command list it on standard output, together with words
whose member is gone. Neither is an error: the exit status is 1 only where a file differs or the model cannot be read.

botocore need not be imported, only be found; its version is pinned here, apart from the one that makes the vectors:

    python3 -m pip install --no-deps --target .build-model "botocore==$(python3 Sources/ServiceModel/generate.py --pin)"
    PYTHONPATH=.build-model python3 Sources/ServiceModel/generate.py --check
"""

import argparse
import pathlib
import sys

from generator import model, swift, table, words

PINNED_BOTOCORE = "1.44.8"
HERE = pathlib.Path(__file__).resolve().parent
SHAPES = HERE.parent / "ConverseAPI" / "Shapes"
TABLE = HERE / "BedrockRuntimeTable.swift"


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the API's shapes and their table from botocore's model.")
    parser.add_argument("--check", action="store_true", help="compare with the files instead of writing them")
    parser.add_argument("--pin", action="store_true", help="print the version of botocore that is expected")
    parser.add_argument("--model", type=pathlib.Path, help="a service-2.json, instead of botocore's")
    arguments = parser.parse_args()
    if arguments.pin:
        print(PINNED_BOTOCORE)
        return 0

    try:
        source = model.read(arguments.model) if arguments.model else model.of_botocore(PINNED_BOTOCORE)
        reached = model.Reached(source)
        vocabulary = words.Words(HERE / "generator" / "words.json")
        files = {SHAPES / name: text for name, text in swift.files(reached, vocabulary).items()}
        files[TABLE] = table.text(reached)
    except model.Unusable as fault:
        print(fault, file=sys.stderr)
        return 1

    for line in vocabulary.missing + vocabulary.left_over():
        print(line)
    return check(files) if arguments.check else write(files)


def check(files: dict[pathlib.Path, str]) -> int:
    differing = [path for path, text in files.items() if not path.exists() or path.read_text() != text]
    differing += strangers(files)
    for path in differing:
        print(f"{path.relative_to(HERE.parent.parent)} is not what the model gives: run {HERE.name}/generate.py")
    return 1 if differing else 0


def write(files: dict[pathlib.Path, str]) -> int:
    SHAPES.mkdir(exist_ok=True)
    for path in strangers(files):
        path.unlink()
    for path, text in files.items():
        if not path.exists() or path.read_text() != text:
            path.write_text(text)
    return 0


def strangers(files: dict[pathlib.Path, str]) -> list[pathlib.Path]:
    """Files in the folder of generated files that nothing generates any more."""
    return [path for path in sorted(SHAPES.glob("*.swift")) if path not in files]


if __name__ == "__main__":
    sys.exit(main())
