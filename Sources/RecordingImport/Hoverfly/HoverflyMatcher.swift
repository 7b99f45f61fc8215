import JSONText

/// Reads a matcher: a text in the first schema, `exactMatch` or `jsonMatch` up to the fourth, a list of matchers in the fifth.
enum HoverflyMatcher {
    private static let older = [
        "exactMatch", "jsonMatch", "globMatch", "regexMatch", "xmlMatch", "xpathMatch", "jsonPathMatch",
    ]

    /// The value that is matched whole; nil where nothing is matched.
    static func read(_ cursor: JSONCursor?) throws(JSONShapeError) -> Matched<String>? {
        guard let cursor else { return nil }
        switch cursor.value {
        case .object(let object):
            if let value = try cursor.present("exactMatch") { return .exact(try value.string()) }
            if let value = try cursor.present("jsonMatch") { return .exact(text(value.value)) }
            if object["matcher"] != nil || object["value"] != nil { return try first([cursor]) }
            return object.names.first.map { .pattern($0) }
        case .array:
            let list = try cursor.array()
            // In the headers of the first schemas a list holds values.
            if let word = list.first?.value.stringValue { return .exact(word) }
            return try first(list)
        default: return .exact(try cursor.word())
        }
    }

    /// Whether an object is a matcher itself, not one for each name.
    static func isMatcher(_ object: JSONObject) -> Bool { object.names.contains { older.contains($0) } }

    /// Whether a matcher, or the first of a list, is `array`.
    static func isArray(_ value: JSONValue) -> Bool {
        (value.arrayValue?.first ?? value)["matcher"]?.stringValue?.lowercased() == "array"
    }

    /// The first matcher that names a whole value; without a name it is `exact`.
    private static func first(_ list: [JSONCursor]) throws(JSONShapeError) -> Matched<String>? {
        var other: String?
        for element in list {
            let kind = try element.present("matcher")?.string() ?? "exact"
            switch kind.lowercased() {
            case "exact", "json": return .exact(text(try element.member("value").value))
            case "array":
                let values = try element.member("value").array().compactMap(\.value.stringValue)
                return .exact(values.joined(separator: ";"))
            default: other = other ?? kind
            }
        }
        return other.map { .pattern($0) }
    }

    /// JSON stands in a string, or as a part of the file.
    private static func text(_ value: JSONValue) -> String { value.stringValue ?? value.text() }
}
