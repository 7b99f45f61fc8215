import EventStream
import JSONText
import Recordings
import WireText

/// Streamed exchanges made in code.
enum StreamExample {
    static let target = "/model/amazon.nova-micro-v1%3A0/converse-stream"

    static func frame(_ name: String, _ payload: JSONValue, type: String = "event") -> [UInt8] {
        frame(name, payload.bytes(.compact), type: type)
    }

    static func frame(_ name: String, _ payload: [UInt8], type: String = "event") -> [UInt8] {
        let message = EventStreamMessage(
            headers: [
                EventStreamHeader(type == "exception" ? ":exception-type" : ":event-type", .string(name)),
                EventStreamHeader(":content-type", .string("application/json")),
                EventStreamHeader(":message-type", .string(type)),
            ], payload: payload)
        // A frame of these few bytes is within every limit.
        return (try? EventStreamEncoder().encode(message)) ?? []
    }

    static func delta(_ text: String) -> [UInt8] {
        frame("contentBlockDelta", ["contentBlockIndex": 0, "delta": ["text": .string(text)], "p": "abc"])
    }

    static let start = frame("messageStart", ["role": "assistant", "p": "abcdef"])
    static let end = [
        frame("contentBlockStop", ["contentBlockIndex": 0]),
        frame("messageStop", ["stopReason": "end_turn"]),
        frame(
            "metadata",
            [
                "metrics": ["latencyMs": 20.0],
                "usage": ["inputTokens": 1, "outputTokens": 2, "totalTokens": 3, "serverToolUsage": [:]],
            ]),
    ]

    static let frames = [start, delta("Hello"), delta(", 世界")] + end

    /// An exchange whose stream arrived in these chunks, ten milliseconds apart.
    static func exchange(
        _ chunks: [[UInt8]],
        headers: [HeaderField] = [
            HeaderField("Content-Type", "application/vnd.amazon.eventstream")
        ]
    ) -> Exchange {
        let body = chunks.enumerated().map { StreamChunk(milliseconds: Double($0.offset * 10), bytes: $0.element) }
        return exchange(.stream(body), headers: headers)
    }

    static func exchange(_ body: RecordedBody, headers: [HeaderField] = []) -> Exchange {
        Exchange(
            request: ReplayExample.request("stream", target: target),
            response: RecordedResponse(status: 200, headers: headers, body: body))
    }
}
