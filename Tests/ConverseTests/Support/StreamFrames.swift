import EventStream
import JSONText

/// Frames as the service sends them, and ways to spoil them.
enum StreamFrames {
    static func frame(_ name: String, _ payload: JSONValue, type: String = "event") -> [UInt8] {
        frame(name, payload.bytes(.compact), type: type)
    }

    static func frame(_ name: String, _ payload: [UInt8], type: String = "event") -> [UInt8] {
        frame(
            [
                EventStreamHeader(type == "exception" ? ":exception-type" : ":event-type", .string(name)),
                EventStreamHeader(":content-type", .string("application/json")),
                EventStreamHeader(":message-type", .string(type)),
            ], payload)
    }

    static func frame(_ headers: [EventStreamHeader], _ payload: [UInt8] = []) -> [UInt8] {
        // These few bytes are within every limit.
        (try? EventStreamEncoder().encode(EventStreamMessage(headers: headers, payload: payload))) ?? []
    }

    static func text(_ text: String, block: Int = 0) -> [UInt8] {
        delta(["text": .string(text)], block: block)
    }

    static func delta(_ delta: JSONValue, block: Int = 0) -> [UInt8] {
        frame(
            "contentBlockDelta",
            ["contentBlockIndex": .number(JSONNumber(block)), "delta": delta, "p": "abcdefghij"])
    }

    static func stop(block: Int = 0) -> [UInt8] {
        frame("contentBlockStop", ["contentBlockIndex": .number(JSONNumber(block)), "p": "ab"])
    }

    static func exception(_ name: String, _ message: String) -> [UInt8] {
        frame(name, ["message": .string(message)], type: "exception")
    }

    static let start = frame("messageStart", ["role": "assistant", "p": "abc"])
    static let messageStop = frame("messageStop", ["stopReason": "end_turn", "p": "abcd"])
    static let metadata = frame(
        "metadata",
        [
            "metrics": ["latencyMs": 7], "p": "a",
            "usage": ["inputTokens": 1, "outputTokens": 2, "totalTokens": 3, "serverToolUsage": [:]],
        ])

    /// A whole stream of a message with one block of text.
    static let whole = [start, text("po"), text("ng"), stop(), messageStop, metadata]

    /// The whole stream with another frame in a place.
    static func whole(with frame: [UInt8], at place: Int) -> [[UInt8]] {
        var frames = whole
        frames[place] = frame
        return frames
    }

    /// The frame with one bit changed.
    static func flipped(_ frame: [UInt8], at byte: Int) -> [UInt8] {
        var frame = frame
        frame[byte < 0 ? frame.count + byte : byte] ^= 0x10
        return frame
    }

    /// A prelude that announces a length, its checksum right.
    static func prelude(announcing length: UInt32) -> [UInt8] {
        let lengths = [length, 0].flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
        let checksum = CRC32.checksum(lengths.span)
        return lengths + (0..<4).map { UInt8(truncatingIfNeeded: checksum >> (24 - 8 * $0)) }
    }
}
