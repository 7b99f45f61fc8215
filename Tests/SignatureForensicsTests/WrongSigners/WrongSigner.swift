import Codes
import SigV4
import SignatureForensics

/// A mistake that a signer, or somebody behind it, makes.
struct WrongSigner: Sendable {
    enum Section: Sendable { case path, query, headers, body, time, key }

    let cause: FindingCode
    let words: String
    let section: Section
    /// Gives the request what the mistake needs to show; a right signer may sign it so.
    let prepare: @Sendable (inout TestSigner) -> Void
    /// The mistake itself.
    let mistake: @Sendable (inout TestSigner) -> Void
    /// Nothing that was sent tells what was signed: whatever else is wrong cannot be found by making the signature again.
    let leavesNoTrace: Bool

    init(
        _ cause: FindingCode, _ section: Section, _ words: String, leavesNoTrace: Bool = false,
        prepare: @escaping @Sendable (inout TestSigner) -> Void = { _ in },
        mistake: @escaping @Sendable (inout TestSigner) -> Void
    ) {
        self.cause = cause
        self.words = words
        self.section = section
        self.prepare = prepare
        self.mistake = mistake
        self.leavesNoTrace = leavesNoTrace
    }

    static let all = path + query + headers + body + time + key

    /// The request that these make together; nil if one of them makes no difference to it.
    static func request(_ base: TestRequest, _ wrong: [WrongSigner]) -> SignableRequest? {
        func made(_ mistakes: [WrongSigner]) -> SignableRequest {
            var signer = base.signer
            for each in wrong { each.prepare(&signer) }
            for each in mistakes { each.mistake(&signer) }
            return signer.request()
        }
        let all = made(wrong)
        for index in wrong.indices {
            var others = wrong
            others.remove(at: index)
            if made(others) == all { return nil }
        }
        return all
    }
}
