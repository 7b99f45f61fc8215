import Converse
import ConverseAPI
import EventStream
import JSONText
import Recordings
import WireText

/// The judgement on one streamed exchange: the events that came against the recorded frames, one by one, then how the
/// stream ended, then the message that the events amount to.
struct StreamJudge {
    private let recorded: RecordedStream
    private var collector = ConverseStreamCollector()
    private var count = 0

    /// Asks for a stream and judges what comes.
    ///
    /// - Returns: what is worth knowing although it is not a fault: a stream that the recording shows to have broken off.
    static func judge(
        _ client: ConverseClient, target: String, body: [UInt8], against chunks: [StreamChunk]
    ) async throws(ReplayJudge.Fault) -> [String] {
        var judge = StreamJudge(recorded: RecordedStream(chunks))
        let ending = try await judge.read(client, target, body)
        try judge.compare(ending)
        try judge.judgeFold()
        return judge.remarks
    }

    private init(recorded: RecordedStream) { self.recorded = recorded }

    /// Reads to the end; answers the error that it ended with, `nil` for none.
    private mutating func read(
        _ client: ConverseClient, _ target: String, _ body: [UInt8]
    ) async throws(ReplayJudge.Fault) -> ConverseError? {
        var events: ConverseStream.Iterator
        do {
            events = try await client.stream(target: target, body: body, order: .ignored).makeAsyncIterator()
        } catch {
            return error
        }
        while true {
            let next: ConverseStreamEvent?
            do {
                next = try await events.next()
            } catch {
                return error
            }
            guard let event = next else { return nil }
            try compare(event)
            collector.add(event.output)
            count += 1
        }
    }

    // MARK: Events

    private func compare(_ event: ConverseStreamEvent) throws(ReplayJudge.Fault) {
        guard count < recorded.frames.count else {
            throw fault("answer", "expected the end of the stream, found the event \(event.name)")
        }
        let frame = recorded.frames[count]
        guard event.message == frame.message, event.offset == frame.range.lowerBound else {
            throw fault(
                "answer", "expected the frame at byte \(frame.range.lowerBound), found another at \(event.offset)")
        }
        // The payload of an event that is not known need not be JSON; its frame was compared.
        guard let payload = try? JSONValue(parsing: frame.message.payload) else { return }
        guard let encoded = event.payload else {
            throw fault("encode response", "the event \(event.name) has lost its payload")
        }
        do {
            try ReplayJudge.same(payload, encoded, stage: "encode response")
        } catch {
            throw fault(error.stage, "\(event.name): \(error.message)")
        }
    }

    // MARK: The end

    /// How the recorded bytes say that the stream ended.
    private enum Ending {
        case complete
        case exception(type: String, message: String?)
        case failure(offset: Int)
    }

    private var expected: Ending {
        for frame in recorded.frames {
            let message = frame.message
            switch message.messageType {
            case "exception":
                let type = message.exceptionType ?? ""
                let payload = try? JSONValue(parsing: message.payload)
                return .exception(
                    type: type.prefix(1).uppercased() + type.dropFirst(), message: payload?["message"]?.stringValue)
            case "error": return .exception(type: message.errorCode ?? "", message: message.errorMessage)
            default: continue
            }
        }
        switch recorded.ending {
        case .damaged(let error), .cut(let error): return .failure(offset: error.offset)
        case .whole:
            let hasStop = recorded.frames.contains { $0.message.eventType == "messageStop" }
            return hasStop ? .complete : .failure(offset: recorded.frames.last?.range.upperBound ?? 0)
        }
    }

    private func compare(_ found: ConverseError?) throws(ReplayJudge.Fault) {
        switch expected {
        case .complete:
            if let found { throw fault("answer", "the stream is whole, and the client says: \(found.message)") }
            guard count == recorded.frames.count else {
                throw fault("answer", "expected \(recorded.frames.count) events, found \(count)")
            }
        case .exception(let type, let message):
            guard let found, found.errorType == type else {
                throw fault("decode response", "expected the exception \(type), found \(Self.name(found))")
            }
            if let message, found.message != message {
                throw fault("decode response", "expected the message “\(message)”, found “\(found.message)”")
            }
        case .failure(let offset):
            guard let failure = found?.streamFailure, failure.offset == offset else {
                throw fault(
                    "decode response",
                    "the recorded stream fails at byte \(offset), and the client says: \(Self.name(found))")
            }
        }
    }

    private static func name(_ error: ConverseError?) -> String { error.map { "\($0.message)" } ?? "no error" }

    /// What the recording shows beside a whole answer.
    private var remarks: [String] {
        switch expected {
        case .complete: collector.faults
        case .exception(let type, _): ["the stream ends with \(type), after \(Counted.words(count, "event"))"]
        case .failure(let offset):
            ["the recorded stream breaks off or is damaged at byte \(offset), as the client says"]
        }
    }

    // MARK: The message

    /// The folded message against the payloads: each block has all the text of its deltas, and reads back as it is.
    private func judgeFold() throws(ReplayJudge.Fault) {
        let response = collector.response
        let again: ConverseResponse
        do {
            again = try ConverseResponse(json: response.json)
        } catch {
            throw fault("fold", "the folded answer is not Converse's: \(error)")
        }
        guard again == response else { throw fault("fold", "the folded answer reads back as another") }
        var texts: [Int64: String] = [:]
        for frame in recorded.frames.prefix(count) where frame.message.eventType == "contentBlockDelta" {
            guard let payload = try? JSONValue(parsing: frame.message.payload),
                let index = payload["contentBlockIndex"]?.numberValue?.int64,
                let text = payload["delta"]?["text"]?.stringValue
            else { continue }
            texts[index, default: ""] += text
        }
        let expected = texts.sorted { $0.key < $1.key }.map(\.value).joined()
        let found = (response.message?.content ?? []).map(Self.text).joined()
        guard found == expected else {
            throw fault("fold", "the deltas have \(expected.utf8.count) bytes of text, the message \(found.utf8.count)")
        }
    }

    private static func text(_ block: ContentBlock) -> String {
        switch block {
        case .text(let text): text
        case .citationsContent(let cited):
            (cited.content ?? []).map { if case .text(let text) = $0 { text } else { "" } }.joined()
        default: ""
        }
    }

    private func fault(_ stage: String, _ message: String) -> ReplayJudge.Fault {
        ReplayJudge.Fault(stage: stage, message: count > 0 ? "event \(count): \(message)" : message)
    }
}
