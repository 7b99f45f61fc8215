import JSONText
import Recordings
import WireText

/// A scalar: its text, and how it was written, which decides what it means.
struct CassetteScalar {
    enum Form: Hashable {
        /// Without quotes or tag: the text decides.
        case plain
        /// In quotes, as a block, or tagged as a string: a string whatever it looks like.
        case text
        /// Tagged `!!binary`, or `!binary` as Ruby writes it: base64.
        case binary
        /// A number of JSON.
        case number
        /// Tagged as something else.
        case tagged(String)
    }

    enum Meaning {
        case null
        case bool(Bool)
        case number(JSONNumber)
        case text(String)
        case bytes([UInt8])
        /// What has no meaning here, such as broken base64 or an unknown tag, and why.
        case invalid(String)
    }

    let text: String
    let form: Form

    var meaning: Meaning {
        switch form {
        case .text: .text(text)
        case .plain: PlainScalar.meaning(of: text)
        case .binary: Self.bytes(text)
        case .number: JSONNumber(literal: text).map { .number($0) } ?? .text(text)
        case .tagged(let tag): Self.meaning(of: text, tag)
        }
    }

    var kindName: String {
        switch meaning {
        case .null: "null"
        case .bool: "a boolean (\(text))"
        case .number: "a number (\(text))"
        case .text(let text): text.utf8.count <= 40 ? "the string \(JSONValue.string(text).text())" : "a string"
        case .bytes(let bytes): "\(bytes.count) bytes"
        case .invalid(let reason): reason
        }
    }

    private static func bytes(_ text: String) -> Meaning {
        guard let bytes = try? Base64.decode(text.utf8.span, allowing: .whitespace) else {
            return .invalid("!!binary with broken base64")
        }
        return .bytes(bytes)
    }

    private static func meaning(of text: String, _ tag: String) -> Meaning {
        let core = "tag:yaml.org,2002:"
        let name = tag.hasPrefix(core) ? String(tag.dropFirst(core.count)) : tag
        switch name {
        case "null", "bool", "int", "float": return PlainScalar.meaning(of: text)
        // Python 2 wrote its strings with these tags.
        case "python/unicode", "python/str", "timestamp": return .text(text)
        // A tag of the document's own begins with one mark, as it was written.
        default: return .invalid(tag.hasPrefix("!") ? "the tag \(tag)" : "the tag !!\(name)")
        }
    }
}
