public import SigV4

/// Finds the causes of a wrong signature.
///
/// It is pure, and as quick as its budget: an examination tries at most so many signatures, and hashes and writes at
/// most so many bytes for them, however long the request is.
public struct SignatureExaminer: Sendable {
    /// What an examination may cost.
    public let limits: SearchBudget

    /// How many signatures an examination may try.
    public var budget: Int { limits.signatures }

    /// How many signatures are tried within about a second.
    public static let usualBudget = SearchBudget.usualSignatures

    /// Makes an examiner that tries at most so many signatures.
    public init(budget: Int = usualBudget) {
        limits = SearchBudget(signatures: budget)
    }

    /// Makes an examiner with a budget of its own.
    public init(limits: SearchBudget) {
        self.limits = limits
    }

    /// Names the causes of a refused signature.
    ///
    /// A request whose signature is right has no findings.
    ///
    /// - Parameters:
    ///   - forensicCase: what is known.
    ///   - isCancelled: whether nobody waits for the causes any more, or their time is over; it is asked often, and must be
    ///     quick. Once it says so, what is known by then is given.
    public func examine(
        _ forensicCase: ForensicCase, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) -> ForensicReport {
        var examination = Examination(forensicCase, SearchMeter(limits, isCancelled: isCancelled))
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
