import ConverseAPI

/// An input of `doctor explain`, read: the calls it shows, whatever its form.
package struct ExplainInput: Sendable {
    /// The name of the input: a file, or `standard input`.
    package let name: String
    package let kind: InputKind

    /// In the order of the input; successful ones included.
    package let exchanges: [ObservedExchange]

    package init(name: String, kind: InputKind, exchanges: [ObservedExchange]) {
        self.name = name
        self.kind = kind
        self.exchanges = exchanges
    }

    /// Reads an input by its content; the name is for messages only.
    ///
    /// - Throws: ``InputFault`` when nothing can be made of it.
    package init(_ bytes: [UInt8], name: String) throws(InputFault) {
        if StreamReview.isStream(bytes), bytes.count <= InputText.limit {
            // Only an answer that was none of an error is a stream.
            let body = ObservedResponse(
                status: 200, headers: [ServiceAnswer.Header("Content-Type", "application/vnd.amazon.eventstream")],
                body: bytes)
            self.init(name: name, kind: .eventStream, exchanges: [ObservedExchange(response: body)])
            return
        }
        let text = try InputText(bytes, name: name)
        if let log = LogInput.read(text) {
            self.init(name: name, kind: log.kind, exchanges: log.exchanges)
            return
        }
        let exchanges = ErrorTextInput.exchanges(text)
        self.init(name: name, kind: ErrorTextInput.kind(text), exchanges: exchanges)
    }
}
