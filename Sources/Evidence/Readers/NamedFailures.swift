/// The failures that a text tells of by name, in an exception or a client's own form, where it shows no call.
enum NamedFailures {
    private static let marks = LineMarks(FailureReader.marks)

    /// The failures in their order; a chain of exceptions is one, and so is what a program says again of its last one.
    static func exchanges(in text: InputText) -> [ObservedExchange] {
        var cursor = LogCursor(text)
        var found: [ObservedExchange] = []
        var isChained = false
        while !cursor.isAtEnd {
            let line = cursor.number
            let mayBegin = marks.isIn(cursor.line) || FailureReader.mayBegin(cursor.line, below: cursor.peek(-1))
            guard mayBegin, let events = FailureReader.read(&cursor) else {
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

    /// As much of a message is looked for as tells it from others: runs of one character would take the square of their length.
    private static let repeatLimit = 512

    private static func repeats(_ known: String, _ message: String) -> Bool {
        guard message.utf8.count <= known.utf8.count else { return false }
        return Array(known.utf8)[...].contains(String(decoding: message.utf8.prefix(repeatLimit), as: UTF8.self))
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
        } else if !repeats(known, message) {
            found.append(next)
        }
    }
}
