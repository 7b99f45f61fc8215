import Synchronization

/// A question at the terminal before something that costs.
enum Confirmation {
    /// As many requests are sent without a question.
    static let unaskedRequests = 50

    /// Whether a costly run is meant: asked where somebody can answer; elsewhere nothing waits.
    ///
    /// - Parameters:
    ///   - requests: The most requests that the run can take.
    ///   - limit: `--max-requests`, which answers beforehand.
    static func isWanted(requests: Int, limit: Int?, _ facts: ProcessFacts) async throws -> Bool {
        guard requests > unaskedRequests, limit == nil, facts.standardInputIsTerminal, facts.standardErrorIsTerminal
        else {
            return true
        }
        return try await ask("This can take \(requests) requests. Go on?")
    }

    /// What a report says of a run that was not meant.
    static let refusalNote =
        "nothing was sent: the question was not answered with yes; --max-requests answers it beforehand"

    /// Whether a person says yes; anything else, an empty line and the end of the input included, is a no.
    private static func ask(_ question: String) async throws -> Bool {
        StandardStreams.writeError(question + " [y/N] ")
        let answer = Mutex("")
        try await abandonedWhenCancelled {
            let line = readLine() ?? ""
            answer.withLock { $0 = line }
        }
        try Task.checkCancellation()
        return ["y", "yes"].contains(answer.withLock { $0.lowercased().filter { !$0.isWhitespace } })
    }
}
