import SigV4
import SignatureForensics
import Synchronization
import WireText

/// The signers whose mistake was searched for and not found, so that not each of their requests waits for it again.
///
/// Who signs with a wrong secret signs each request so, and no search finds it. Others make another mistake with each request,
/// as a suite does that tries what a verifier refuses. So the requests of a signer that come after a search in vain are searched
/// for single mistakes only, which takes a few hundredths of a second, and the second, the fourth, the eighth one and so on for
/// all: what is waited for grows with the logarithm of their number.
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
    /// How many requests of each were refused since the search in vain, with the one that was searched.
    private let signers = Mutex<[Signer: Int]>([:])

    /// What is enough for single mistakes of a request of usual size.
    static let brief = SearchBudget(signatures: 2000, bytes: 100_000_000)

    /// Whether a request of the signer is searched for single mistakes only; it is counted.
    func isBrief(_ signer: Signer) -> Bool {
        signers.withLock { signers in
            guard let count = signers[signer] else { return false }
            signers[signer] = count &+ 1
            return (count &+ 1).nonzeroBitCount > 1
        }
    }

    /// Remembers a signer for whose request all was searched in vain.
    func insert(_ signer: Signer) {
        signers.withLock { signers in
            guard signers[signer] == nil else { return }
            if signers.count >= Self.most { signers = [:] }
            signers[signer] = 1
        }
    }

    /// Forgets a signer for whose request a search found the cause: it does not sign each one with a wrong secret.
    func remove(_ signer: Signer) { signers.withLock { $0[signer] = nil } }
}
