import ArgumentParser

/// How many requests a run may send.
struct RequestLimitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Send at most this many requests; what remains gets no verdict. Without it, a run on a terminal that can take "
                + "more than \(Confirmation.unaskedRequests) asks first.", valueName: "number"))
    var maxRequests: Int?

    func validate() throws {
        if let maxRequests, maxRequests < 1 {
            throw ValidationError("--max-requests takes a number from 1, found \(maxRequests).")
        }
    }

    /// A limit that counts for one run.
    var limit: RequestLimit { RequestLimit(maxRequests) }
}
