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
    public let request: SignableRequest?
    /// Why its signature was refused, the decisive cause first.
    public let causes: [CauseFinding]
    /// What its signature should do otherwise although it was accepted.
    public let advice: [CauseFinding]
    /// The headers of the answer, as far as they are the service's own.
    public let responseHeaders: [HeaderField]
    /// The body of the answer; empty when it was a stream, or handed out credentials.
    public let responseBody: [UInt8]
}
