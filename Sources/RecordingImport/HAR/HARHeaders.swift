import JSONText
import Recordings
import WireText

/// Reads a list of headers: `{name, value}` each, or one object of names and values, as some tools write it.
struct HARHeaders {
    private(set) var headers: [HeaderField] = []
    /// Pseudo headers of HTTP/2 and HTTP/3 by name, such as `:path` (RFC 9113 section 8.3).
    private(set) var pseudo: [String: String] = [:]

    init(_ cursor: JSONCursor?) throws(JSONShapeError) {
        guard let cursor else { return }
        if case .object = cursor.value {
            for (name, value) in try cursor.members() { add(name, try value.optionalWord() ?? "") }
            return
        }
        for header in try cursor.array() {
            add(try header.member("name").string(), try header.present("value")?.word() ?? "")
        }
    }

    private mutating func add(_ name: String, _ value: String) {
        if name.hasPrefix(":") {
            pseudo[name.lowercased()] = value
            return
        }
        // Browsers join the values of a repeated header with line feeds.
        for line in value.split(separator: "\n", omittingEmptySubsequences: false) {
            headers.append(HeaderField(name, String(line)))
        }
    }
}
