package import SigV4

/// A request as received, and the verdict that a verifier must reach.
package struct VerificationCase: Sendable {
    package var id: String
    /// What the case is about, in words.
    package var comment: String?
    package var request: WireRequest
    /// The one key that the server knows.
    package var accessKeyID: String
    package var credential: StoredCredential
    package var policy: VerificationPolicy
    /// The server's time.
    package var now: SigningTime
    package var expected: Verdict

    /// The expected verdict.
    package enum Verdict: Sendable, Hashable {
        /// Accepted, with exactly this advice.
        case accepted(advice: [String])
        /// Refused for this reason, with the server's own stages where they are given.
        case refused(reason: String, stages: ServerStages?)
    }

    /// What the server makes of the request.
    package struct ServerStages: Sendable, Hashable {
        package var canonicalRequest: [UInt8]
        package var stringToSign: [UInt8]
    }
}
