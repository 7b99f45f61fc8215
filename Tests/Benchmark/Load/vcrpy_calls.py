"""vcrpy with boto3 as a peer of `doctor replay`: Converse calls one after another, answered from a cassette.

usage: vcrpy_calls.py PORT COUNT ACCESS_KEY SECRET TOKEN; prints calls a second. The cassette is recorded from the mock
first, which is not timed; requests are told apart by their bodies, as the mock tells them.
"""

import sys
import tempfile

import vcr

import boto3_calls

port, count, *credentials = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    recorder = vcr.VCR(
        cassette_library_dir=folder, serializer="json",
        match_on=["method", "scheme", "host", "port", "path", "query", "body"],
    )  # fmt: skip
    with recorder.use_cassette("calls.json", record_mode="new_episodes"):
        boto3_calls.run(port, count, *credentials)
    with recorder.use_cassette("calls.json", record_mode="none"):
        print(boto3_calls.run(port, count, *credentials))
