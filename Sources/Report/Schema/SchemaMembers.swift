extension ReportSchema {
    /// A member of an object, with the schema of its value.
    struct Member {
        var name: String
        var schema: String
        /// Whether it is in every such object.
        var isRequired = true
    }

    /// What a report says before anything was found.
    static let firstMembers = [
        Member(name: "tool", schema: ##"{"$ref": "#/$defs/tool"}"##),
        Member(name: "command", schema: ##"{"type": "string", "examples": ["check", "models", "vectors"]}"##),
        Member(name: "startedAt", schema: ##"{"type": "string", "format": "date-time"}"##),
    ]

    /// What a report says of the whole.
    static let lastMembers = [
        Member(name: "durationMs", schema: ##"{"type": ["number", "null"]}"##),
        Member(
            name: "exitCode",
            schema: ##"{"type": "integer", "description": "The exit status that the results call for."}"##),
        Member(name: "target", schema: ##"{"anyOf": [{"$ref": "#/$defs/target"}, {"type": "null"}]}"##),
        Member(name: "scene", schema: ##"{"$ref": "#/$defs/scene"}"##, isRequired: false),
        Member(name: "shard", schema: ##"{"$ref": "#/$defs/shard"}"##, isRequired: false),
        Member(
            name: "adapters", schema: ##"{"type": "array", "items": {"$ref": "#/$defs/adapter"}}"##, isRequired: false),
        Member(
            name: "catalog",
            schema: ##"{"type": "array", "items": {"type": "object"}, "description": "Of doctor catalog."}"##,
            isRequired: false),
        Member(name: "notes", schema: ##"{"type": "array", "items": {"type": "string"}}"##),
        Member(name: "summary", schema: ##"{"$ref": "#/$defs/summary"}"##),
    ]

    /// The names of the members that must be there, in quotes.
    static func required(_ members: [Member]) -> String {
        members.filter(\.isRequired).map { "\"\($0.name)\"" }.joined(separator: ", ")
    }

    /// Words as a list in JSON.
    static func list(_ words: [String]) -> String {
        "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    }
}

extension [ReportSchema.Member] {
    /// A member a line, behind so many blanks.
    func text(_ indent: Int) -> String {
        map { String(repeating: " ", count: indent) + "\"\($0.name)\": \($0.schema)" }.joined(separator: ",\n")
    }
}
