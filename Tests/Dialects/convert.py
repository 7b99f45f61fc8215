#!/usr/bin/env python3
"""Make other recorders' files of our recordings, so that each dialect is read from known exchanges.

    python3 Tests/Dialects/convert.py                 write the files of the small set below Tests/Dialects/files
    python3 Tests/Dialects/convert.py --check         make them in memory; fail if a byte differs from the files
    python3 Tests/Dialects/convert.py --all FOLDER    write every recording in every dialect below a folder

Needs nothing but Python. The forms are those that the recorders write: Tests/Dialects/README.md says where each is
from, and which of them are held against the recorder itself.
"""

import argparse
import pathlib
import sys

from dialects import cassettes, httprr, node, servers
from dialects.call import calls

HERE = pathlib.Path(__file__).resolve().parent
RECORDINGS = HERE.parents[1] / "recordings"

DIALECTS = {
    "vcrpy": cassettes.vcrpy,
    "ruby-vcr": cassettes.ruby,
    "ruby-vcr-exact": cassettes.ruby_exact,
    "betamax": cassettes.betamax,
    "go-vcr-1": cassettes.go_vcr_1,
    "go-vcr-3": cassettes.go_vcr_3,
    "httprr": httprr.lf,
    "httprr-gz": httprr.crlf,
    "nock": node.nock,
    "nock-gzip": node.nock_gzip,
    "polly": node.polly,
    "polly-gzip": node.polly_gzip,
    "polly-5": node.polly_5,
    "polly-5-gzip": node.polly_5_gzip,
    "wiremock": servers.wiremock,
    "wiremock-files": servers.wiremock_files,
    "hoverfly": servers.hoverfly,
}

# One recording for text, one for a stream, one for the same request with other answers.
SMALL_SET = ("hello", "retries", "stream-unknown")


def main() -> int:
    parser = argparse.ArgumentParser(description="Make other recorders' files of our recordings.")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true", help="compare with the files instead of writing them")
    mode.add_argument("--all", metavar="FOLDER", type=pathlib.Path, help="write every recording in every dialect here")
    arguments = parser.parse_args()
    if arguments.all:
        write(arguments.all, files(sorted(path.stem for path in RECORDINGS.glob("*.json"))))
        return 0
    made = files(SMALL_SET)
    if arguments.check:
        return check(made)
    write(HERE / "files", made)
    return 0


def files(names) -> dict[str, bytes]:
    """Every file by its path: the dialect's folder first."""
    made = {}
    for name in names:
        recorded = calls((RECORDINGS / f"{name}.json").read_bytes())
        for dialect, convert in DIALECTS.items():
            made |= {f"{dialect}/{path}": text for path, text in convert(recorded, name).items()}
    return made


def write(folder: pathlib.Path, made: dict[str, bytes]) -> None:
    for path, content in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def check(made: dict[str, bytes]) -> int:
    folder = HERE / "files"
    there = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    problems = [f"{path} is not remade" for path in sorted(there.keys() - made.keys())]
    problems += [f"{path} is missing" for path in sorted(made.keys() - there.keys())]
    problems += [f"{path} differs" for path in sorted(made.keys() & there.keys()) if made[path] != there[path]]
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(made)} files in {len(DIALECTS)} dialects")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
