import Catalog
import JSONText
import RequestRules

/// A rule with a request that breaks it and the smallest change that does not.
struct RuleRow: Sendable, CustomStringConvertible {
    let rule: String
    let broken: String
    let right: String
    var model = Model()
    var modelID: String?
    var delivery = RequestOutline.Delivery.whole

    var description: String { rule }

    /// A model of which a test says what is known.
    struct Model: ModelAbilities {
        var flags: [CatalogFlag: CatalogFlag.Answer] = [:]
        var limits = ModelLimits.unknown

        func answer(_ flag: CatalogFlag) -> CatalogFlag.Answer? { flags[flag] }
    }

    init(
        _ rule: String, _ broken: String, right: String, flags: [CatalogFlag: CatalogFlag.Answer] = [:],
        limits: ModelLimits = .unknown, modelID: String? = nil, delivery: RequestOutline.Delivery = .whole
    ) {
        self.rule = rule
        self.broken = broken
        self.right = right
        self.model = Model(flags: flags, limits: limits)
        self.modelID = modelID
        self.delivery = delivery
    }

    func outline(_ text: String) throws -> RequestOutline {
        RequestOutline(
            try JSONValue(parsing: text).objectValue ?? [:], delivery: delivery, modelID: modelID)
    }

    // MARK: Bodies

    /// One user message of these blocks, with other members of the request before it.
    static func user(_ blocks: String, _ members: String = "") -> String {
        "{\(members)\"messages\":[{\"role\":\"user\",\"content\":[\(blocks)]}]}"
    }

    /// Messages by role, user first.
    static func turns(_ contents: String..., tools: String? = tool) -> String {
        let turns = contents.enumerated().map { index, content in
            "{\"role\":\"\(index.isMultiple(of: 2) ? "user" : "assistant")\",\"content\":[\(content)]}"
        }
        let config = tools.map { "\"toolConfig\":{\"tools\":[\($0)]}," } ?? ""
        return "{\(config)\"messages\":[\(turns.joined(separator: ","))]}"
    }

    static let text = #"{"text":"hi"}"#
    static let tool = tool("t", #"{"type":"object"}"#)
    static func tool(_ name: String, _ schema: String) -> String {
        #"{"toolSpec":{"name":"\#(name)","inputSchema":{"json":\#(schema)}}}"#
    }
    static func call(_ id: String, _ input: String = "{}", _ more: String = "") -> String {
        #"{"toolUse":{"toolUseId":"\#(id)","name":"t","input":\#(input)\#(more)}}"#
    }
    static func result(_ id: String, _ content: String = #"{"text":"r"}"#, _ more: String = "") -> String {
        #"{"toolResult":{"toolUseId":"\#(id)","content":[\#(content)]\#(more)}}"#
    }
    static func document(_ name: String, bytes: String = "AAAA") -> String {
        #"{"document":{"format":"pdf","name":"\#(name)","source":{"bytes":"\#(bytes)"}}}"#
    }
    static func cited(_ isCited: Bool) -> String {
        #"{"document":{"format":"txt","name":"a","source":{"text":"b"},"citations":{"enabled":\#(isCited)}}}"#
    }
    static let stored = #"{"document":{"format":"pdf","name":"a","source":{"s3Location":{"uri":"s3://bucket/a.pdf"}}}}"#

    static func image(_ format: String = "png", bytes: String = "iVBORw0KGgoAAAANSUhEUg==") -> String {
        #"{"image":{"format":"\#(format)","source":{"bytes":"\#(bytes)"}}}"#
    }
    static func cachePoint(_ ttl: String? = nil) -> String {
        #"{"cachePoint":{"type":"default"\#(ttl.map { #","ttl":"\#($0)""# } ?? "")}}"#
    }
    static func list(_ item: (Int) -> String, _ count: Int) -> String {
        (0..<count).map(item).joined(separator: ",")
    }
}
