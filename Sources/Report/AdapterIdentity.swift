import JSONText

/// Whose software gave the cases of a report: what an adapter said of it, and how the adapter was run.
package struct AdapterIdentity: Sendable, Hashable {
    /// What was asked of it: `signer`, `verifier` or `client`.
    package var role: String
    package var name: String
    package var version: String?
    package var language: String?

    /// The adapter's program and arguments.
    package var command: [String]

    /// When the cases were run, in ISO 8601 UTC.
    package var startedAt: String

    package init(
        role: String, name: String, version: String?, language: String?, command: [String], startedAt: String
    ) {
        self.role = role
        self.name = name
        self.version = version
        self.language = language
        self.command = command
        self.startedAt = startedAt
    }

    /// Name and version, which tell it from the others of a matrix.
    package var label: String { name + (version.map { " \($0)" } ?? "") }

    /// The command that runs one case again, alone; nil where a word of it cannot be typed.
    package func reproduction(of id: String) -> String? {
        let words = ([id] + command).map { ShellWord.quoted($0) }
        guard let first = words.first, let id = first, !words.contains(nil) else { return nil }
        let adapter = words.dropFirst().compactMap(\.self).joined(separator: " ")
        return "doctor conformance \(role) --run \(id) -- \(adapter)"
    }

    func json() -> JSONValue {
        .object([
            "role": .string(role), "name": .string(name), "version": version.map { .string($0) } ?? .null,
            "language": language.map { .string($0) } ?? .null, "command": .array(command.map { .string($0) }),
            "startedAt": .string(startedAt),
        ])
    }

    init(reading adapter: JSONCursor) throws(JSONShapeError) {
        self.init(
            role: try adapter.member("role").string(), name: try adapter.member("name").string(),
            version: try adapter.text("version"), language: try adapter.text("language"),
            command: try adapter.member("command").list { (word) throws(JSONShapeError) in try word.string() },
            startedAt: try adapter.member("startedAt").string())
    }
}
