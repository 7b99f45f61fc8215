/// The rules by which a measured offset is judged, and by which a client may correct its signing time.
///
/// They are those of AWS's SDKs since 2026: correction per host, a retry only when the error could come from a wrong
/// clock *and* the measured skew is at least four minutes. The cap is our own: a server that may choose our signing
/// time without limit can collect signatures that become valid later.
public struct SkewPolicy: Sendable, Hashable {
    /// Whether measured skew is added to the signing time.
    public enum Correction: Sendable, Hashable {
        /// The host's last measured skew is added.
        case enabled

        /// Requests are signed with the local clock (`AWS_DISABLE_CLOCK_SKEW_CORRECTION`).
        case disabled
    }

    /// Whether measured skew is added to the signing time.
    public var correction: Correction

    /// The skew from which on a refused request is signed anew; 4 minutes.
    public var threshold: Duration

    /// The skew beyond which no correction is made; 24 hours.
    public var cap: Duration

    /// Creates a policy.
    public init(
        correction: Correction = .enabled, threshold: Duration = .seconds(240), cap: Duration = .seconds(86_400)
    ) {
        self.correction = correction
        self.threshold = threshold
        self.cap = cap
    }

    /// The error codes that a wrong clock can cause, as AWS's SDKs list them together.
    public static let clockErrorCodes: Set<String> = [
        "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "InvalidSignatureException",
        "SignatureDoesNotMatch", "AuthFailure", "AccessDeniedException",
    ]

    /// Whether a refused request should be signed again with the skew measured from the refusal, and sent once more.
    ///
    /// - Parameters:
    ///   - errorCode: The service's error type, without the part after `:` or before `#`.
    ///   - measured: The skew measured from the refusal; `nil` when it gave none.
    ///   - applied: The skew that was added when the refused request was signed.
    ///   - skewRetries: How often this operation was already sent anew because of the clock.
    public func decision(
        errorCode: String, measured: Duration?, applied: Duration, skewRetries: Int
    ) -> SkewDecision {
        guard SkewPolicy.clockErrorCodes.contains(errorCode) else { return .keep(.notAClockError) }
        guard correction == .enabled else { return .keep(.correctionDisabled) }
        guard let measured else { return .keep(.notMeasured) }
        guard magnitude(measured - applied) >= threshold else { return .keep(.belowThreshold) }
        guard magnitude(measured) <= cap else { return .keep(.beyondCap) }
        guard skewRetries == 0 else { return .keep(.alreadyRetried) }
        return .signAgain(offset: measured)
    }

    /// What an offset means for whoever signs: see ``SkewVerdict``.
    public func verdict(of offset: Duration) -> SkewVerdict {
        let size = magnitude(offset)
        if size < .seconds(1) { return .agrees }
        return size < threshold ? .off : .tooFar
    }

    func magnitude(_ duration: Duration) -> Duration {
        duration < .zero ? .zero - duration : duration
    }
}
