public import JSONText
import WireText

/// A tool as a front end defines it: name, purpose, schema of its input.
public struct ToolDefinition: Sendable, Hashable {
    /// The name: 1 to 64 letters, digits, `_` and `-`.
    public var name: String
    /// What the tool is for; left out when blank, which the service would refuse.
    public var description: String?
    /// The JSON schema of the input, an object.
    public var inputSchema: JSONValue

    /// Makes a definition.
    public init(name: String, description: String? = nil, inputSchema: JSONValue) {
        self.name = name
        self.description = description
        self.inputSchema = inputSchema
    }

    /// Whether the service accepts this name: its own pattern is `[a-zA-Z0-9_-]+`, at most 64 long.
    public static func isValidName(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count)
            && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    }
}

extension Tool {
    /// The definition as Converse takes it.
    public init(_ definition: ToolDefinition) {
        let description = definition.description.flatMap { $0.isBlank ? nil : $0 }
        self = .toolSpec(
            ToolSpecification(
                name: definition.name, inputSchema: .json(definition.inputSchema), description: description))
    }
}
