import JSONText
import TOMLKit

/// A TOML document as JSON, with where and why it could not be read if it could not.
///
/// What JSON has no value for (dates, times, the two infinities) becomes `null`, which TOML does not have.
enum TOMLDocument {
    /// Parses a document; only to be called where the process may be aborted (``TOMLReader``).
    static func json(_ text: String) -> JSONValue {
        do {
            return .object(["document": value(of: try TOMLTable(string: text), depth: 0)])
        } catch let error as TOMLParseError {
            return .object([
                "fault": .object([
                    "line": .number(JSONNumber(error.source.begin.line)),
                    "column": .number(JSONNumber(error.source.begin.column)), "message": .string(error.description),
                ])
            ])
        } catch {
            return .object(["fault": .object(["message": .string("\(error)")])])
        }
    }

    /// What lies deeper belongs to no configuration.
    private static let deepest = 64

    private static func value(of table: TOMLTable, depth: Int) -> JSONValue {
        guard depth < deepest else { return .null }
        var object = JSONObject()
        for (key, member) in table { object[key] = value(of: member, depth: depth + 1) }
        return .object(object)
    }

    private static func value(of node: any TOMLValueConvertible, depth: Int) -> JSONValue {
        if let text = node.string { return .string(text) }
        if let flag = node.bool { return .bool(flag) }
        if let integer = node.int { return .number(JSONNumber(integer)) }
        if let double = node.double { return JSONNumber(double).map(JSONValue.number) ?? .null }
        if let table = node.table { return value(of: table, depth: depth) }
        guard let array = node.array, depth < deepest else { return .null }
        return .array(array.map { value(of: $0, depth: depth + 1) })
    }
}
