import WireText

/// What an answer must be like for its `Date` to count as a reading of the server's clock.
///
/// The caller answers for what headers cannot show: that the answer came over verified TLS, from the host that was asked.
public struct SampleRules: Sendable, Hashable {
    /// Whether the answer must carry `x-amzn-RequestId`, which a proxy's error page or a captive portal does not.
    public enum RequestID: Sendable, Hashable {
        /// The answer of anything but AWS is refused.
        case required

        /// For servers of one's own.
        case optional
    }

    /// Whether a request id is wanted.
    public var requestID: RequestID

    /// The longest round trip that still says something: 15 minutes, as in AWS's SDKs.
    public var maximumRoundTrip: Duration

    /// The fields that a reading depends on.
    private enum Field: String, CaseIterable {
        case date = "date"
        case age = "age"
        case cache = "x-cache"
        case requestID = "x-amzn-requestid"
    }

    /// Whether a reading depends on the field of this name; the others need not be given.
    package static func read(_ name: String) -> Bool {
        Field.allCases.contains { name.equalsIgnoringCase($0.rawValue) }
    }

    /// Creates rules.
    public init(requestID: RequestID = .required, maximumRoundTrip: Duration = .seconds(900)) {
        self.requestID = requestID
        self.maximumRoundTrip = maximumRoundTrip
    }

    /// Reads an answer's `Date`.
    ///
    /// - Parameters:
    ///   - status: The answer's HTTP status.
    ///   - headers: Its header fields, repeated ones repeated; names in any case.
    ///   - sent: The local time the request was sent, since 1970.
    ///   - firstByte: The local time the answer's first byte came, since 1970.
    /// - Throws: ``SampleRejection``, the reason why the answer says nothing about the clock.
    public func sample(
        status: Int, headers: some Sequence<(name: String, value: String)>, sent: Duration, firstByte: Duration
    ) throws(SampleRejection) -> DateSample {
        var dates: [String] = []
        var hasRequestID = false
        var age: String?
        var cacheHit: String?
        for header in headers {
            switch Field.allCases.first(where: { header.name.equalsIgnoringCase($0.rawValue) }) {
            case .date: dates.append(header.value)
            case .age: age = header.value
            case .cache: if header.value.lowercased().contains("hit") { cacheHit = header.value }
            case .requestID: hasRequestID = true
            case nil: break
            }
        }
        if (300..<400).contains(status) { throw .redirect(status: status) }
        if let age { throw .cached(age: age) }
        if let cacheHit { throw .cacheHit(cacheHit) }
        guard let text = dates.first else { throw .noDate }
        guard dates.count == 1 else { throw .severalDates(dates.count) }
        if requestID == .required && !hasRequestID { throw .noRequestID }
        guard firstByte >= sent else { throw .timeRanBackwards }
        guard firstByte - sent <= maximumRoundTrip else { throw .roundTripTooLong(firstByte - sent) }
        let date: HTTPDate
        do {
            date = try HTTPDate(parsing: text, near: sent.components.seconds)
        } catch {
            throw .malformedDate(error)
        }
        return DateSample(sent: sent, firstByte: firstByte, date: date)
    }
}
