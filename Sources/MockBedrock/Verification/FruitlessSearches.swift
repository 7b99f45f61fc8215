import SigV4
import SignatureForensics
import Synchronization
import WireText

/// The signers whose mistake was searched for and not found, so that they need not wait for it again.
///
/// Who signs with a wrong secret signs each request so, and no search finds it. A later request in the same form is searched
/// for single mistakes only, which takes a few hundredths of a second: one that it has besides is found still.
final class FruitlessSearches: Sendable {
    /// The form of a signature: what it says of itself but for its value, and the client that made it.
    struct Signer: Hashable, Sendable {
        private let claim: Substring
        private let client: String?
        private let method: [UInt8]

        /// - Returns: nil where there is no Authorization header, as in a presigned URL.
        init?(_ request: SignableRequest) {
            guard let header = request.headers.text(of: "authorization"), let end = header.firstRange(of: "Signature=")
            else { return nil }
            claim = header[..<end.lowerBound]
            client = request.headers.text(of: "user-agent")
            method = Array(request.method.utf8)
        }
    }

    /// How many signers are known at once; then all are forgotten.
    private static let most = 256
    private let signers = Mutex<Set<Signer>>([])

    /// What is enough for single mistakes of a request of usual size.
    static let brief = SearchBudget(signatures: 2000, bytes: 100_000_000)

    func contains(_ signer: Signer) -> Bool { signers.withLock { $0.contains(signer) } }

    func insert(_ signer: Signer) {
        signers.withLock { signers in
            if signers.count >= Self.most { signers = [] }
            signers.insert(signer)
        }
    }
}
