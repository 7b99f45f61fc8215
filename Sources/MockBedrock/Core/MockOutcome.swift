import Codes
import JSONText
import SigV4
import SignatureForensics

/// What the server will answer, and what it will say about it.
struct MockOutcome: Sendable {
    var response: MockResponse
    var entry: MockLogEntry
    /// What to examine for the cause of a refusal; nil for everything else.
    var search: MockDiagnosisInput?
    /// The causes that were found for a refusal.
    var causes: [CauseFinding] = []
    /// What an accepted signature should do otherwise.
    var advice: [CauseFinding] = []
    /// What the client signed, where a mistake of it was proven.
    var signedTexts: SignedTexts?
    /// What should have been signed, where somebody observes it and the signature is another one.
    var expectedTexts: SignedTexts?
    /// The request, where somebody observes it.
    var request: SignableRequest?
    /// Whether the answer hands out credentials, which nobody who observes it needs.
    var holdsSecrets = false
    /// What goes wrong with the answer's bytes on their way; nil if nothing does.
    var carriage: CarriageFault?
    /// How much later than otherwise the answer is sent.
    var delay: Duration = .zero
}

extension MockOutcome {
    /// The same refusal, saying that its cause was not searched for.
    ///
    /// A refusal that has a reason of its own, such as another region, names it.
    var unsearched: MockOutcome {
        guard let search, search.isMismatch else { return self }
        let words =
            "The cause was not searched for: this server examines as many refused signatures as it may already, or its time "
            + "was over. Send the request again when fewer are under way."
        var outcome = self
        outcome.causes = [CauseFinding(.signatureMismatch, at: .client, .certain, summary: words)]
        outcome.entry.detail = words
        return outcome
    }
}

extension MockOutcome {
    /// The answer to a call that this server has nothing for.
    ///
    /// - Parameter verdict: Whether something recorded could have answered it.
    static func unanswered(
        _ request: ReceivedRequest, _ verdict: MockLogEntry.Verdict, _ message: String, differences: [JSONValue] = [],
        requestID: RequestID
    ) -> MockOutcome {
        var entry = MockLogEntry(request, verdict, requestID: requestID)
        entry.status = 404
        entry.errorType = NoMatchAnswer.type
        entry.detail = message
        return MockOutcome(
            response: NoMatchAnswer.response(message, differences: differences, requestID: requestID), entry: entry)
    }
}

extension MockObservation {
    init(_ outcome: MockOutcome, entry: MockLogEntry) {
        self.entry = entry
        request = outcome.request
        causes = outcome.causes
        advice = outcome.advice
        signedTexts = outcome.signedTexts
        expectedTexts = outcome.expectedTexts
        responseHeaders = outcome.response.headers
        if case .bytes(let bytes) = outcome.response.body, !outcome.holdsSecrets {
            responseBody = bytes
        } else {
            responseBody = []
        }
    }
}

/// A request that is to be answered from elsewhere, with what the log will say about it.
struct RelayTicket {
    let request: RelayedRequest
    let relay: Relay
    var outcome: MockOutcome
}
