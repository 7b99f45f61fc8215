public import SigV4

/// What the search for the cause of a mismatch may look at.
///
/// It holds the secret: whoever searches must return codes and sentences, never values.
public struct MockDiagnosisInput: Sendable {
    /// The request as received, byte for byte.
    public let request: SignableRequest
    /// The refusal, with the canonical request and the string to sign that the server expected.
    public let refusal: SignatureRefusal
    /// The stored credential of the access key id in the request.
    public let credential: MockCredential
    /// The simulated time of the request.
    public let now: SigningTime
}

/// The causes found for a mismatch.
public struct MockDiagnosis: Sendable, Hashable {
    /// Signature causes by id, likeliest first; the service's own cause is added after them.
    public var codes: [String]
    /// One line for the log on what was found.
    public var detail: String?

    /// Makes a diagnosis from its codes and a line for the log.
    public init(codes: [String], detail: String? = nil) {
        self.codes = codes
        self.detail = detail
    }
}
