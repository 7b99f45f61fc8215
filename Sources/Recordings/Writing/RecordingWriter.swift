import JSONText
import WireText

/// Makes the document of a recording; members stand in the order of the schema, empty ones are left out.
enum RecordingWriter {
    static func document(_ recording: Recording) -> JSONValue {
        var document: JSONObject = [
            "schema": .string(Recording.schema), "name": .string(recording.name), "source": source(recording.source),
        ]
        if !recording.notes.isEmpty { document["notes"] = .array(recording.notes.map { .string($0) }) }
        document["exchanges"] = .array(
            recording.exchanges.map { ["request": request($0.request), "response": response($0.response)] })
        return .object(document)
    }

    private static func source(_ source: RecordingSource) -> JSONValue {
        var object: JSONObject = [
            "kind": .string(source.kind.rawValue), "tool": .string(source.tool), "version": .string(source.version),
        ]
        if let date = source.date { object["date"] = .string(date) }
        return .object(object)
    }

    private static func request(_ request: RecordedRequest) -> JSONValue {
        var object: JSONObject = ["method": .string(request.method), "target": .string(request.target)]
        if let host = request.host { object["host"] = .string(host) }
        add(request.headers, request.body, to: &object)
        return .object(object)
    }

    private static func response(_ response: RecordedResponse) -> JSONValue {
        var object: JSONObject = ["status": .number(JSONNumber(response.status))]
        add(response.headers, response.body, to: &object)
        return .object(object)
    }

    private static func add(_ headers: [HeaderField], _ body: RecordedBody, to object: inout JSONObject) {
        if !headers.isEmpty {
            object["headers"] = .array(headers.map { ["name": .string($0.name), "value": .string($0.text)] })
        }
        switch body {
        case .none: break
        case .json(let value): object["body"] = ["json": value]
        case .text(let text): object["body"] = ["text": .string(text)]
        case .bytes(let bytes): object["body"] = ["base64": .string(Base64.text(bytes))]
        case .stream(let chunks):
            object["body"] = [
                "stream": .array(
                    chunks.map { chunk in
                        [
                            "atMs": .number(JSONNumber(chunk.milliseconds) ?? 0),
                            "base64": .string(Base64.text(chunk.bytes)),
                        ]
                    })
            ]
        }
    }
}
