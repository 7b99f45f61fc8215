public import Codes

/// One cause of a wrong signature, how sure it is, and how it was seen.
///
/// No text in it holds a secret: lines are masked byte by byte, of a secret only its kind is named.
public struct CauseFinding: Sendable, Hashable {
    /// The cause.
    public let cause: FindingCode
    /// Where the fault sits.
    public let place: FaultPlace
    /// How sure the cause is.
    public let confidence: CauseConfidence
    /// What is wrong, in one sentence.
    public let summary: String
    /// The two lines in which it shows: first what was signed, then what must be signed; nil if it shows in no line.
    public let difference: SectionDifference?
    /// What closes the gap between the two, in words; nil if the cause was not seen in a change.
    public let transformation: String?
    /// What to do, in one or two sentences.
    public let fix: String

    /// Makes a finding with the usual fix of its cause.
    public init(
        _ cause: FindingCode, at place: FaultPlace, _ confidence: CauseConfidence, summary: String,
        difference: SectionDifference? = nil, transformation: String? = nil, fix: String? = nil
    ) {
        self.cause = cause
        self.place = place
        self.confidence = confidence
        self.summary = summary
        self.difference = difference
        self.transformation = transformation
        self.fix = fix ?? cause.page.fix
    }
}

/// Where the fault behind a wrong signature sits.
public enum FaultPlace: String, Sendable, Hashable, CaseIterable {
    /// In what the client signs.
    case client
    /// Between signing and sending, within the client's process.
    case inProcess = "in-process"
    /// Between client and server.
    case inFlight = "in-flight"
    /// At the server.
    case server
    /// In the key or the token.
    case key
    /// In the clock, or in the time that passed.
    case clock
}

/// How sure a cause is.
public enum CauseConfidence: String, Sendable, Hashable, CaseIterable {
    /// The wrong signature was made again with this mistake.
    case proven
    /// The request or the texts show it.
    case certain
    /// It fits what is there, and nothing else is known to.
    case likely
    /// It fits what is there, as others would.
    case possible
}
