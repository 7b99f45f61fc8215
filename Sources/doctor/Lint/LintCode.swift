import JSONText
import RequestRules
import WireText

/// Calls of Converse in pasted code: Python's `client.converse(modelId=..., messages=[...])`, JavaScript's `new ConverseCommand({...})`,
/// or the object alone as either language writes it.
struct LintCode {
    private(set) var requests: [LintRequest] = []

    /// What was read as code, and what of it could not be read.
    private(set) var notes: [String] = []

    private static let calls: [(mark: String, delivery: RequestOutline.Delivery)] = [
        (".converse(", .whole), (".converse_stream(", .streamed), (".converseStream(", .streamed),
        ("ConverseCommand(", .whole), ("ConverseStreamCommand(", .streamed),
    ]

    /// Reads the calls of a text; `nil` where none stands there.
    init?(_ bytes: [UInt8], name: String) {
        for (mark, delivery) in Self.calls {
            let wanted = Array(mark.utf8)
            var rest = bytes[...]
            while let found = rest.firstRange(of: wanted), requests.count < 100 {
                rest = rest[found.upperBound...]
                let line = bytes[..<found.lowerBound].count { $0 == 0x0A } + 1
                var literal = CodeLiteral(bytes, at: found.upperBound)
                guard let members = literal.object() ?? Self.arguments(bytes, found.upperBound, &literal) else {
                    continue
                }
                add(members, literal, delivery, "\(name):\(line)")
            }
        }
        if requests.isEmpty, let start = bytes.firstIndex(where: { $0 > 0x20 }), Self.isForeign(bytes[start...]) {
            var literal = CodeLiteral(bytes, at: start)
            if let members = literal.object(), !members.isEmpty { add(members, literal, nil, name) }
        }
        if requests.isEmpty { return nil }
    }

    private static func arguments(_ bytes: [UInt8], _ place: Int, _ literal: inout CodeLiteral) -> JSONObject? {
        literal = CodeLiteral(bytes, at: place)
        guard let members = literal.arguments(), !members.isEmpty else { return nil }
        return members
    }

    /// Whether an object begins as JSON never does: its first name in single quotes, or in none.
    private static func isForeign(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first == UInt8(ascii: "{"), let next = text.dropFirst().first(where: { $0 > 0x20 }) else {
            return false
        }
        return next == UInt8(ascii: "'") || next.isLetter
    }

    private mutating func add(
        _ members: JSONObject, _ literal: CodeLiteral, _ delivery: RequestOutline.Delivery?, _ place: String
    ) {
        var body = members
        let model = body.removeValue(forName: "modelId")?.stringValue
        let isModelUnread = literal.unread.contains { $0.path == JSONPath([.name("modelId")]) }
        var request = LintRequest(
            body: body, modelID: isModelUnread ? nil : model, delivery: delivery, number: requests.count + 1,
            prefix: nil,
            modelPath: nil)
        request.unread = literal.unread.map(\.path)
        request.open = literal.open
        requests.append(request)
        let missed = literal.unread.prefix(8).map { "\($0.path) (\(VisibleText.of($0.words)))" }
        let more = literal.unread.count > 8 ? " and \(literal.unread.count - 8) more" : ""
        notes.append(
            missed.isEmpty
                ? "\(place): read as code"
                : "\(place): read as code; not judged, because its value does not stand in the text: \(missed.joined(separator: ", "))\(more)"
        )
    }
}

extension LintRequest {
    /// Whether a fault is of something whose value the text does not show.
    func isUnread(_ path: JSONPath?) -> Bool {
        guard let path else { return false }
        return unread.contains { path.steps.starts(with: $0.steps) }
            || open.contains { $0.steps.count + 1 == path.steps.count && path.steps.starts(with: $0.steps) }
    }
}
