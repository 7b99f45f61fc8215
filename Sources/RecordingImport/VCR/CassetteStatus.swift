import JSONText

/// Reads a status: `{code: 200, message: OK}`, `200`, `200 OK`, or a `code` or `status_code` beside the body.
///
/// Where there is a `code`, go-vcr answers with that, whatever words stand beside it.
enum CassetteStatus {
    static func read(_ response: CassetteNode, at path: JSONPath) throws(CassetteFault) -> Int {
        for name in ["code", "status", "status_code"] {
            guard let node = response[name] else { continue }
            return try code(node["code"] ?? node, at: path.appending(name))
        }
        throw CassetteFault(path, response.place, expected: "a member \"status\"", found: response.memberNames)
    }

    private static func code(_ node: CassetteNode, at path: JSONPath) throws(CassetteFault) -> Int {
        guard let text = node.text, let code = Int(text.prefix { $0 != " " }), 100...599 ~= code else {
            throw CassetteFault(path, node, expected: "an HTTP status from 100 to 599")
        }
        return code
    }
}
