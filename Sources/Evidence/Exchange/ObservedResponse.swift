package import WireText

/// An answer as an input shows it.
package struct ObservedResponse: Sendable {
    package var status: Int?
    package var headers: [HeaderField]

    /// As far as the input shows it; empty when it does not.
    package var body: [UInt8]

    /// Whether the body holds the bytes that came; not where the input shows a dot for what cannot be printed.
    package var isExact = true

    /// The events of a streamed answer, where the input shows them without their frames.
    package var events: [ObservedEvent] = []

    package init(status: Int? = nil, headers: [HeaderField] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first value of a header, whatever the case of its name.
    package func header(_ name: String) -> String? { headers.text(of: name) }
}
