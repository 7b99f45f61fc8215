import JSONText

/// A line of the runner, as an adapter reads it.
enum RunnerLine {
    /// The first line or the last one, which want no answer.
    case bracket
    /// A case, to be answered under its id.
    case exercise(id: JSONValue, JSONCursor)
    /// No line of the protocol; the answer says so.
    case unreadable(answer: JSONValue)

    init(_ line: [UInt8]) {
        do {
            let message = JSONCursor(try JSONValue(parsing: line))
            guard try message.optionalMember("protocol") == nil, try message.optionalMember("end") == nil else {
                self = .bracket
                return
            }
            self = .exercise(id: try message.member("id").value, message)
        } catch {
            self = .unreadable(
                answer: ["id": "", "error": .string("not a line of \(AdapterRole.protocolName): \(error)")])
        }
    }
}
