import EventStream
import JSONText
import Recordings
import WireText

/// The shape of an answer: status, headers, and its document or its events.
struct AnswerShape: Sendable {
    private let status: Int
    private let headers: Set<String>
    private let content: Content

    private enum Content: Sendable {
        case none
        case document(JSONShape)
        case events(EventOrder, [String: JSONShape])
        case other(String)

        var words: String {
            switch self {
            case .none: "none"
            case .document: "a JSON document"
            case .events: "a stream of events"
            case .other(let what): what
            }
        }
    }

    /// The shape of a response; one that was just received is redacted first, so that both have the same headers left.
    init(_ response: RecordedResponse) {
        let redacted = Redactor.standard.redact(
            Exchange(request: RecordedRequest(method: "POST", target: "/"), response: response)
        ).response
        status = redacted.status
        // Those that a recording may lack without the service having left them out.
        headers = Set(redacted.headers.map { $0.name.lowercased() }).subtracting(["date", "retry-after"])
        switch redacted.body {
        case .none: content = .none
        case .json(let value): content = .document(JSONShape(value))
        case .text: content = .other("text")
        case .bytes: content = .other("bytes that are not text")
        case .stream(let chunks):
            let stream = RecordedStream(chunks)
            var shapes: [String: JSONShape] = [:]
            for frame in stream.frames {
                let name = frame.message.eventType ?? frame.message.exceptionType ?? "?"
                guard let payload = try? JSONValue(parsing: frame.message.payload) else { continue }
                if shapes[name]?.merge(JSONShape(payload)) == nil { shapes[name] = JSONShape(payload) }
            }
            content = .events(EventOrder(stream.frames), shapes)
        }
    }

    /// How an answer of now differs from this one.
    func differences(from found: AnswerShape) -> [ShapeDifference] {
        if status != found.status {
            return [
                ShapeDifference(path: "status", text: "was \(status), is now \(found.status)", weight: .drift)
            ]
        }
        var differences = headers.subtracting(found.headers).sorted().map { name in
            ShapeDifference(path: "header \(name)", text: "is gone", weight: .drift)
        }
        // A cassette may have been made without its headers, and an id is the first to be taken out of one.
        if !headers.isEmpty {
            differences += found.headers.subtracting(headers).subtracting(["x-amzn-requestid"]).sorted().map { name in
                ShapeDifference(path: "header \(name)", text: "is new", weight: .drift)
            }
        }
        switch (content, found.content) {
        case (.none, .none), (.other, .other): break
        case (.document(let before), .document(let after)):
            differences += ShapeDifference.between(recorded: before, found: after)
        case (.events(let order, let shapes), .events(let newOrder, let newShapes)):
            differences += EventOrder.differences(recorded: order, found: newOrder)
            // What comes or goes as a whole shows in the order.
            for name in Set(shapes.keys).intersection(newShapes.keys).sorted() {
                guard let before = shapes[name], let after = newShapes[name] else { continue }
                differences += ShapeDifference.between(recorded: before, found: after, at: name)
            }
        default:
            differences.append(
                ShapeDifference(
                    path: "body", text: "was \(content.words), is now \(found.content.words)", weight: .drift))
        }
        return differences
    }
}
