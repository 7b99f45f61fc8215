import ArgumentParser

/// How many requests a run may send, and how many tokens it may use.
struct RequestLimitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Send at most this many requests; what remains gets no verdict. Without it, a run on a terminal that can take "
                + "more than \(Confirmation.unaskedRequests) asks first.", valueName: "number"))
    var maxRequests: Int?

    @Option(
        help: ArgumentHelp(
            "Use at most this many tokens, of prompts and answers together: a run that can use more is refused before it "
                + "begins, and it stops where the service counts more than was expected.", valueName: "number"))
    var maxTokens: Int?

    func validate() throws {
        for (name, value) in [("--max-requests", maxRequests), ("--max-tokens", maxTokens)] {
            if let value, value < 1 { throw ValidationError("\(name) takes a number from 1, found \(value).") }
        }
    }

    /// Limits that count for one run.
    var limit: RequestLimit { RequestLimit(maxRequests, tokens: maxTokens) }
}
