import JSONText
import Recordings
import WireText

/// Reads headers: a mapping whose values are lists, strings or binary, or a list of pairs.
enum CassetteHeaders {
    static func read(_ node: CassetteNode?, at path: JSONPath) throws(CassetteFault) -> [HeaderField] {
        guard let node, !node.isNull else { return [] }
        var headers: [HeaderField] = []
        switch node.content {
        case .mapping(let entries):
            for entry in entries { try add(entry.name, entry.value, at: path.appending(entry.name), to: &headers) }
        case .sequence(let pairs):
            for (index, pair) in pairs.enumerated() {
                guard case .sequence(let parts) = pair.content, parts.count == 2, let name = parts[0].text else {
                    throw CassetteFault(path.appending(index), pair, expected: "a pair of name and value")
                }
                try add(name, parts[1], at: path.appending(index), to: &headers)
            }
        case .scalar: throw CassetteFault(path, node, expected: "a mapping of headers")
        }
        return headers
    }

    private static func add(
        _ name: String, _ value: CassetteNode, at path: JSONPath, to headers: inout [HeaderField]
    ) throws(CassetteFault) {
        if case .sequence(let values) = value.content {
            for (index, inner) in values.enumerated() {
                headers.append(HeaderField(name, try text(inner, at: path.appending(index))))
            }
        } else if !value.isNull {
            headers.append(HeaderField(name, try text(value, at: path)))
        }
    }

    private static func text(_ node: CassetteNode, at path: JSONPath) throws(CassetteFault) -> String {
        guard let text = node.text else { throw CassetteFault(path, node, expected: "a header value") }
        return text
    }
}
