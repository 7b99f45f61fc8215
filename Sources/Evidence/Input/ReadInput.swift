import WireText

/// An input of `doctor explain`, read: the calls it shows, whatever its form.
package struct ReadInput: Sendable {
    /// Another way to take a text that shows no call; which one holds, only the meaning of the words tells.
    package enum OtherReading: Sendable {
        /// The text may be several failures, pasted one below the other.
        case apart([ObservedExchange])
        /// The text may tell several failures one by one: in lines of JSON, in a list, in blocks.
        case listed([ObservedExchange])
        /// The text is a log: each record that speaks of an error may be a failure of its own.
        case records([ObservedExchange])
        /// The text is the output of a program, of which single lines may speak of the failure.
        case lines([ObservedExchange])
        /// Beside failures with a name, records that may speak of one without: of a network, or of a missing setting.
        case beside([ObservedExchange])
    }

    /// The name of the input: a file, or `standard input`.
    package let name: String
    package let kind: InputKind

    /// In the order of the input; successful ones included.
    ///
    /// A text that shows no call is one by itself.
    package let exchanges: [ObservedExchange]
    package let otherReading: OtherReading?

    /// The text around the calls; `nil` for an input that is not text.
    package let excerpt: InputExcerpt?

    package init(
        name: String, kind: InputKind, exchanges: [ObservedExchange], otherReading: OtherReading? = nil,
        excerpt: InputExcerpt? = nil
    ) {
        self.name = name
        self.kind = kind
        self.exchanges = exchanges
        self.otherReading = otherReading
        self.excerpt = excerpt
    }

    /// Reads an input by its content; the name is for messages only.
    ///
    /// - Throws: ``InputFault`` when nothing can be made of it.
    package init(_ bytes: [UInt8], name: String) throws(InputFault) {
        try self.init(InputContent(bytes), name: name)
    }

    /// Reads an input of which all is kept, or what may concern a call.
    ///
    /// - Throws: ``InputFault`` when nothing can be made of it.
    package init(_ content: InputContent, name: String) throws(InputFault) {
        if let document = content.tooLarge { throw InputFault(name, document.message) }
        let bytes = content.bytes
        if ObservedEvent.isStream(bytes), bytes.count <= InputText.limit {
            // Only a successful answer is a stream.
            let body = ObservedResponse(
                status: 200, headers: [HeaderField("Content-Type", "application/vnd.amazon.eventstream")],
                body: bytes)
            self.init(name: name, kind: .eventStream, exchanges: [ObservedExchange(response: body)])
            return
        }
        let text = try InputText(content, name: name)
        let excerpt = InputExcerpt(text)
        if let calls = TrailInput.exchanges(text) {
            self.init(name: name, kind: .cloudTrail, exchanges: calls, excerpt: excerpt)
            return
        }
        if let log = LogInput.read(text) {
            self.init(name: name, kind: log.kind, exchanges: log.exchanges, excerpt: excerpt)
            return
        }
        let words = ErrorTextInput(text)
        self.init(
            name: name, kind: words.kind, exchanges: words.exchanges, otherReading: words.otherReading,
            excerpt: excerpt)
    }
}
