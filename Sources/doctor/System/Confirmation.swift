import Synchronization

/// A question at the terminal before something that costs.
enum Confirmation {
    /// Whether a person says yes; anything else, an empty line and the end of the input included, is a no.
    static func ask(_ question: String) async throws -> Bool {
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
