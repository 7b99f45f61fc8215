public import NetworkTerms

/// Why a request got no response.
///
/// An HTTP status is never an error here. Compare by ``code``; show ``description``.
public struct TransportError: Error, Sendable {
    /// What kind of failure it was.
    public var code: Code

    /// What happened, with host, port, stage and curl's own words.
    public var message: String

    /// What to try next.
    public var nextStep: String

    /// When the stages that were reached were reached; `nil` when nothing was started.
    public var timings: TransferTimings?

    /// The bytes that went out and came in before the failure.
    public var wire: WireLog

    /// Makes an error.
    public init(
        code: Code, message: String, nextStep: String, timings: TransferTimings? = nil,
        wire: WireLog = WireLog()
    ) {
        self.code = code
        self.message = message
        self.nextStep = nextStep
        self.timings = timings
        self.wire = wire
    }
}

extension TransportError {
    /// The kind of a failure.
    public typealias Code = NetworkFailure
}

extension TransportError: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What happened and what to try next.
    public var description: String { nextStep.isEmpty ? message : "\(message) \(nextStep)" }

    /// The code and the description.
    public var debugDescription: String { "\(code): \(description)" }

    /// A mirror that shows the masked log only.
    public var customMirror: Mirror {
        Mirror(
            self, children: ["code": code.description, "message": description, "wire": wire.description])
    }
}
