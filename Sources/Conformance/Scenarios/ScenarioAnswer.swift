import EventStream
import JSONText
import Recordings
import WireText

/// Reads an answer that the server of a scenario gives.
///
/// `{"json"}` and `{"text"}` with `status` and `headers`; `{"error": {"status","type","message"}}` in the service's own form;
/// `{"events": [{"messageStart": {…}}, …]}` as an event stream, in which `{"exception:NAME": {…}}` is an exception.
enum ScenarioAnswer {
    static func read(_ answer: JSONCursor) throws(JSONShapeError) -> RecordedResponse {
        try answer.requireOnly(names: ["json", "text", "error", "events", "status", "headers"])
        var response = RecordedResponse(status: try answer.optionalMember("status")?.integer(in: 100...599) ?? 200)
        for (name, value) in try answer.optionalMember("headers")?.members() ?? [] {
            response.headers.append(HeaderField(name, try value.string()))
        }
        let names = try answer.object().names.filter { $0 != "status" && $0 != "headers" }
        guard names.count == 1 else {
            throw answer.fault(
                expected: "one of the members json, text, error, events", found: "\(names.count) of them")
        }
        if let json = try answer.optionalMember("json") {
            setType("application/json", &response)
            response.body = .json(json.value)
        } else if let text = try answer.optionalMember("text") {
            response.body = .text(try text.string())
        } else if let error = try answer.optionalMember("error") {
            try read(error: error, &response)
        } else {
            setType("application/vnd.amazon.eventstream", &response)
            var chunks: [StreamChunk] = []
            for event in try answer.member("events").array() {
                chunks.append(StreamChunk(milliseconds: 0, bytes: try frame(event)))
            }
            response.body = .stream(chunks)
        }
        return response
    }

    private static func setType(_ type: String, _ response: inout RecordedResponse) {
        guard response.headers.text(of: "content-type") == nil else { return }
        response.headers.append(HeaderField("Content-Type", type))
    }

    private static func read(error: JSONCursor, _ response: inout RecordedResponse) throws(JSONShapeError) {
        try error.requireOnly(names: ["status", "type", "message"])
        response.status = try error.member("status").integer(in: 400...599)
        setType("application/json", &response)
        response.headers.append(HeaderField("x-amzn-ErrorType", try error.member("type").string()))
        response.body = .json(["message": .string(try error.member("message").string())])
    }

    private static func frame(_ event: JSONCursor) throws(JSONShapeError) -> [UInt8] {
        guard let (name, payload) = try event.members().first, try event.object().count == 1 else {
            throw event.fault(expected: "one member, the event's name")
        }
        let exception = "exception:"
        let isException = name.hasPrefix(exception)
        let message = EventStreamMessage(
            headers: [
                EventStreamHeader(
                    isException ? ":exception-type" : ":event-type",
                    .string(isException ? String(name.dropFirst(exception.count)) : name)),
                EventStreamHeader(":content-type", .string("application/json")),
                EventStreamHeader(":message-type", .string(isException ? "exception" : "event")),
            ], payload: payload.value.bytes(.compact))
        do {
            return try EventStreamEncoder().encode(message)
        } catch {
            throw event.fault(expected: "an event that fits into a frame", found: "\(error)")
        }
    }
}
