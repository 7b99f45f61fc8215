import SigV4

extension Measurement {
    /// Verifying the same request, its key in the cache.
    static let verify = Measurement(
        name: "verify", title: "verify the same request",
        baselineTitle: "its hashing alone", budget: 2.5,
        work: { count in
            for _ in 0..<count {
                guard case .accepted(let accepted) = verifier.verify(received, now: Workload.time) else {
                    fatalError("the benchmark's request is refused")
                }
                keep(accepted)
            }
        },
        baseline: { Workload.bareHashing($0) })

    private static let verifier: SignatureVerifier = {
        let stored = StoredCredential(
            secretAccessKey: Secret(Workload.secret), sessionToken: Secret(Workload.token))
        return SignatureVerifier(policy: VerificationPolicy(regions: ["us-east-1"])) { _ in stored }
    }()

    private static let received: SignableRequest = {
        guard let signed = try? Signer().sign(Workload.request, Workload.parameters) else {
            fatalError("the benchmark's request cannot be signed")
        }
        return SignableRequest(
            method: Workload.request.method, targetBytes: signed.target, headers: signed.headers,
            payload: Workload.request.payload)
    }()
}
