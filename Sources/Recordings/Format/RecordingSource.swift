/// Where a recording comes from.
public struct RecordingSource: Sendable, Hashable {
    /// How its exchanges came about.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Written from the API's description; no service ever sent it.
        case authored
        /// Taken from the wire.
        case captured
        /// Taken over from another tool's file.
        case imported
    }

    /// How the exchanges came about.
    public var kind: Kind
    /// What made them: a client's name, a tool, a file format.
    public var tool: String
    /// The version of what made them.
    public var version: String
    /// The day they were made, as `YYYY-MM-DD`, if it is known.
    public var date: String?

    /// A source.
    public init(kind: Kind, tool: String, version: String, date: String? = nil) {
        self.kind = kind
        self.tool = tool
        self.version = version
        self.date = date
    }

    /// Whether the text is a day as `YYYY-MM-DD`.
    package static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2] else { return false }
        let numbers = parts.compactMap { $0.utf8.allSatisfy { 48...57 ~= $0 } ? Int($0) : nil }
        guard numbers.count == 3 else { return false }
        return 1...12 ~= numbers[1] && 1...31 ~= numbers[2]
    }
}
