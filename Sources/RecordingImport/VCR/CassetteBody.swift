import Deflate
import JSONText
import Recordings
import WireText

/// A body as the cassette has it, with its compression undone.
struct CassetteBody {
    private enum Content {
        case none
        case json(JSONValue)
        case bytes([UInt8])
    }

    private let content: Content
    /// What could not be kept as meant.
    let remarks: [String]

    /// The body of a request or response.
    static func read(
        _ message: CassetteNode, _ headers: [HeaderField], at path: JSONPath
    ) throws(CassetteFault) -> CassetteBody {
        // VCR sends what `parsed_body` says, whatever stands beside it.
        if let parsed = message["parsed_body"], !parsed.isNull {
            return CassetteBody(content: .json(try parsed.json(at: path.appending("parsed_body"))), remarks: [])
        }
        let path = path.appending("body")
        guard let body = message["body"], let bytes = try bytes(body, at: path), !bytes.isEmpty else {
            return CassetteBody(content: .none, remarks: [])
        }
        return try decompressed(bytes, encoding: headers.text(of: "content-encoding"), body, at: path)
    }

    /// The bytes of a body node: a scalar, or a mapping with `string` or `base64_string`.
    private static func bytes(_ node: CassetteNode, at path: JSONPath) throws(CassetteFault) -> [UInt8]? {
        switch node.content {
        case .mapping(let entries):
            for entry in entries {
                switch entry.name {
                case "string": return try bytes(entry.value, at: path.appending("string"))
                case "base64_string":
                    guard let text = entry.value.text,
                        let bytes = try? Base64.decode(text.utf8.span, allowing: .whitespace)
                    else { throw CassetteFault(path.appending("base64_string"), entry.value, expected: "base64") }
                    return bytes
                default: continue
                }
            }
            guard entries.isEmpty else {
                throw CassetteFault(path, node.place, expected: "a member \"string\"", found: node.memberNames)
            }
            return nil
        case .scalar(let scalar):
            switch scalar.meaning {
            case .null: return nil
            case .bool, .number: return Array(scalar.text.utf8)
            case .text(let text): return Array(text.utf8)
            case .bytes(let bytes): return bytes
            case .invalid: throw CassetteFault(path, node, expected: "text or !!binary")
            }
        case .sequence: throw CassetteFault(path, node, expected: "text, !!binary or a mapping with \"string\"")
        }
    }

    private static func decompressed(
        _ bytes: [UInt8], encoding: String?, _ node: CassetteNode, at path: JSONPath
    ) throws(CassetteFault) -> CassetteBody {
        do throws(InflateError) {
            let stored = try StoredBody(bytes, coding: encoding)
            return CassetteBody(content: .bytes(stored.bytes), remarks: stored.remark.map { [$0] } ?? [])
        } catch {
            throw CassetteFault(path, node.place, expected: "a compressed body", found: error.description)
        }
    }

    /// The body in the form that keeps the most: JSON, else text, else bytes.
    func recorded() -> RecordedBody {
        switch content {
        case .none: return .none
        case .json(let value): return .json(value)
        case .bytes(let bytes): return RecordedBody(bytes)
        }
    }

    /// The body of a streamed answer, and what had to be undone for it.
    func recordedStream() -> (body: RecordedBody, remark: String?) {
        switch content {
        case .none: return (.stream([]), nil)
        case .json(let value): return (.json(value), nil)
        case .bytes(let bytes):
            let stream = StreamBytes(stored: bytes)
            return (StoredBody.recordedStream(stream.bytes), stream.remark)
        }
    }

    /// Whether the bytes are those of a stream, whatever the headers say; some tools drop most headers.
    var holdsStream: Bool {
        if case .bytes(let bytes) = content { StreamBytes.isStream(bytes) } else { false }
    }
}
