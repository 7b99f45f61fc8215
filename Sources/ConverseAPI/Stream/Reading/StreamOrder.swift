/// Whether events out of order are an error.
///
/// A recording shows what a service did, in whatever order; a client that goes on with a message whose parts are
/// missing or doubled shows somebody something wrong.
package enum StreamOrderPolicy: Sendable, Hashable { case required, ignored }

/// The order in which events must come: the start of the message, its blocks, its stop, and then the metadata.
///
/// Source: Amazon Bedrock User Guide, "Using the Converse API", "ConverseStream response".
package struct StreamOrder {
    private enum Block { case open, closed }

    private var hasStarted = false
    package private(set) var hasStopped = false
    private var blocks: [Int: Block] = [:]

    package init() {}

    /// Takes note of an event; answers what is wrong with its place, nil when nothing is.
    package mutating func note(_ output: ConverseStreamOutput) -> String? {
        switch output {
        case .messageStart:
            defer { hasStarted = true }
            return hasStarted ? "messageStart came a second time" : nil
        case .contentBlockStart(let event):
            let known = blocks.updateValue(.open, forKey: event.contentBlockIndex)
            return outside("contentBlockStart")
                ?? (known == nil ? nil : "contentBlockStart of block \(event.contentBlockIndex), which had begun")
        case .contentBlockDelta(let event):
            let known = blocks.updateValue(.open, forKey: event.contentBlockIndex)
            return outside("contentBlockDelta")
                ?? (known == .closed ? "contentBlockDelta of block \(event.contentBlockIndex), which had ended" : nil)
        case .contentBlockStop(let event):
            // A block may be empty: then its stop is all there is of it.
            let known = blocks.updateValue(.closed, forKey: event.contentBlockIndex)
            return outside("contentBlockStop")
                ?? (known == .closed ? "contentBlockStop of block \(event.contentBlockIndex), which had ended" : nil)
        case .messageStop:
            defer { hasStopped = true }
            if let fault = outside("messageStop") { return fault }
            let open = blocks.filter { $0.value == .open }.keys.min()
            return open.map { "messageStop came, and block \($0) had not ended (contentBlockStop)" }
        case .metadata:
            return hasStarted ? nil : "metadata came before messageStart"
        default:
            // An exception, or an event that the API has gained since: its place is not known to be wrong.
            return nil
        }
    }

    private func outside(_ name: String) -> String? {
        if !hasStarted { return "\(name) came before messageStart" }
        return hasStopped ? "\(name) came after messageStop" : nil
    }
}
