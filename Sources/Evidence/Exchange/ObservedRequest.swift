package import WireText

/// A request as an input shows it: as sent, as far as the input tells.
package struct ObservedRequest: Sendable {
    /// What is known of the body.
    package enum Body: Sendable, Hashable {
        /// All of it.
        case whole([UInt8])
        /// All of it, unless a byte that cannot be shown was replaced.
        case likely([UInt8])
        /// There is none.
        case none
        /// The input does not show it, or not in the bytes that were sent.
        case unknown
    }

    package var method: String

    /// `path?query` as on the wire.
    package var target: [UInt8]

    /// In the order sent, as far as the input keeps it.
    package var headers: [HeaderField]
    package var body: Body

    /// The host that was connected to, where the input names it apart from the `Host` header.
    package var host: String?

    package init(
        method: String, target: [UInt8], headers: [HeaderField] = [], body: Body = .unknown, host: String? = nil
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.host = host
    }

    /// The first value of a header, whatever the case of its name.
    package func header(_ name: String) -> String? { headers.text(of: name) }
}
