/// The failures that a text tells of by name, in an exception or a client's own form, where it shows no call.
enum NamedFailures {
    /// The failures in their order; a chain of exceptions is one, and so is what a program says again of its last one.
    static func exchanges(in text: InputText) -> [ObservedExchange] {
        var cursor = LogCursor(text)
        var found: [ObservedExchange] = []
        var isChained = false
        while !cursor.isAtEnd {
            let line = cursor.number
            guard let events = FailureReader.read(&cursor) else {
                if joins(cursor.line) { isChained = true }
                cursor.advance()
                continue
            }
            for case .failure(let message) in events {
                add(ObservedExchange(line: line, message: message), to: &found, isChained: isChained)
                isChained = false
            }
        }
        return found
    }

    /// What Python writes between an exception and the one that followed from it.
    private static func joins(_ line: ByteText) -> Bool {
        line.hasPrefix("During handling of the above exception")
            || line.hasPrefix("The above exception was the direct cause")
    }

    private static func add(_ next: ObservedExchange, to found: inout [ObservedExchange], isChained: Bool) {
        guard var last = found.last, let known = last.message, let message = next.message else {
            found.append(next)
            return
        }
        if isChained {
            last.earlierMessages = (last.earlierMessages + [known]).suffix(16)
            last.message = message
            found[found.count - 1] = last
        } else if !known.contains(message) {
            found.append(next)
        }
    }
}
