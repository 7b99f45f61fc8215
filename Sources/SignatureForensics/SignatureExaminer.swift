public import SigV4

/// Finds the causes of a wrong signature.
///
/// It is pure, and as quick as its budget: an examination tries at most so many signatures.
public struct SignatureExaminer: Sendable {
    /// How many signatures an examination may try.
    public let budget: Int

    /// How many signatures are tried within about a second.
    public static let usualBudget = 1_100_000

    /// Makes an examiner.
    public init(budget: Int = usualBudget) {
        self.budget = budget
    }

    /// Names the causes of a refused signature.
    ///
    /// A request whose signature is right has no findings.
    public func examine(_ forensicCase: ForensicCase) -> ForensicReport {
        var examination = Examination(forensicCase, budget: budget)
        return examination.report()
    }

    /// Names what a request whose signature is right should still do otherwise.
    ///
    /// - Parameters:
    ///   - request: the request as received.
    ///   - receivedAt: the server's time when it arrived.
    public func advice(on request: SignableRequest, receivedAt: SigningTime?) -> [CauseFinding] {
        guard let claim = ClaimedSignature(request) else { return [] }
        let facts = StructureFacts(request, claim, ForensicCase(request: request, receivedAt: receivedAt))
        return facts.careless + facts.advisable
    }
}
