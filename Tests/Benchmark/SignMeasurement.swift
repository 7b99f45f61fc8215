import SigV4

extension Measurement {
    /// Signing a request in the header form, its key in the cache.
    static let sign = Measurement(
        name: "sign", title: "sign one Converse request (body 1 KB, token 300 bytes)",
        baselineTitle: "its hashing alone", budget: 1.6,
        work: { count in
            for index in 0..<count {
                guard let signed = try? signer.sign(Workload.request, Workload.parameters(index)) else {
                    fatalError("the benchmark's request cannot be signed")
                }
                keep(signed)
            }
        },
        baseline: { Workload.bareHashing($0) })

    private static let signer = Signer()
}
