import SigV4
import Synchronization
import WireText

/// The temporary credentials that the server has handed out, and for whom.
final class IssuedSessions: Sendable {
    /// Temporary credentials with their owner.
    struct Session: Sendable {
        let credential: MockCredential
        let caller: Caller
        let expiration: SigningTime
    }

    /// More are not kept: a client that assumes roles in a loop must not make the server grow.
    private static let most = 10_000

    private struct State {
        var sessions: [String: Session] = [:]
        /// In the order in which they were issued.
        var keyIDs: [String] = []
        var refused: [String: Int] = [:]
    }

    private let state = Mutex(State())
    private let randomness: @Sendable () -> UInt64

    init(_ randomness: @escaping @Sendable () -> UInt64) {
        self.randomness = randomness
    }

    /// The session of an access key id.
    subscript(accessKeyID: String) -> Session? { state.withLock { $0.sessions[accessKeyID] } }

    /// Makes new credentials: a key id, a secret and a token that nobody has had before.
    func issue(to caller: Caller, until expiration: SigningTime) -> Session {
        let session = Session(
            credential: MockCredential(
                accessKeyID: "ASIA" + text(16, of: Self.keyIDAlphabet),
                secretAccessKey: Secret(text(40, of: Self.secretAlphabet)),
                sessionToken: Secret("IQoJb3JpZ2luX2Vj" + text(240, of: Self.secretAlphabet)), expiration: expiration),
            caller: caller, expiration: expiration)
        let keyID = session.credential.accessKeyID
        state.withLock { state in
            state.sessions[keyID] = session
            state.keyIDs.append(keyID)
            if state.keyIDs.count > Self.most { state.sessions[state.keyIDs.removeFirst()] = nil }
        }
        return session
    }

    /// Counts a refusal of a role that fails a number of times; false once it has.
    func refuses(_ roleARN: String, times: Int?) -> Bool {
        guard let times else { return true }
        return state.withLock { state in
            guard state.refused[roleARN, default: 0] < times else { return false }
            state.refused[roleARN, default: 0] += 1
            return true
        }
    }

    private static let keyIDAlphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    private static let secretAlphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private func text(_ count: Int, of alphabet: [UInt8]) -> String {
        // Both alphabets have a power of two of letters, so that all are as likely.
        String(
            decoding: (0..<count).map { _ in alphabet[Int(randomness() >> 33) & (alphabet.count - 1)] }, as: UTF8.self)
    }
}
