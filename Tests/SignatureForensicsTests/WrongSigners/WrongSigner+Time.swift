import Codes
import SigV4
import SignatureForensics

extension WrongSigner {
    /// A request that is signed at another time, throughout.
    private static func signed(_ signer: inout TestSigner, seconds: Int64) {
        let time = TestRequest.time.advanced(bySeconds: seconds)
        signer.both { $0.set("X-Amz-Date", time.amzDate) }
        signer.time = time.amzDate
        signer.scopeDate = time.dateStamp
    }

    static let time: [WrongSigner] = [
        WrongSigner(.timeSkew, .time, "an hour behind") { signed(&$0, seconds: -3600) },
        WrongSigner(.timeSkew, .time, "ten minutes ahead") { signed(&$0, seconds: 600) },
        WrongSigner(
            .timeAged, .time, "sent twenty minutes after it was signed",
            prepare: { signer in signer.both { $0.set("Date", "Fri, 02 Jan 2026 03:04:05 GMT") } },
            mistake: { signed(&$0, seconds: -1200) }),
        WrongSigner(.timeTwo, .time, "the header's time is a second later than the signed one") {
            $0.time = TestRequest.time.advanced(bySeconds: -1).amzDate
        },
        WrongSigner(.timeTwo, .time, "the time in the form of RFC 1123") { signer in
            signer.both { $0.set("X-Amz-Date", "Fri, 02 Jan 2026 03:04:05 GMT") }
        },
        WrongSigner(.timeReuse, .time, "the signature of an attempt 47 seconds ago") { signer in
            let time = TestRequest.time.advanced(bySeconds: -47).amzDate
            signer.signed.set("X-Amz-Date", time)
            signer.time = time
        },
        WrongSigner(.timeTwo, .time, "the month where the minutes should stand") {
            $0.time = "20260102T030105Z"
        },
        WrongSigner(.proxyResigned, .time, "a proxy's date beside the client's", leavesNoTrace: true) {
            $0.sent.headers += [
                ("X-Amz-Date", TestRequest.time.advanced(bySeconds: -3).amzDate), ("X-Forwarded-For", "10.0.0.8"),
            ]
        },
        WrongSigner(.scopeDate, .time, "yesterday's scope") {
            $0.scopeDate = TestRequest.time.advanced(bySeconds: -86_400).dateStamp
        },
        WrongSigner(.scopeRegion, .time, "another region") { $0.region = "eu-west-3" },
        WrongSigner(.scopeRegion, .time, "a key for another region") { $0.keyRegion = "us-west-2" },
        WrongSigner(.scopeService, .time, "the endpoint's name for the signing name") {
            $0.service = "bedrock-runtime"
        },
        WrongSigner(.scopeService, .time, "a key for another service") { $0.keyService = "bedrock-runtime" },
        WrongSigner(.scopeRegion, .time, "a key for a zone of the region") { $0.keyRegion = "us-east-1b" },
        WrongSigner(.scopeService, .time, "a key for the service in capitals") { $0.keyService = "BEDROCK" },
    ]
}
