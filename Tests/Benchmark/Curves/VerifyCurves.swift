import SigV4
import WireText

/// What verifying a request costs by the length of its body, and by how many headers are signed.
enum VerifyCurves {
    static var all: [GrowthCurve] {
        [
            GrowthCurve(
                measure: "bytes of body", cost: "us to verify",
                points: [1_000, 10_000, 100_000, 1_000_000].map { length in
                    (Double(length), microseconds(request(body: length, headers: 0)))
                }),
            GrowthCurve(
                measure: "signed headers", cost: "us to verify",
                points: [8, 32, 128, 512].map { count in
                    // The request has seven of its own: host, type, agent, and what the signer adds.
                    (Double(count), microseconds(request(body: 1_000, headers: count - 7)))
                }),
        ]
    }

    private static func request(body: Int, headers: Int) -> SignableRequest {
        var request = Workload.request
        request.payload = .bytes([UInt8](repeating: UInt8(ascii: "a"), count: body))
        request.headers += (0..<headers).map { HeaderField("X-Header-\($0)", "value of header \($0)") }
        guard let signed = try? Signer().sign(request, Workload.parameters) else {
            fatalError("the benchmark's request cannot be signed")
        }
        return SignableRequest(
            method: request.method, targetBytes: signed.target, headers: signed.headers, payload: request.payload)
    }

    /// The fastest of many: what the machine gives when nobody disturbs.
    private static func microseconds(_ request: SignableRequest) -> Double {
        let stored = StoredCredential(
            secretAccessKey: Secret(Workload.secret), sessionToken: Secret(Workload.token))
        let verifier = SignatureVerifier(policy: VerificationPolicy(regions: ["us-east-1"])) { _ in stored }
        let clock = ContinuousClock()
        var best = Double.infinity
        for _ in 0..<200 {
            let spent = clock.measure {
                for _ in 0..<5 {
                    guard case .accepted(let accepted) = verifier.verify(request, now: Workload.time) else {
                        fatalError("the benchmark's request is refused")
                    }
                    keep(accepted)
                }
            }
            best = min(best, Double(spent.components.attoseconds) / 1e12 / 5)
        }
        return best
    }
}
