import JSONText
import WireText

/// Reads a body as the cassette has it.
enum CassetteBody {
    /// The body of a request or response.
    ///
    /// - Parameter texts: The members of a body that hold its text, the first that is there first.
    static func read(
        _ message: CassetteNode, texts: [String], at path: JSONPath
    ) throws(CassetteFault) -> StoredContent {
        guard let (name, body) = message.first(of: CassetteDialect.bodies) else { return .none }
        if name == "parsed_body", !body.isNull { return .json(try body.json(at: path.appending(name))) }
        // A body that Python could read bit by bit is kept as the object that it was, with its bytes first in its state.
        if let inner = state(of: body) { return .whole(try bytes(inner, texts, at: path.appending(name))) }
        do throws(CassetteFault) {
            // vcrpy keeps what aiohttp was given as `json=` as it is.
            if let sent = try given(body, at: path.appending(name)) { return .json(sent) }
        } catch {
            return .lost("it is an object of the recorder's language, which is no JSON")
        }
        return .whole(try bytes(body, texts, at: path.appending(name)))
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
    private static func bytes(
        _ node: CassetteNode, _ texts: [String], at path: JSONPath
    ) throws(CassetteFault) -> [UInt8] {
        switch node.content {
        case .mapping(let entries):
            guard let (name, text) = node.first(of: texts) else {
                guard entries.isEmpty else {
                    throw CassetteFault(path, node.place, expected: "a member \"string\"", found: node.memberNames)
                }
                return []
            }
            let path = path.appending(name)
            guard name == "base64_string" else {
                let bytes = try bytes(text, texts, at: path)
                return CassetteEncoding.bytes(of: text, bytes, encoding: node["encoding"]?.text)
            }
            // Ruby writes it in lines, and YAML may fold those.
            guard let bytes = try? Base64.decode((text.text ?? "?").utf8.span, allowing: .whitespace) else {
                throw CassetteFault(path, text, expected: "base64")
            }
            return bytes
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
