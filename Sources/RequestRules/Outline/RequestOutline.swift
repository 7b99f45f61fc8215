package import JSONText
import WireText

/// What the rules look at in a Converse request, gathered in one walk over its blocks.
///
/// It takes any object: a value of the wrong type is passed over here, since its shape is judged by ``ShapeCheck``. A
/// request of plain text costs the walk and a list of its turns, whatever the number of rules.
package struct RequestOutline: Sendable {
    /// How the answer is wanted: Converse, or ConverseStream.
    package enum Delivery: Sendable, Hashable { case whole, streamed }

    /// A message: who speaks, and which of the gathered blocks are its own.
    struct Turn: Sendable {
        let role: String
        let blocks: Int
        let calls: Range<Int>
        let results: Range<Int>
        let documents: Range<Int>
        let hasText: Bool
    }

    /// A block of a message, or of a tool's result inside one.
    struct Block: Sendable {
        let path: JSONPath
        let turn: Int
        let value: JSONValue

        subscript(name: String) -> JSONValue? { value[name] }
    }

    /// A call of a tool, or the result of one.
    struct ToolBlock: Sendable {
        let turn: Int
        let place: Int
        let id: String
        let value: JSONValue

        /// `messages[1].content[0]`.
        var path: JSONPath {
            JSONPath([.name("messages"), .index(turn), .name("content"), .index(place)])
        }
    }

    /// A cache point, in the order in which the service reads them: tools, system, messages.
    struct CachePoint: Sendable {
        let path: JSONPath
        let ttl: String?
        /// The bytes of text before it.
        let textBytes: Int
    }

    package let body: JSONObject
    package let delivery: Delivery
    /// The model as the call names it, where that is known.
    package let modelID: String?

    /// The members of the body that many rules ask for.
    let (messages, toolConfig, settings, additionalFields): (JSONValue?, JSONValue?, JSONValue?, JSONValue?)
    let outputConfig: JSONValue?

    private(set) var turns: [Turn] = []
    private(set) var calls: [ToolBlock] = []
    private(set) var results: [ToolBlock] = []
    private(set) var documents: [Block] = []
    private(set) var images: [Block] = []
    /// Video and audio.
    private(set) var recordings: [(kind: String, block: Block)] = []
    private(set) var blankTexts: [JSONPath] = []
    private(set) var cachePoints: [CachePoint] = []
    /// `toolAddition` and `toolRemoval`.
    private(set) var toolChanges: [Block] = []

    /// The bytes of text that were met so far.
    private var textBytes = 0

    package init(_ body: JSONObject, delivery: Delivery = .whole, modelID: String? = nil) {
        self.body = body
        self.delivery = delivery
        self.modelID = modelID
        messages = body["messages"]
        toolConfig = body["toolConfig"]
        settings = body["inferenceConfig"]
        additionalFields = body["additionalModelRequestFields"]
        outputConfig = body["outputConfig"]
        if let tools = tools { gather(tools: tools) }
        if let system = body["system"]?.arrayValue { gather(system: system) }
        guard let messages = messages?.arrayValue else { return }
        turns.reserveCapacity(messages.count)
        for (turn, message) in messages.enumerated() { gather(message, turn) }
    }

    /// Whether the model is one of Anthropic's, as far as its name says.
    var callsClaude: Bool { modelID?.contains("anthropic.claude") ?? false }

    /// The turns of user and assistant, by their numbers: messages of role system stand between them.
    var spoken: [Int] { turns.indices.filter { turns[$0].role != "system" } }

    /// Whether a stored prompt is called, which brings messages and settings of its own.
    var callsPrompt: Bool { modelID.map { $0.hasPrefix("arn:") && $0.contains(":prompt/") } ?? false }

    /// Whether there are images, documents, video or audio.
    var hasMedia: Bool { !images.isEmpty || !documents.isEmpty || !recordings.isEmpty }

    /// The definitions of tools.
    var tools: [JSONValue]? { toolConfig?["tools"]?.arrayValue }

    /// A member of `inferenceConfig` that is there.
    func setting(_ name: String) -> JSONValue? { Self.present(settings?[name]) }

    /// A member of `additionalModelRequestFields` that is there.
    func additional(_ name: String) -> JSONValue? { Self.present(additionalFields?[name]) }

    static func present(_ value: JSONValue?) -> JSONValue? { value.flatMap { $0.isNull ? nil : $0 } }

    // MARK: The walk

    private mutating func gather(tools: [JSONValue]) {
        for (place, tool) in tools.enumerated() {
            if let point = tool["cachePoint"] {
                note(point) { JSONPath([.name("toolConfig"), .name("tools"), .index(place), .name("cachePoint")]) }
            } else {
                textBytes += tool["toolSpec"]?["description"]?.stringValue?.utf8.count ?? 0
                // A schema is text to the model; about so much of it is not looked at closer.
                textBytes += 64 * (tool["toolSpec"]?["inputSchema"]?["json"]?["properties"]?.objectValue?.count ?? 0)
            }
        }
    }

    private mutating func gather(system: [JSONValue]) {
        for (place, block) in system.enumerated() {
            if let point = block["cachePoint"] {
                note(point) { JSONPath([.name("system"), .index(place), .name("cachePoint")]) }
            } else {
                textBytes += block["text"]?.stringValue?.utf8.count ?? 0
            }
        }
    }

    private mutating func note(_ point: JSONValue, at path: () -> JSONPath) {
        cachePoints.append(CachePoint(path: path(), ttl: point["ttl"]?.stringValue, textBytes: textBytes))
    }

    private mutating func gather(_ message: JSONValue, _ turn: Int) {
        let content = message["content"]?.arrayValue ?? []
        let start = (calls.count, results.count, documents.count)
        var hasText = false
        for (place, block) in content.enumerated() {
            guard let members = block.objectValue else { continue }
            for member in members { gather(member, turn, place, &hasText) }
        }
        turns.append(
            Turn(
                role: message["role"]?.stringValue ?? "", blocks: content.count, calls: start.0..<calls.count,
                results: start.1..<results.count, documents: start.2..<documents.count, hasText: hasText))
    }

    private mutating func gather(_ member: JSONMember, _ turn: Int, _ place: Int, _ hasText: inout Bool) {
        let path = { JSONPath([.name("messages"), .index(turn), .name("content"), .index(place), .name(member.name)]) }
        switch member.name {
        case "text":
            guard let text = member.value.stringValue else { return }
            textBytes += text.utf8.count
            hasText = true
            if text.isBlank { blankTexts.append(path()) }
        case "toolUse":
            calls.append(ToolBlock(turn: turn, place: place, id: Self.id(member.value), value: member.value))
        case "toolResult":
            results.append(ToolBlock(turn: turn, place: place, id: Self.id(member.value), value: member.value))
            gather(result: member.value, turn, path)
        case "cachePoint": note(member.value, at: path)
        default: gather(media: member, turn, path)
        }
    }

    private mutating func gather(result: JSONValue, _ turn: Int, _ path: () -> JSONPath) {
        guard let content = result["content"]?.arrayValue else { return }
        for (place, block) in content.enumerated() {
            for member in block.objectValue ?? [:] {
                if member.name == "text" {
                    textBytes += member.value.stringValue?.utf8.count ?? 0
                } else {
                    gather(media: member, turn) { path().appending("content").appending(place).appending(member.name) }
                }
            }
        }
    }

    private mutating func gather(media member: JSONMember, _ turn: Int, _ path: () -> JSONPath) {
        switch member.name {
        case "image": images.append(Block(path: path(), turn: turn, value: member.value))
        case "document": documents.append(Block(path: path(), turn: turn, value: member.value))
        case "video", "audio":
            recordings.append((member.name, Block(path: path(), turn: turn, value: member.value)))
        case "toolAddition", "toolRemoval":
            toolChanges.append(Block(path: path(), turn: turn, value: member.value))
        default: break
        }
    }

    private static func id(_ value: JSONValue) -> String { value["toolUseId"]?.stringValue ?? "" }
}
