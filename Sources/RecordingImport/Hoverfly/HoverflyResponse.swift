import JSONText
import WireText

/// Reads the answer of a pair.
enum HoverflyResponse {
    /// Whether the answer is made at run time.
    static func isTemplate(_ response: JSONCursor) throws(JSONShapeError) -> Bool {
        guard try response.present("templated")?.bool() == true else { return false }
        return response.value.text().contains("{{")
    }

    /// Its headers: a list of values each.
    static func headers(_ response: JSONCursor) throws(JSONShapeError) -> [HeaderField] {
        var headers: [HeaderField] = []
        for (name, values) in try response.present("headers")?.members() ?? [] {
            for value in try values.array() { headers.append(HeaderField(name, try value.word())) }
        }
        return headers
    }

    /// Its body: text, base64 where it is marked so, or a file.
    static func body(_ response: JSONCursor, _ companions: CompanionFiles) throws(JSONShapeError) -> StoredContent {
        if let body = try response.present("body"), try !body.string().isEmpty {
            let isEncoded = try response.present("encodedBody")?.bool() ?? false
            return isEncoded ? .whole(try body.base64()) : .text(try body.string())
        }
        guard let name = try response.present("bodyFile"), try !name.string().isEmpty else { return .none }
        let path = try name.string()
        if path.contains("://") { return .lost("it is at \(path)") }
        return try companions.body(named: name, beside: "the simulation")
    }
}
