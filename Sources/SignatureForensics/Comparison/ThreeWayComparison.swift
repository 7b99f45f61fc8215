/// Which of three accounts of one request agree: the client's, the one rebuilt from the wire, the server's.
///
/// Where they part tells where the fault sits, before any rule says what it is. If the server gave no account, the
/// rebuilt one stands in for it, and ``isConfirmedByServer`` is false.
public struct ThreeWayComparison: Sendable, Hashable {
    /// Between the client's account and the one rebuilt from the wire; nil if either is unknown.
    public let clientAndWire: Agreement?
    /// Between the account rebuilt from the wire and the server's; nil if either is unknown.
    public let wireAndServer: Agreement?
    /// Between the client's account and the server's; nil if either is unknown.
    public let clientAndServer: Agreement?

    /// Whether the server's own account took part.
    public let isConfirmedByServer: Bool

    /// Whether two accounts are the same, and where they first differ if not.
    public enum Agreement: Sendable, Hashable {
        /// Byte for byte the same.
        case same
        /// Different, first at this place.
        case different(SectionDifference)
    }

    /// Compares what is known.
    ///
    /// - Parameters:
    ///   - client: what the client computed.
    ///   - wire: what a reference signer makes of the request as sent.
    ///   - server: what the server says it expected.
    public init(client: SignedTexts?, wire: SignedTexts?, server: SignedTexts?) {
        clientAndWire = Self.agreement(client, wire)
        wireAndServer = Self.agreement(wire, server)
        clientAndServer = Self.agreement(client, server)
        isConfirmedByServer = server != nil
    }

    private static func agreement(_ one: SignedTexts?, _ other: SignedTexts?) -> Agreement? {
        guard let one, let other else { return nil }
        return one.difference(from: other).map(Agreement.different) ?? .same
    }
}

extension ThreeWayComparison {
    /// Where the fault sits.
    public enum Place: Sendable, Hashable {
        /// All accounts agree: what was signed is right, so the key (or the time of asking) is wrong.
        case key
        /// Wire and server agree, the client computed something else: it canonicalised wrongly, or its request was
        /// changed after signing within the process.
        case client
        /// Client and wire agree, the server saw something else: the request was changed on the way, or the service has
        /// a rule of its own.
        case betweenClientAndServer
        /// No two accounts agree.
        case several
        /// Too little is known.
        case undecided
    }

    /// Where the fault sits, as far as the known accounts tell.
    public var place: Place {
        switch (clientAndWire, wireAndServer, clientAndServer) {
        case (.same?, .same?, _): .key
        case (.different?, .same?, _): .client
        case (.same?, .different?, _): .betweenClientAndServer
        case (.different?, .different?, .different?): .several
        // Client and server agree against the wire: what was taken for the wire is not what was sent.
        case (.different?, .different?, .same?): .undecided
        // Without the server's account the wire's stands in for it.
        case (.same?, nil, nil): .key
        case (.different?, nil, nil): .client
        // Without the wire, a difference may sit in the client or behind it.
        case (nil, nil, .same?): .key
        default: .undecided
        }
    }
}
