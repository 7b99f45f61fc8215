public import SigV4
public import SignatureForensics
public import WireText

/// One request and its answer as they were, with what was found in them.
///
/// Unlike a ``MockLogEntry`` it holds the request's bytes, credentials among them: whoever takes it must mask what it shows.
public struct MockObservation: Sendable {
    /// The line for the log.
    public let entry: MockLogEntry
    /// The request as received; nil when it was not an acceptable HTTP request.
    public internal(set) var request: SignableRequest?
    /// Why its signature was refused, the decisive cause first.
    public let causes: [CauseFinding]
    /// What its signature should do otherwise although it was accepted.
    public let advice: [CauseFinding]
    /// What its client signed, made again; nil unless a mistake was proven to have made the signature.
    public let signedTexts: SignedTexts?
    /// What it should have signed; nil unless its signature is another one than that of the request as it arrived.
    public let expectedTexts: SignedTexts?
    /// The headers of the answer, as far as they are the service's own.
    public let responseHeaders: [HeaderField]
    /// The body of the answer; empty when it was a stream, or handed out credentials.
    public internal(set) var responseBody: [UInt8]

    /// The same without bodies that are longer than so many bytes, for those who keep it.
    public func withoutBodies(over limit: Int) -> MockObservation {
        var kept = self
        if case .bytes(let body)? = request?.payload, body.count > limit { kept.request?.payload = .unsigned }
        if responseBody.count > limit { kept.responseBody = [] }
        return kept
    }
}
