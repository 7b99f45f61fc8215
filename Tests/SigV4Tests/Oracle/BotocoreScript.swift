/// The Python side of the live comparison: signs each case it reads from standard input with botocore.
///
/// Bytes travel as Latin-1 text, one character a byte, so that JSON carries them unchanged.
let botocoreScript = #"""
    import datetime, json, sys
    import botocore.auth as auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials

    SIGNERS = {
        "header": auth.SigV4Auth, "query": auth.SigV4QueryAuth,
        "s3-header": auth.S3SigV4Auth, "s3-query": auth.S3SigV4QueryAuth,
    }

    def sign(case):
        moment = datetime.datetime.strptime(case["time"], "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)
        auth.get_current_datetime = lambda *a, **k: moment
        raw = lambda text: text.encode("latin-1").decode("utf-8")
        request = AWSRequest(
            method=case["method"], url="https://" + case["host"] + raw(case["target"]),
            data=case["body"].encode("latin-1"))
        for name, value in case["headers"]:
            request.headers.add_header(name, raw(value))
        request.context["payload_signing_enabled"] = case["signsPayload"]
        if case["form"].startswith("s3"):
            request.context["client_config"] = type("C", (), {"s3": {"payload_signing_enabled": case["signsPayload"]}})
        credentials = Credentials(case["accessKeyID"], case["secret"], case["token"])
        kind = SIGNERS[case["form"]]
        stages = {}

        class Recorder(kind):
            def string_to_sign(self, request, canonical_request):
                stages["canonicalRequest"] = canonical_request
                stages["stringToSign"] = super().string_to_sign(request, canonical_request)
                return stages["stringToSign"]

            def signature(self, string_to_sign, request):
                stages["signature"] = super().signature(string_to_sign, request)
                return stages["signature"]

        more = [case["expires"]] if case["form"].endswith("query") else []
        signer = Recorder(credentials, case["service"], case["region"], *more)
        signer.add_auth(request)
        latin = lambda text: text.encode("utf-8").decode("latin-1")
        return {
            **{name: latin(text) for name, text in stages.items()},
            "headers": [[name, latin(value)] for name, value in request.headers.items()],
            "target": latin(request.url[len("https://" + case["host"]):]),
        }

    json.dump([sign(case) for case in json.load(sys.stdin)], sys.stdout)
    """#
