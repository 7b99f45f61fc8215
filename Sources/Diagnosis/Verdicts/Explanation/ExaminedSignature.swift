import Codes
import Evidence
import Report
import SigV4
import SignatureForensics

/// The examination of one call's signature: the causes, the accounts of what was signed, and what stood in the way of
/// making the signature again.
struct ExaminedSignature {
    /// Why no signature could be tried.
    enum Obstacle {
        case requestNotShown
        case noSecret
        /// The key pair at hand is another one than that which signed.
        case otherKey(sent: String, atHand: String)
        case bodyNotShown
        case tokenNotShown
        case signatureNotShown
    }

    let causes: [CauseFinding]
    let accounts: SignedAccounts
    let reproduction: Reproduction

    /// Whether the body's hash is what an account says, not what the body gives.
    let isBodyTaken: Bool

    /// `nil` when signatures were tried.
    let obstacle: Obstacle?

    /// Examines a call; whoever refused it may have done so already.
    ///
    /// - Parameter surroundings: What was pasted with the message, in which an echo may go on that the message has lost.
    init(
        _ exchange: ObservedExchange, text: String, times: SignatureTimes?, scene: Scene, context: ExplainContext,
        causes known: [CauseFinding]?, surroundings: String = ""
    ) {
        let forensicCase = ForensicFacts.forensicCase(
            exchange, text: text, times: times, scene: scene, context: context)
        let accounts = forensicCase.map { SignedAccounts($0) } ?? SignedAccounts()
        isBodyTaken = exchange.request?.body == .unknown
        let isHashKnown = !isBodyTaken || accounts.client != nil || accounts.server != nil
        self.accounts = isHashKnown ? accounts : accounts.withoutHash
        if let known {
            causes = known
            reproduction = known.contains { $0.confidence == .proven } ? .found : .failed
            obstacle = nil
            return
        }
        let report = forensicCase.map {
            SignatureExaminer().examine($0, isCancelled: context.searchLimit())
        }
        let found = report?.findings ?? []
        let echoed =
            found.contains { $0.confidence == .proven || $0.cause == .pathDouble }
            ? nil
            : EchoedPath.cause(
                SignedView.of(self.accounts, exchange, text: text)
                    ?? SignedView.of(self.accounts, exchange, text: surroundings))
        causes = (echoed.map { [$0] } ?? []) + found.filter { echoed == nil || $0.cause != .keyWrong }
        reproduction = report?.reproduction ?? .untried
        obstacle =
            reproduction == .untried
            ? Self.obstacle(exchange, hasCredentials: forensicCase?.credentials.isEmpty == false, context) : nil
    }

    private static func obstacle(
        _ exchange: ObservedExchange, hasCredentials: Bool, _ context: ExplainContext
    ) -> Obstacle {
        guard let request = exchange.request else { return .requestNotShown }
        guard let known = context.credentials else { return .noSecret }
        guard let sent = SentCredential.accessKeyID(in: request) else { return .signatureNotShown }
        guard sent == known.accessKeyID else { return .otherKey(sent: sent, atHand: known.accessKeyID) }
        guard hasCredentials else { return .bodyNotShown }
        return SentCredential.hasSignature(request) ? .tokenNotShown : .signatureNotShown
    }
}

extension SignedAccounts {
    /// The wire's account without the hash of a body that is shown nowhere.
    fileprivate var withoutHash: SignedAccounts {
        guard let wire else { return self }
        let lines = wire.canonicalRequest.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
        let text = lines.map(Array.init) + [Array("<hash of the body, which is not shown>".utf8)]
        return SignedAccounts(
            wire: SignedTexts(
                canonicalRequest: CanonicalRequest(bytes: Array(text.joined(separator: [0x0A]))), stringToSign: nil))
    }
}
