import JSONText
import WireText

/// The members of an event by their path, without regard to case: Athena writes column names in small letters, and holds
/// nested members as JSON or as `{name=value, ...}`.
struct TrailFields {
    private var values: [String: String] = [:]
    private var names: Set<String> = []

    /// A nested member is not looked for deeper.
    private static let depthLimit = 6

    init() {}

    /// The members of an event.
    init(_ value: JSONValue) { add(value, path: "", depth: 0) }

    /// The value of a member that is not empty.
    subscript(path: String) -> String? { values[Self.key(path)] }

    /// Whether there is such a member, with a value or without.
    func has(_ path: String) -> Bool { names.contains(Self.key(path)) }

    /// Adds a cell of a row.
    mutating func add(_ text: String, path: String) {
        let key = Self.key(path)
        names.insert(key)
        let text = String(text.trimmedWhitespace())
        guard !text.isEmpty, text != "-", text != "null" else { return }
        values[key] = values[key] ?? text
        if text.hasPrefix("{"), let inner = try? JSONValue(parsing: text) {
            add(inner, path: path, depth: 1)
        } else if text.hasPrefix("{"), text.contains("=") {
            for pair in text.dropFirst().split(separator: ",") {
                guard let sign = pair.firstIndex(of: "=") else { continue }
                let value = pair[pair.index(after: sign)...].prefix { $0 != "}" }
                add(String(value), path: path + "." + pair[..<sign].trimmedWhitespace())
            }
        }
    }

    private mutating func add(_ value: JSONValue, path: String, depth: Int) {
        if let members = value.objectValue {
            guard depth < Self.depthLimit else { return }
            for member in members {
                add(member.value, path: path.isEmpty ? member.name : path + "." + member.name, depth: depth + 1)
            }
        } else if let text = value.stringValue {
            add(text, path: path)
        } else if let number = value.numberValue?.int64 {
            add(String(number), path: path)
        } else {
            names.insert(Self.key(path))
        }
    }

    /// The path in small letters; `@timestamp` and `request_parameters` as CloudTrail's own names.
    private static func key(_ path: String) -> String {
        path.lowercased().filter { $0 != "_" && $0 != "@" && $0 != "\"" }
    }
}
