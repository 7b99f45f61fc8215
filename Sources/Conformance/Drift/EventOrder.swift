import EventStream
import JSONText
import Recordings

/// In which order the events of a stream come, whatever they hold and however often deltas repeat.
struct EventOrder: Sendable, Hashable {
    /// The events, those of content together as `content`.
    private(set) var outline: [String] = []
    /// For each kind of content the orders in which the events of a block come: `start delta stop`.
    private(set) var blocks: [String: Set<String>] = [:]

    private struct Block {
        var kind = "content"
        var events: [String] = []
    }

    init(_ frames: [RecordedStream.Frame]) {
        var open: [Int64: Block] = [:]
        for frame in frames {
            let message = frame.message
            let name = message.eventType ?? message.exceptionType ?? message.errorCode ?? "an event without a type"
            guard name.hasPrefix("contentBlock") else {
                outline.append(name)
                continue
            }
            if outline.last != "content" { outline.append("content") }
            let payload = try? JSONValue(parsing: message.payload)
            let index = payload?["contentBlockIndex"]?.numberValue?.int64 ?? 0
            var block = open[index, default: Block()]
            let event = String(name.dropFirst("contentBlock".count)).lowercased()
            if block.events.last != event { block.events.append(event) }
            if let kind = (payload?["start"] ?? payload?["delta"])?.objectValue?.names.first { block.kind = kind }
            open[index] = block
            if event == "stop" {
                blocks[block.kind, default: []].insert(block.events.joined(separator: " "))
                open[index] = nil
            }
        }
        for block in open.values { blocks[block.kind, default: []].insert(block.events.joined(separator: " ")) }
    }

    /// The differences between the order that was recorded and the one that is found now.
    static func differences(recorded: EventOrder, found: EventOrder) -> [ShapeDifference] {
        var differences: [ShapeDifference] = []
        if recorded.outline != found.outline {
            let (before, after) = (recorded.outline.joined(separator: ", "), found.outline.joined(separator: ", "))
            differences.append(
                ShapeDifference(path: "events", text: "came as \(before), come now as \(after)", weight: .drift))
        }
        for kind in Set(recorded.blocks.keys).union(found.blocks.keys).sorted() {
            switch (recorded.blocks[kind], found.blocks[kind]) {
            case (let before?, let after?) where before != after:
                let (old, new) = (before.sorted().joined(separator: " | "), after.sorted().joined(separator: " | "))
                differences.append(
                    ShapeDifference(
                        path: "events of \(kind)", text: "came as \(old), come now as \(new)", weight: .drift))
            case (_?, nil):
                differences.append(ShapeDifference(path: "events of \(kind)", text: "are gone", weight: .choice))
            case (nil, _?):
                differences.append(ShapeDifference(path: "events of \(kind)", text: "are new", weight: .choice))
            default: break
            }
        }
        return differences
    }
}
