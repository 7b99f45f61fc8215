import EventStream
import JSONText

/// The answer of a model as ConverseStream brings it: one frame for each event, one delta for each token.
///
/// Events and their order: Amazon Bedrock API Reference, ConverseStream.
enum AuthoredStream {
    static let contentType = "application/vnd.amazon.eventstream"

    /// The frames of an answer, each to be sent as a piece of its own.
    static func frames(of answer: AuthoredAnswer) throws(EventStreamError) -> [[UInt8]] {
        let index: JSONValue = .number(JSONNumber(0))
        var frames = [try frame("messageStart", ["role": .string("assistant")])]
        for piece in answer.pieces {
            frames.append(
                try frame(
                    "contentBlockDelta", ["contentBlockIndex": index, "delta": .object(["text": .string(piece)])]))
        }
        frames.append(try frame("contentBlockStop", ["contentBlockIndex": index]))
        frames.append(try frame("messageStop", ["stopReason": .string(answer.stopReason)]))
        frames.append(try frame("metadata", ["metrics": answer.metrics, "usage": answer.usage]))
        return frames
    }

    private static func frame(_ type: String, _ payload: JSONObject) throws(EventStreamError) -> [UInt8] {
        try EventStreamEncoder().encode(
            EventStreamMessage(
                headers: [
                    EventStreamHeader(":event-type", .string(type)),
                    EventStreamHeader(":content-type", .string("application/json")),
                    EventStreamHeader(":message-type", .string("event")),
                ],
                payload: JSONValue.object(payload).bytes(.compact)))
    }
}
