"""Records with betamax, bodies as they are: CALLS URL OUT."""

import pathlib
import sys

import betamax
import common
import requests



class Never(betamax.BaseMatcher):
    """No request is one that was recorded before: betamax would put its answer in the place of the earlier one."""

    name = "never"

    def match(self, request, recorded_request):
        return False


calls, url, out = common.arguments(sys.argv)
betamax.Betamax.register_request_matcher(Never)
path = pathlib.Path(out)
session = requests.Session()
recorder = betamax.Betamax(
    session, cassette_library_dir=str(path.parent), default_cassette_options={"preserve_exact_body_bytes": True}
)
with recorder.use_cassette(path.stem, record="all", match_requests_on=["never"]):
    for call in calls:
        session.request(call["method"], url + call["target"], headers=call["headers"], data=common.body(call))
