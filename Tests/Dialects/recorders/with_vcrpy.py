"""Records with VCR.py: CALLS URL OUT."""

import sys

import common
import vcr

calls, url, out = common.arguments(sys.argv)
with vcr.VCR(record_mode="all").use_cassette(out):
    for call in calls:
        common.send(call, url)
