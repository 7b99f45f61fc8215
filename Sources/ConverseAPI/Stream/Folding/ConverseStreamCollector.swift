import JSONText

/// Folds the events of a stream into the answer that Converse would have given.
///
/// It takes what comes, in whatever order: what a block's pieces do not amount to is kept as it is and named in
/// ``faults``. Blocks stand in the order of their indices.
public struct ConverseStreamCollector: Sendable {
    private var role: ConversationRole?
    private var blocks: [Int: BlockFold] = [:]
    private var stop: MessageStopEvent?
    private var metadata: ConverseStreamMetadataEvent?
    private var order = StreamOrder()
    private var disorder: [String] = []

    /// Makes a collector before the first event.
    public init() {}

    /// Adds an event.
    public mutating func add(_ output: ConverseStreamOutput) {
        if let fault = order.note(output) { disorder.append(fault) }
        switch output {
        case .messageStart(let event): role = event.role
        case .contentBlockStart(let event): blocks[event.contentBlockIndex, default: BlockFold()].start = event.start
        case .contentBlockDelta(let event): blocks[event.contentBlockIndex, default: BlockFold()].add(event.delta)
        case .contentBlockStop: break
        case .messageStop(let event): stop = event
        case .metadata(let event): metadata = event
        default: break
        }
    }

    /// Where the events departed from the order that the API describes, and what their pieces do not amount to.
    public var faults: [String] {
        disorder
            + blocks.sorted { $0.key < $1.key }.flatMap { index, block in block.faults.map { "block \(index): \($0)" } }
    }

    /// The answer so far; what has not come is absent, and ``ConverseResponse/faults()`` names it.
    public var response: ConverseResponse {
        let content = blocks.sorted { $0.key < $1.key }.flatMap(\.value.blocks)
        var response = ConverseResponse(
            output: .message(Message(role: role ?? .assistant, content: content)),
            stopReason: stop?.stopReason ?? .vacant, usage: metadata?.usage ?? .vacant,
            metrics: ConverseMetrics(latencyMs: metadata?.metrics.latencyMs ?? .vacant),
            additionalModelResponseFields: stop?.additionalModelResponseFields,
            trace: metadata?.trace.map(Self.trace), performanceConfig: metadata?.performanceConfig,
            serviceTier: metadata?.serviceTier)
        response.metrics.unmodeled = UnmodeledMembers(metadata?.metrics.unmodeled.members ?? [:])
        response.unmodeled = UnmodeledMembers(members: unknownMembers, recorded: absent)
        return response
    }

    private static func trace(_ streamed: ConverseStreamTrace) -> ConverseTrace {
        var trace = ConverseTrace(guardrail: streamed.guardrail, promptRouter: streamed.promptRouter)
        trace.unmodeled = UnmodeledMembers(streamed.unmodeled.members)
        return trace
    }

    /// The members beside the known ones, without the padding of random length that the service adds to each event.
    private var unknownMembers: JSONObject {
        let members = [stop?.unmodeled.members, metadata?.unmodeled.members].compactMap { $0 }.joined()
        var unknown: JSONObject = [:]
        for member in members where member.name != "p" { unknown[member.name] = member.value }
        return unknown
    }

    private var absent: RecordedForm? {
        let names =
            (stop == nil ? ["stopReason"] : []) + (metadata == nil ? ["usage", "metrics"] : [])
        return names.isEmpty ? nil : RecordedForm(order: nil, verbatim: [:], absent: names)
    }
}
