"""vcrpy with boto3 as a peer of `doctor replay`: Converse calls one after another, answered from a cassette.

usage: vcrpy_calls.py PORT COUNT ACCESS_KEY SECRET TOKEN; prints calls a second. The cassette is recorded from the mock
first, which is not timed; requests are told apart by their bodies, as the mock tells them. vcrpy looks through the whole
cassette for each call, so that it would be slower still with more than these few.
"""

import sys
import tempfile

import vcr

import boto3_calls

MOST = 100

port, count, *credentials = sys.argv[1:]
count = str(min(int(count), MOST))
with tempfile.TemporaryDirectory() as folder:
    # As YAML, since boto3 gives bodies as bytes, which JSON cannot hold.
    recorder = vcr.VCR(
        cassette_library_dir=folder, match_on=["method", "scheme", "host", "port", "path", "query", "body"],
    )  # fmt: skip
    with recorder.use_cassette("calls.yaml", record_mode="new_episodes"):
        boto3_calls.run(port, count, *credentials)
    with recorder.use_cassette("calls.yaml", record_mode="none"):
        print(boto3_calls.run(port, count, *credentials))
