/// One call as an input shows it: as much of the request, of the client's own account of its signature and of the answer
/// as was there.
package struct ObservedExchange: Sendable {
    /// The line where it begins, from 1; `nil` when the input has no lines to speak of.
    package var line: Int?
    package var request: ObservedRequest?
    package var signing: ClientSigning
    package var response: ObservedResponse?

    /// What the client said of the failure: an exception's text, or a message alone.
    package var message: String?

    /// What it said before that: an exception's own causes, the first of them first.
    package var earlierMessages: [String] = []

    /// Lines behind a call that was left open, in which the program may say how it failed, in its own way: the last ones.
    ///
    /// Which of them does, if any, only the meaning of the words tells.
    package var laterLines: [String] = []

    /// Whether it is one of several failures in a list: what another item names is not its own.
    package var isItem = false

    /// What CloudTrail recorded of the call.
    package var record: TrailEvent?

    package init(
        line: Int? = nil, request: ObservedRequest? = nil, signing: ClientSigning = ClientSigning(),
        response: ObservedResponse? = nil, message: String? = nil, record: TrailEvent? = nil
    ) {
        self.line = line
        self.request = request
        self.signing = signing
        self.response = response
        self.message = message ?? record?.errorMessage
        self.record = record
    }

    package var isEmpty: Bool {
        request == nil && signing.isEmpty && response == nil && message == nil && record == nil
    }

    /// Whether the status, or CloudTrail, says that the call went well; what follows it may have gone wrong all the same.
    package var succeeded: Bool {
        if let record { return !record.failed }
        return response?.status.map { (200...399).contains($0) } ?? false
    }
}
