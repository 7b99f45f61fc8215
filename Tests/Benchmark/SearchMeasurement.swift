import SigV4
import SignatureForensics

extension Measurement {
    /// The whole search for the mistake in a request that none of the known ones explains: the worst case.
    static let search: Measurement = {
        let forensicCase = Search.forensicCase
        let tried = SignatureExaminer().examine(forensicCase).hypothesesTried
        return Measurement(
            name: "search", title: "search for the mistake in one request",
            baselineTitle: "as many HMACs of a string to sign", budget: nil, length: .seconds,
            items: (tried, "hypotheses"),
            work: { count in
                for _ in 0..<count { keep(SignatureExaminer().examine(forensicCase)) }
            },
            baseline: { count in
                let key = HMACKey(Array(Workload.secret.utf8).span)
                let text = [UInt8](repeating: 0x61, count: 140)
                for _ in 0..<(count * tried) { keep(key.authenticate(text.span)) }
            })
    }()

    /// A request as a server has it whose client signed with another secret.
    private enum Search {
        static let forensicCase: ForensicCase = {
            var request = Workload.request
            var parameters = Workload.parameters
            parameters.credentials = SigningCredentials(
                accessKeyID: Workload.accessKeyID, secretAccessKey: String(Workload.secret.reversed()),
                sessionToken: Workload.token)
            guard let signed = try? Signer().sign(request, parameters) else {
                fatalError("the benchmark's request cannot be signed")
            }
            request.headers = signed.headers
            return ForensicCase(
                request: request, credentials: [Workload.parameters.credentials], regions: ["us-east-1"],
                receivedAt: Workload.time)
        }()
    }
}
