import WireText

/// A request that has been checked, with all that follows from the configuration: what the loop gets to work on.
///
/// A class, because it goes from hand to hand, and a copy would retain each of its two dozen parts.
final class TransferPlan: Sendable {
    let request: TransportRequest
    let origin: Origin
    let proxy: Proxy?
    let configuration: TransportConfiguration
    let acceptedAt: ContinuousClock.Instant

    /// - Parameter origin: the request's, parsed.
    init(
        _ request: TransportRequest, to origin: Origin, _ configuration: TransportConfiguration
    ) throws(TransportError) {
        acceptedAt = .now
        try RequestCheck.check(request, userAgent: configuration.userAgent)
        self.request = request
        self.configuration = configuration
        self.origin = origin
        // A proxy reads what plain HTTP carries, and whoever reads a bearer token can use it (RFC 6750, section 5.3).
        let isReadable = origin.scheme == .http && request.headers.contains(where: Self.isBearerToken)
        proxy = isReadable ? nil : configuration.proxies.proxy(for: origin)
    }

    private static func isBearerToken(_ field: HeaderField) -> Bool {
        field.isNamed("Authorization")
            && String(decoding: field.value.prefix(7), as: UTF8.self).lowercased() == "bearer "
    }

    /// The target as it stands in the request line: an HTTP proxy gets the absolute form (RFC 9112 section 3.2.2).
    var wireTarget: String {
        origin.scheme == .http && proxy?.forwardsPlainHTTP == true
            ? origin.text + request.target : request.target
    }

    /// Whether HTTP/2 is spoken without asking.
    var hasPriorKnowledgeOfHTTP2: Bool {
        configuration.httpVersion == .http2 && origin.scheme == .http && proxy?.forwardsPlainHTTP != true
    }

    /// The host and port in words, with the proxy when there is one.
    var destination: String {
        let direct = "\(origin.host):\(origin.port)"
        return if let proxy { "\(direct) through the proxy \(proxy)" } else { direct }
    }

    /// The header lines for curl: what is given, and what must be absent as `Name:`.
    ///
    /// An empty value is written `Name;`, which curl turns into `Name:` (CURLOPT_HTTPHEADER).
    var headerLines: HeaderLines {
        var lines = HeaderLines()
        let fields = request.headers
        let headers = fields.span
        for place in headers.indices {
            let isBlank = headers[place].value.allSatisfy { $0 == 0x20 || (0x09...0x0d).contains($0) }
            if isBlank {
                lines.append(headers[place].name, ";", [])
            } else {
                lines.append(headers[place].name, ": ", headers[place].value)
            }
        }
        // A body makes curl add a form's Content-Type, and a long one Expect: neither was asked for.
        for name in request.absentHeaders where isNotGiven(name) { lines.append(name, ":", []) }
        for name in Self.uninvited where isNotGiven(name) { lines.append(name, ":", []) }
        return lines
    }

    private static let uninvited = ["Content-Type", "Expect"]

    private func isNotGiven(_ name: String) -> Bool { !request.headers.contains { $0.isNamed(name) } }
}
