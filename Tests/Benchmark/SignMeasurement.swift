import SigV4

extension Measurement {
    /// Signing a request in the header form, its key in the cache, and reading what is to be sent.
    static let sign = Measurement(
        name: "sign", title: "sign one Converse request (body 1 KB, token 300 bytes)",
        baselineTitle: "its hashing alone", budget: 1.6,
        work: { count in
            let (signer, request) = (signer, Workload.request)
            var parameters = Workload.parameters
            for index in 0..<count {
                // A second passes every hundred requests; in truth it takes several hundred thousand.
                parameters.time = Workload.time.advanced(bySeconds: Int64(index / 100))
                guard let signed = try? signer.sign(request, parameters) else {
                    fatalError("the benchmark's request cannot be signed")
                }
                keep(signed)
            }
        },
        baseline: { Workload.bareHashing($0) })

    private static let signer = Signer()
}
