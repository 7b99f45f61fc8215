import JSONText
import WireText

/// Reads a body as the cassette has it.
enum CassetteBody {
    /// The body of a request or response.
    static func read(_ message: CassetteNode, at path: JSONPath) throws(CassetteFault) -> StoredContent {
        // VCR sends what `parsed_body` says, whatever stands beside it.
        if let parsed = message["parsed_body"], !parsed.isNull {
            return .json(try parsed.json(at: path.appending("parsed_body")))
        }
        // VCR.py before version 6 has what httpx received as `content`.
        guard
            let (name, body) = ["body", "content"].lazy.compactMap({ name in message[name].map { (name, $0) } }).first
        else { return .none }
        // A body that Python could read bit by bit is kept as the object that it was, with its bytes first in its state.
        if let inner = state(of: body) { return .whole(try bytes(inner, at: path.appending(name))) }
        do throws(CassetteFault) {
            // vcrpy keeps what aiohttp was given as `json=` as it is.
            if let sent = try given(body, at: path.appending(name)) { return .json(sent) }
        } catch {
            return .lost("it is an object of the recorder's language, which is no JSON")
        }
        return .whole(try bytes(body, at: path.appending(name)))
    }

    /// The bytes of Python's `io.BytesIO` or the text of its `StringIO`: nil of any other node.
    private static func state(of body: CassetteNode) -> CassetteNode? {
        guard case .mapping(let entries) = body.content, entries.count == 1,
            case .sequence(let state)? = body["state"]?.content, let first = state.first,
            case .scalar(let scalar) = first.content
        else { return nil }
        switch scalar.meaning {
        case .bytes, .text: return first
        default: return nil
        }
    }

    /// The JSON of a body that is one as it stands: a mapping or a list that holds no text of its own.
    private static func given(_ node: CassetteNode, at path: JSONPath) throws(CassetteFault) -> JSONValue? {
        switch node.content {
        case .sequence: return try node.json(at: path)
        case .mapping(let entries):
            let own = ["string", "base64_string", "encoding"]
            guard !entries.isEmpty, !own.contains(where: { node[$0] != nil }) else { return nil }
            return try node.json(at: path)
        case .scalar: return nil
        }
    }

    /// The bytes of a body node: a scalar, or a mapping with `base64_string` or `string`.
    private static func bytes(_ node: CassetteNode, at path: JSONPath) throws(CassetteFault) -> [UInt8] {
        switch node.content {
        case .mapping(let entries):
            if let exact = node["base64_string"] {
                let path = path.appending("base64_string")
                guard let text = exact.text, let bytes = try? Base64.decode(text.utf8.span, allowing: .whitespace)
                else { throw CassetteFault(path, exact, expected: "base64") }
                return bytes
            }
            if let string = node["string"] {
                let bytes = try bytes(string, at: path.appending("string"))
                return CassetteEncoding.bytes(of: string, bytes, encoding: node["encoding"]?.text)
            }
            guard entries.isEmpty else {
                throw CassetteFault(path, node.place, expected: "a member \"string\"", found: node.memberNames)
            }
            return []
        case .scalar(let scalar):
            switch scalar.meaning {
            case .null: return []
            case .bool, .number: return Array(scalar.text.utf8)
            case .text(let text): return Array(text.utf8)
            case .bytes(let bytes): return bytes
            case .invalid: throw CassetteFault(path, node, expected: "text or !!binary")
            }
        case .sequence: throw CassetteFault(path, node, expected: "text, !!binary or a mapping with \"string\"")
        }
    }
}
